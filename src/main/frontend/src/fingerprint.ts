/*
 * For pages that show a fingerprint and have no other script: draws it as a QR code.
 *
 * Elements: [data-fingerprint-qr] with the digits, and data-fingerprint-label.
 */
import { drawFingerprints } from './page/fingerprint-qr.ts';

drawFingerprints();
