import { sha256 } from '@hpke/common';
import { concat, type Bytes } from './bytes.ts';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The root of a Merkle tree (RFC 9162, section 2.1) whose leaves come one after the other. */
export class MerkleTree {
  /** Roots of full subtrees, the largest first. */
  readonly #subtrees: Bytes[] = [];
  #size = 0;

  add(leaf: Bytes): void {
    let hash = hashOf(LEAF, leaf);
    for (let bits = this.#size; bits % 2 === 1; bits = Math.floor(bits / 2)) {
      hash = hashOf(NODE, this.#subtrees.pop()!, hash);
    }
    this.#subtrees.push(hash);
    this.#size++;
  }

  get size(): number {
    return this.#size;
  }

  root(): Bytes {
    const root = this.#subtrees.reduceRight<Bytes | undefined>(
      (right, left) => (right ? hashOf(NODE, left, right) : left),
      undefined,
    );
    return root?.slice() ?? hashOf();
  }
}

// Not the browser's own hash: that one answers later, and ten thousand waits cost more than the hashing.
function hashOf(...parts: Bytes[]): Bytes {
  return new Uint8Array(sha256.create().update(concat(...parts)).digest());
}
