import { byId, element } from '../page/dom.ts';
import { getJson } from '../page/http.ts';
import { text } from '../page/texts.ts';

/** How far the doctors have come, as the portal tells it. */
export interface Progress {
  shared: number;
  asked: number;
  doctors: { name: string; state: string; reason: string; message: string; heldBack: string[] }[];
}

const EVERY = 4_000;

/** Looks again while somebody is still asked; tells when another doctor has shared. */
export function watchProgress(onShared: () => void): void {
  let last: string | undefined;
  let shared: number | undefined;
  const look = async () => {
    if (document.visibilityState === 'visible') {
      const progress = await getJson<Progress>('/my/progress').catch(() => undefined);
      const seen = JSON.stringify(progress);
      if (progress && seen !== last) {
        render(progress);
        if (shared !== undefined && progress.shared !== shared) {
          onShared();
        }
        last = seen;
        shared = progress.shared;
      }
    }
    setTimeout(look, EVERY);
  };
  void look();
}

function render({ shared, asked, doctors }: Progress): void {
  const summary = byId('progress-summary');
  summary.textContent = text('summary', shared, asked);
  summary.hidden = asked === 0;
  byId('progress-nobody').hidden = asked > 0;
  byId('progress').replaceChildren(
    ...doctors.map(({ name, state, reason, message, heldBack }) => {
      const tag = element('span', { class: state === 'SHARED' ? 'tag good' : 'tag' }, text(`state.${state}`));
      const item = element('li', {}, element('p', { class: 'row' }, element('strong', {}, name), ' ', tag));
      if (reason) {
        item.append(element('p', { class: 'muted' }, text(`reason.${reason}`)));
      }
      if (message) {
        item.append(element('p', {}, message));
      }
      item.append(...heldBack.map((sentence) => element('p', { class: 'held-back' }, sentence)));
      return item;
    }),
  );
}
