import { GCM_HEAD } from './aesgcm.ts';
import { utf8, writeHex, writeUuid, type Bytes } from './bytes.ts';

const FIELD_HEAD = 5;
// Labels, identifiers and names of types; whatever is longer is refused, not cut.
const MOST = 1024;

/**
 * Writes a context as {@link labelled} does: a label, then values, with tags counting from 1.
 *
 * Without an array for each value: those cost more than the cipher that takes the context.
 */
export class Context {
  readonly #bytes = new Uint8Array(MOST);
  #tag = 0;
  #end = 0;

  constructor() {
    this.#bytes.set(GCM_HEAD);
  }

  /** Begins a context; what was written before is gone. */
  begin(label: Bytes): this {
    this.#tag = 0;
    this.#end = GCM_HEAD.length;
    return this.bytes(label);
  }

  bytes(value: Uint8Array): this {
    const start = this.#head(value.length);
    this.#bytes.set(value, start);
    return this;
  }

  text(value: string): this {
    return this.bytes(utf8(value));
  }

  uuid(value: string): this {
    writeUuid(value, this.#bytes, this.#head(16));
    return this;
  }

  /** Bytes as lower case digits. */
  hex(value: string): this {
    writeHex(value, this.#bytes, this.#head(value.length >> 1));
    return this;
  }

  /** All that was written, on its own. */
  copy(): Bytes {
    return this.#bytes.slice(GCM_HEAD.length, this.#end);
  }

  /** All that was written behind GCM_HEAD, until the next context begins. */
  associated(): Bytes {
    return this.#bytes.subarray(0, this.#end);
  }

  #head(length: number): number {
    const start = this.#end + FIELD_HEAD;
    this.#end = start + length;
    if (this.#end > MOST) {
      throw new RangeError('Too long for a context');
    }
    const bytes = this.#bytes;
    bytes[start - 5] = ++this.#tag;
    bytes[start - 4] = length >>> 24;
    bytes[start - 3] = length >>> 16;
    bytes[start - 2] = length >>> 8;
    bytes[start - 1] = length;
    return start;
  }
}
