import { byId, element } from '../page/dom.ts';
import { text, textOr } from '../page/texts.ts';
import { refusalText, showDetail } from './detail.ts';
import type { Opened } from './opened.ts';
import type { Kind } from './sealed.ts';

const KINDS: Kind[] = ['PATIENT', 'HEALTHCARE_ELEMENT', 'DATA_SAMPLE'];
const OPEN_UP_TO = 20;
// As the style sheet has it: below, list and detail stand under one another.
const NARROW = matchMedia('(max-width: 52rem)');

interface Group {
  list: HTMLUListElement;
  frame: HTMLDetailsElement;
  count: HTMLElement;
}

/** The records, grouped by kind, and data samples by what they are. */
export class RecordList {
  readonly #root = byId('records');
  readonly #column = byId('record-detail');
  readonly #home = this.#column.parentElement!;
  readonly #groups = new Map<string, Group>();

  clear(): void {
    this.#putBack();
    this.#root.replaceChildren();
    this.#groups.clear();
  }

  add(opened: Opened): void {
    const { list, frame, count } = this.#groupOf(opened);
    list.append(element('li', {}, this.#item(opened)));
    count.textContent = String(list.children.length);
    if (list.children.length === OPEN_UP_TO + 1) {
      frame.open = false;
    }
  }

  #groupOf({ entity }: Opened): Group {
    const isSample = entity.kind === 'DATA_SAMPLE';
    const key = isSample ? `${entity.kind} ${entity.fhirType}` : entity.kind;
    let group = this.#groups.get(key);
    if (!group) {
      const title = isSample ? textOr(`type.${entity.fhirType}`, entity.fhirType) : text(`kind.${entity.kind}`);
      const list = element('ul', { class: 'list' });
      const count = element('span', { class: 'count' });
      const frame = element('details', { class: 'group', open: '' }, element('summary', {}, title, ' ', count), list);
      group = { list, frame, count };
      this.#groups.set(key, group);
      this.#section(entity.kind).append(frame);
    }
    return group;
  }

  #section(kind: Kind): Element {
    const before = this.#root.querySelector(`[data-kind="${kind}"]`);
    if (before) {
      return before;
    }
    const section = element('section', { 'data-kind': kind });
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
      if (NARROW.matches) {
        button.after(this.#column);
      } else {
        this.#putBack();
      }
      showDetail(opened);
    });
    return button;
  }

  #putBack(): void {
    this.#home.append(this.#column);
  }
}
