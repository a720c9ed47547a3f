import type { Bytes } from './bytes.ts';
import { CryptoRefusal } from './refusal.ts';

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const SEQUENCE = 0x30;
const LONG_FORM = 0x80;

/** Reads the few shapes of DER (X.690) an RSA key is made of, in their one spelling. */
export class DerReader {
  readonly #bytes: Bytes;
  #position = 0;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  sequenceBytes(): Bytes {
    return this.#value(SEQUENCE);
  }

  sequence(): DerReader {
    return new DerReader(this.sequenceBytes());
  }

  octets(): DerReader {
    return new DerReader(this.#value(OCTET_STRING));
  }

  bits(): DerReader {
    const bits = new DerReader(this.#value(BIT_STRING));
    if (bits.#octet() !== 0) {
      throw new CryptoRefusal('NOT_CANONICAL');
    }
    return bits;
  }

  /** A number that is not negative, without a leading zero. */
  natural(): Bytes {
    const bytes = this.#value(INTEGER);
    const first = bytes[0];
    const second = bytes[1];
    if (first === undefined || first >= 0x80 || (first === 0 && second !== undefined && second < 0x80)) {
      throw new CryptoRefusal('NOT_CANONICAL');
    }
    return first === 0 ? bytes.slice(1) : bytes;
  }

  end(): void {
    if (this.#position < this.#bytes.length) {
      throw new CryptoRefusal('TRAILING_BYTES');
    }
  }

  #value(tag: number): Bytes {
    if (this.#octet() !== tag) {
      throw new CryptoRefusal('UNEXPECTED_FIELD');
    }
    const length = this.#length();
    if (this.#bytes.length - this.#position < length) {
      throw new CryptoRefusal('TRUNCATED');
    }
    this.#position += length;
    return this.#bytes.slice(this.#position - length, this.#position);
  }

  #length(): number {
    const first = this.#octet();
    if (first < LONG_FORM) {
      return first;
    }
    let length = this.#octet();
    if (first === LONG_FORM + 2) {
      length = length * 256 + this.#octet();
    } else if (first !== LONG_FORM + 1) {
      throw new CryptoRefusal('NOT_CANONICAL');
    }
    if (length < LONG_FORM || (first === LONG_FORM + 2 && length < 256)) {
      throw new CryptoRefusal('NOT_CANONICAL');
    }
    return length;
  }

  #octet(): number {
    const value = this.#bytes[this.#position];
    if (value === undefined) {
      throw new CryptoRefusal('TRUNCATED');
    }
    this.#position++;
    return value;
  }
}
