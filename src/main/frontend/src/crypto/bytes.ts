/** Bytes of their own, as WebCrypto wants them: never a view on shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

const ENCODER = new TextEncoder();

export function utf8(text: string): Bytes {
  // Most are short and plain, as labels and types are: then the encoder's call costs more than its work.
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) {
      return ENCODER.encode(text);
    }
    bytes[i] = code;
  }
  return bytes;
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compare(a, b) === 0;
}

/** Orders like Java's `Arrays.compareUnsigned`. */
export function compare(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) {
      return difference;
    }
  }
  return a.length - b.length;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (value) => value.toString(16).padStart(2, '0')).join('');
}

// Tables and one place to write to, since a page writes these for thousands of records at a time.
const NO_DIGIT = 0x100;
const DIGITS = new Uint16Array(128).fill(NO_DIGIT);
for (let value = 0; value < 16; value++) {
  DIGITS[value.toString(16).charCodeAt(0)] = value;
}
const DASHES = [8, 13, 18, 23];
const UUID_SIZE = 16;
const OCTETS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

export function fromHex(text: string): Bytes {
  const bytes = new Uint8Array(text.length >> 1);
  writeHex(text, bytes, 0);
  return bytes;
}

/** Writes what the lower case digits stand for; gives the place behind it. */
export function writeHex(text: string, to: Uint8Array, offset: number): number {
  const end = offset + (text.length >> 1);
  let seen = 0;
  for (let i = offset, at = 0; i < end; i++, at += 2) {
    const value = octet(text, at);
    seen |= value;
    to[i] = value;
  }
  if (seen > 0xff || text.length % 2 !== 0) {
    throw new TypeError('Not hexadecimal');
  }
  return end;
}

/** What two lower case digits stand for; more than a byte if one of them is none. */
function octet(text: string, index: number): number {
  const high = DIGITS[text.charCodeAt(index)] ?? NO_DIGIT;
  return (high << 4) | (DIGITS[text.charCodeAt(index + 1)] ?? NO_DIGIT);
}

/** The 16 bytes of a UUID in its textual form. */
export function uuidBytes(text: string): Bytes {
  const bytes = new Uint8Array(UUID_SIZE);
  writeUuid(text, bytes, 0);
  return bytes;
}

/** Writes the 16 bytes of a UUID; gives the place behind them. */
export function writeUuid(text: string, to: Uint8Array, offset: number): number {
  let seen = 0;
  for (let i = 0; i < UUID_SIZE; i++) {
    const value = octet(text, OCTETS[i]!);
    seen |= value;
    to[offset + i] = value;
  }
  if (seen > 0xff || text.length !== 36 || DASHES.some((index) => text[index] !== '-')) {
    throw new TypeError('Not a UUID');
  }
  return offset + UUID_SIZE;
}

export function uuidText(bytes: Uint8Array): string {
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
