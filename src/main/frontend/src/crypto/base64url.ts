import type { Bytes } from './bytes.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NO_LETTER = 255;
const VALUES = new Uint8Array(128).fill(NO_LETTER);
for (let value = 0; value < LETTERS.length; value++) {
  VALUES[LETTERS.charCodeAt(value)] = value;
}

/** Base64url without padding (RFC 4648, section 5). */
export function base64url(bytes: Uint8Array): string {
  let binary = '';
  for (const value of bytes) {
    binary += String.fromCharCode(value);
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads base64url and refuses every other way of writing the same bytes. */
export function fromBase64url(text: string): Bytes {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let position = 0;
  for (let i = 0; i < text.length; i++) {
    bits = ((bits & 0xff) << 6) | valueAt(text, i);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[position++] = bits >> count;
    }
  }
  // A whole letter, or bits that are set, would be left over: no encoder writes that.
  if (count === 6 || (bits & ((1 << count) - 1)) !== 0) {
    throw new TypeError('Not canonical base64url');
  }
  return bytes;
}

function valueAt(text: string, index: number): number {
  const value = VALUES[text.charCodeAt(index)] ?? NO_LETTER;
  if (value === NO_LETTER) {
    throw new TypeError('Not base64url');
  }
  return value;
}
