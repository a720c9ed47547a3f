import { textsOf } from '../fhir/documents.ts';
import { factsOf } from '../fhir/facts.ts';
import { byId, element } from '../page/dom.ts';
import { text, textOr } from '../page/texts.ts';
import type { Opened } from './opened.ts';

/** Shows one record: what it says, who shared it, and the raw form on request. */
export function showDetail(opened: Opened): void {
  const detail = byId('record-detail');
  detail.replaceChildren(...('refusal' in opened ? refused(opened) : readable(opened)));
  detail.focus({ preventScroll: true });
  detail.scrollTop = 0;
}

function refused(opened: Extract<Opened, { refusal: string }>): Node[] {
  const notice = element(
    'div',
    { class: 'notice bad' },
    element('p', {}, refusalText(opened.refusal)),
    element('p', {}, text('refused.todo', opened.refusal, opened.entity.id)),
  );
  return [element('h3', {}, text('refused', opened.entity.fhirType)), notice];
}

function readable({ resource, summary, sharedBy }: Extract<Opened, { sharedBy: string }>): Node[] {
  const facts = element('dl', { class: 'facts' });
  for (const { label, value } of factsOf(resource)) {
    facts.append(element('dt', {}, label), element('dd', {}, value));
  }
  const texts = textsOf(resource).map((words) => element('pre', {}, words));
  const raw = element(
    'details',
    {},
    element('summary', {}, text('raw')),
    element('pre', {}, JSON.stringify(resource, null, 2)),
  );
  return [
    element('h3', {}, summary.title),
    element('p', { class: 'muted' }, text('sharedBy', sharedBy)),
    ...texts,
    facts,
    raw,
  ];
}

/** Why a record was refused, in words. */
export function refusalText(refusal: string): string {
  return textOr(`refusal.${refusal}`, text('refusal.MALFORMED'));
}
