import { drawQr } from './qr.ts';

/**
 * Draws a key's thirty digits as a QR code into every element that has `data-fingerprint-qr`.
 *
 * The attribute holds the digits, with or without spaces; `data-fingerprint-label` says to who does
 * not see it what it is. An element without digits stays as it is.
 */
export function drawFingerprints(): void {
  for (const holder of document.querySelectorAll<HTMLElement>('[data-fingerprint-qr]')) {
    const digits = (holder.dataset['fingerprintQr'] ?? '').replace(/\s/g, '');
    if (/^[0-9]{30}$/.test(digits)) {
      drawQr(holder, digits);
      holder.setAttribute('role', 'img');
      holder.setAttribute('aria-label', `${holder.dataset['fingerprintLabel'] ?? ''} ${digits}`.trim());
      holder.hidden = false;
    }
  }
}
