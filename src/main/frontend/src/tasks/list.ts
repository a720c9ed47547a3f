import { byId } from '../page/dom.ts';

/** The address of the list alone, with the filter that is shown. */
export function rowsAddress(): string {
  const filter = byId('task-list').dataset['filter'] ?? '';
  return `/tasks/rows${filter ? `?${filter}` : ''}`;
}

/** The list as Vestibule has it now. */
export async function fetchList(address: string): Promise<HTMLElement> {
  const answer = await fetch(address, { cache: 'no-store', credentials: 'same-origin', redirect: 'error' });
  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const list = page.getElementById('task-list');
  if (!list) {
    throw new Error('The answer holds no list');
  }
  return document.importNode(list, true);
}

export interface Changes {
  /** Requests that were not in the list. */
  added: number;
  /** Requests that have changed or gone. */
  changed: number;
}

/**
 * Puts the new list in the place of the shown one without moving what is shown: rows change where they stand, what is
 * gone stays, marked, until the page is loaded again, and what is new comes last.
 */
export function mergeList(shown: HTMLElement, fresh: HTMLElement): Changes {
  const changes = { added: 0, changed: 0 };
  const rows = new Map<string, HTMLElement>();
  for (const row of fresh.querySelectorAll<HTMLElement>('[data-task]')) {
    rows.set(row.dataset['task'] ?? '', row);
  }
  for (const row of shown.querySelectorAll<HTMLElement>('[data-task]')) {
    const now = rows.get(row.dataset['task'] ?? '');
    rows.delete(row.dataset['task'] ?? '');
    if (!now) {
      changes.changed += row.classList.contains('gone') ? 0 : 1;
      row.classList.add('gone');
    } else if (isOther(row, now)) {
      changes.changed++;
      replaceRow(row, now);
    }
  }
  changes.added = rows.size;
  shown.querySelector('#tasks')?.append(...rows.values());
  replacePart(shown, fresh, '.tabs');
  if (rows.size > 0) {
    shown.querySelector(':scope > p.muted')?.remove();
  }
  return changes;
}

function isOther(row: HTMLElement, now: HTMLElement): boolean {
  return (
    row.dataset['version'] !== now.dataset['version'] ||
    row.dataset['state'] !== now.dataset['state'] ||
    row.classList.contains('gone')
  );
}

// The link stays the same element, so that focus and pointer stay on it.
function replaceRow(row: HTMLElement, now: HTMLElement): void {
  row.classList.remove('gone');
  row.dataset['version'] = now.dataset['version'];
  row.dataset['state'] = now.dataset['state'];
  const link = row.querySelector('a.item');
  const newLink = now.querySelector('a.item');
  if (link && newLink) {
    link.replaceChildren(...newLink.childNodes);
  }
}

function replacePart(shown: HTMLElement, fresh: HTMLElement, selector: string): void {
  const part = shown.querySelector(selector);
  const now = fresh.querySelector(selector);
  if (part && now && !part.contains(document.activeElement)) {
    part.replaceWith(now);
  }
}
