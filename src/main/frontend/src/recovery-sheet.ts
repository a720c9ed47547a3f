import { show } from './enrol-sections.ts';
import { byId } from './page/dom.ts';
import { drawQr } from './page/qr.ts';

/** Shows the code to be printed or written down, and as a QR for the next device. */
export function showRecovery(code: string): void {
  byId('enrol-recovery-code').textContent = code;
  // Behind the #: the portal never sees it.
  drawQr(byId('enrol-recovery-qr'), `${location.origin}/my/restore#${code}`);
  show('enrol-recovery');
}
