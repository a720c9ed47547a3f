import type { Bytes } from './bytes.ts';
import { CryptoRefusal } from './refusal.ts';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECKS = `${DIGITS}*~$=U`;
const BITS = 5;

/** Base 32 in Crockford's alphabet with his check character; bytes come in multiples of 5. */
export function encodeCrockford(bytes: Bytes): string {
  const digits = Array.from({ length: (bytes.length * 8) / BITS }, (_, index) => DIGITS[digit(bytes, index)]);
  return digits.join('') + CHECKS[check(bytes)];
}

/** Reads it however somebody typed it: any case, I and L as 1, O as 0, spaces and hyphens skipped. */
export function decodeCrockford(text: string, size: number): Bytes {
  const typed = text.replace(/[ -]/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase());
  const characters = typed.replace(/[IL]/g, '1').replaceAll('O', '0');
  const count = (size * 8) / BITS;
  const bytes = new Uint8Array(size);
  if (characters.length !== count + 1) {
    throw new CryptoRefusal('MISTYPED');
  }
  for (let i = 0; i < count; i++) {
    const value = DIGITS.indexOf(characters[i]!);
    if (value < 0) {
      throw new CryptoRefusal('MISTYPED');
    }
    put(bytes, i, value);
  }
  if (CHECKS.indexOf(characters[count]!) !== check(bytes)) {
    throw new CryptoRefusal('MISTYPED');
  }
  return bytes;
}

function digit(bytes: Bytes, index: number): number {
  let value = 0;
  for (let bit = index * BITS; bit < (index + 1) * BITS; bit++) {
    value = value * 2 + ((bytes[bit >> 3]! >> (7 - (bit % 8))) & 1);
  }
  return value;
}

function put(bytes: Bytes, index: number, value: number): void {
  for (let i = 0; i < BITS; i++) {
    const bit = index * BITS + i;
    bytes[bit >> 3]! |= ((value >> (BITS - 1 - i)) & 1) << (7 - (bit % 8));
  }
}

/** The number the bytes are, modulo 37. */
function check(bytes: Bytes): number {
  return bytes.reduce((remainder, value) => (remainder * 256 + value) % CHECKS.length, 0);
}
