import type { Bytes } from '../src/crypto/bytes.ts';

/** The bytes with one bit flipped. */
export function flipped(bytes: Bytes, position: number): Bytes {
  const copy = bytes.slice();
  copy[position % copy.length]! ^= 1 << position % 8;
  return copy;
}

/** The bytes cut short, lengthened, doubled or with two parts swapped, in turn. */
export function changed(bytes: Bytes, turn: number): Bytes {
  const middle = Math.floor(bytes.length / 2);
  switch (turn % 4) {
    case 0:
      return bytes.slice(0, turn % bytes.length);
    case 1:
      return Uint8Array.of(...bytes, turn % 256);
    case 2:
      return Uint8Array.of(...bytes, ...bytes);
    default:
      return Uint8Array.of(...bytes.slice(middle), ...bytes.slice(0, middle));
  }
}
