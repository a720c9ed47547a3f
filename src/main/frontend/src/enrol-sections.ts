import { byId } from './page/dom.ts';

/** The sections of the page, of which one is shown at a time. */
export type Section =
  | 'enrol-start'
  | 'enrol-recovery'
  | 'enrol-code'
  | 'enrol-working'
  | 'enrol-refused'
  | 'enrol-fresh-sent'
  | 'enrol-wait'
  | 'enrol-failed';

const SECTIONS: Section[] = [
  'enrol-start',
  'enrol-recovery',
  'enrol-code',
  'enrol-working',
  'enrol-refused',
  'enrol-fresh-sent',
  'enrol-wait',
  'enrol-failed',
];

/** Shows one section, says its title to who listens, and moves the focus there. */
export function show(shown: Section): void {
  for (const id of SECTIONS) {
    byId(id).hidden = id !== shown;
  }
  const title = byId(shown).querySelector('h1');
  byId('enrol-status').textContent = title?.textContent ?? '';
  if (shown === 'enrol-code') {
    byId('enrol-code-input').focus();
  } else if (title && shown !== 'enrol-start') {
    title.tabIndex = -1;
    title.focus();
  }
}

/** Shows where to type the code, for the channel it was sent by. */
export function showCode(channel: string | undefined, wrong: boolean): void {
  if (channel !== undefined) {
    for (const line of byId('enrol-code').querySelectorAll<HTMLElement>('[data-channel]')) {
      line.hidden = line.dataset['channel'] !== channel;
    }
  }
  const input = byId<HTMLInputElement>('enrol-code-input');
  input.value = '';
  input.setAttribute('aria-invalid', String(wrong));
  byId('enrol-code-error').hidden = !wrong;
  show('enrol-code');
}

/** Shows where to type the birth date. */
export function showStart(wrong: boolean): void {
  byId('enrol-born').setAttribute('aria-invalid', String(wrong));
  byId('enrol-born-error').hidden = !wrong;
  show('enrol-start');
  if (wrong) {
    byId('enrol-born').focus();
  }
}
