import { byId } from '../page/dom.ts';

const SWITCH = 'vestibule-task-keys';

/**
 * Single keys for the work that is done a hundred times; they can be switched off (WCAG 2.2, 2.1.4) and do nothing
 * while somebody types.
 */
export function startKeys(): void {
  const help = byId<HTMLDialogElement>('task-help');
  const opener = byId('task-help-open');
  const on = byId<HTMLInputElement>('task-keys-on');
  opener.hidden = false;
  opener.addEventListener('click', () => help.showModal());
  on.checked = localStorage.getItem(SWITCH) !== 'off';
  on.addEventListener('change', () => localStorage.setItem(SWITCH, on.checked ? 'on' : 'off'));

  const actions: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    t: () => document.getElementById('take')?.click(),
    a: () => focusOn('approve'),
    d: () => openDecline(),
    x: () => (document.getElementById('check') ?? document.getElementById('uncheck'))?.click(),
    '/': () => byId('q').focus(),
    '?': () => help.showModal(),
  };
  document.addEventListener('keydown', (event) => {
    if (!on.checked || help.open || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
    !(target instanceof HTMLInputElement && target.type === 'checkbox')
  );
}

// From the row that has the focus, else from the one that is open.
function move(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('#tasks a.item')];
  if (links.length === 0) {
    return;
  }
  let at = links.indexOf(document.activeElement as HTMLElement);
  if (at < 0) {
    at = links.findIndex((link) => link.hasAttribute('aria-current'));
  }
  const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step));
  links[next]?.focus();
}

// The button gets the focus, and Enter presses it: one stray key approves nothing.
function focusOn(id: string): void {
  const button = document.getElementById(id);
  button?.scrollIntoView({ block: 'center' });
  button?.focus();
}

function openDecline(): void {
  const details = document.getElementById('decline-form');
  if (details instanceof HTMLDetailsElement) {
    details.open = true;
    document.getElementById('reason')?.focus();
  }
}
