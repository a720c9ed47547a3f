import { byId, element } from '../page/dom.ts';
import { text, textOr } from '../page/texts.ts';
import { refusalText, showDetail } from './detail.ts';
import type { Opened } from './opened.ts';
import type { Kind } from './sealed.ts';

const KINDS: Kind[] = ['PATIENT', 'HEALTHCARE_ELEMENT', 'DATA_SAMPLE'];

/** The records, grouped by kind, and data samples by what they are. */
export class RecordList {
  readonly #root = byId('records');
  readonly #groups = new Map<string, HTMLUListElement>();

  clear(): void {
    this.#root.replaceChildren();
    this.#groups.clear();
  }

  add(opened: Opened): void {
    this.#groupOf(opened).append(element('li', {}, this.#item(opened)));
  }

  #groupOf({ entity }: Opened): HTMLUListElement {
    const key = entity.kind === 'DATA_SAMPLE' ? `${entity.kind} ${entity.fhirType}` : entity.kind;
    let group = this.#groups.get(key);
    if (!group) {
      group = element('ul', { class: 'list' });
      this.#groups.set(key, group);
      const title = entity.kind === 'DATA_SAMPLE' ? textOr(`type.${entity.fhirType}`, entity.fhirType) : '';
      this.#section(entity.kind).append(...(title ? [element('h4', {}, title), group] : [group]));
    }
    return group;
  }

  #section(kind: Kind): Element {
    const before = this.#root.querySelector(`[data-kind="${kind}"]`);
    if (before) {
      return before;
    }
    const section = element('section', { 'data-kind': kind }, element('h3', {}, text(`kind.${kind}`)));
    const later = KINDS.slice(KINDS.indexOf(kind) + 1).map((one) => `[data-kind="${one}"]`);
    this.#root.insertBefore(section, later.length ? this.#root.querySelector(later.join()) : null);
    return section;
  }

  #item(opened: Opened): HTMLButtonElement {
    const button = element('button', { type: 'button', class: 'item', 'data-entity': opened.entity.id });
    if ('refusal' in opened) {
      button.classList.add('refused');
      button.append(
        element('strong', {}, text('refused', opened.entity.fhirType)),
        element('span', { class: 'tag bad' }, refusalText(opened.refusal)),
      );
    } else {
      const { title, value, date } = opened.summary;
      const line = [value, date].filter((part) => part !== undefined).join(' · ');
      button.append(element('strong', {}, title), element('span', { class: 'muted' }, line));
    }
    button.addEventListener('click', () => {
      this.#root.querySelector('[aria-current]')?.removeAttribute('aria-current');
      button.setAttribute('aria-current', 'true');
      showDetail(opened);
    });
    return button;
  }
}
