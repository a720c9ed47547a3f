import { concat, utf8, uuidBytes, type Bytes } from './bytes.ts';
import { CryptoRefusal } from './refusal.ts';

const FIELD_HEAD = 5;

/** One field: tag (1 byte), length (4 bytes, big endian), value. */
export function field(tag: number, value: Uint8Array): Bytes {
  const head = new Uint8Array(FIELD_HEAD);
  head[0] = tag;
  new DataView(head.buffer).setUint32(1, value.length);
  return concat(head, value);
}

/** A context: a label, then the given values, with tags counting from 1. */
export function labelled(label: string, ...values: Uint8Array[]): Bytes {
  const parts = [utf8(label), ...values];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + FIELD_HEAD + part.length, 0));
  const view = new DataView(whole.buffer);
  let offset = 0;
  parts.forEach((part, index) => {
    whole[offset] = index + 1;
    view.setUint32(offset + 1, part.length);
    whole.set(part, offset + FIELD_HEAD);
    offset += FIELD_HEAD + part.length;
  });
  return whole;
}

export function int32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value);
  return bytes;
}

export const uuid = uuidBytes;

/** Reads fields by tag, in order, of an expected length, and nothing else. */
export class TlvReader {
  readonly #bytes: Bytes;
  #position = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  get position(): number {
    return this.#position;
  }

  octet(): number {
    const value = this.#bytes[this.#position];
    if (value === undefined) {
      throw new CryptoRefusal('TRUNCATED');
    }
    this.#position++;
    return value;
  }

  nextIs(tag: number): boolean {
    return this.#bytes[this.#position] === tag;
  }

  /** Reads a field of one length, or of at least and at most so many bytes. */
  bytes(tag: number, least: number, most: number = least): Bytes {
    if (this.#remaining() < FIELD_HEAD) {
      throw new CryptoRefusal('TRUNCATED');
    }
    if (this.octet() !== tag) {
      throw new CryptoRefusal('UNEXPECTED_FIELD');
    }
    const length = new DataView(this.#bytes.buffer).getInt32(this.#bytes.byteOffset + this.#position);
    if (length < least || length > most) {
      throw new CryptoRefusal('WRONG_LENGTH');
    }
    this.#position += 4;
    if (this.#remaining() < length) {
      throw new CryptoRefusal('TRUNCATED');
    }
    this.#position += length;
    return this.#bytes.slice(this.#position - length, this.#position);
  }

  /** Reads 8 bytes as a number; what JavaScript could not count exactly is refused. */
  int64(tag: number): number {
    const value = Number(new DataView(this.bytes(tag, 8).buffer).getBigInt64(0));
    if (!Number.isSafeInteger(value)) {
      throw new CryptoRefusal('NOT_CANONICAL');
    }
    return value;
  }

  end(): void {
    if (this.#remaining() > 0) {
      throw new CryptoRefusal('TRAILING_BYTES');
    }
  }

  #remaining(): number {
    return this.#bytes.length - this.#position;
  }
}
