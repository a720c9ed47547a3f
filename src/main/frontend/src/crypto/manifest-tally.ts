import { compare, concat, fromHex, utf8, uuidBytes, type Bytes } from './bytes.ts';
import { MerkleTree } from './merkle.ts';
import { CryptoRefusal } from './refusal.ts';
import { field, int32 } from './tlv.ts';

/** What a manifest says about one shared entity; `contentKeyId` are 32 hex digits. */
export interface ManifestEntry {
  entity: string;
  type: string;
  version: number;
  contentKeyId: string;
}

/** Adds up the entries of a share in ascending order of entity, as PostgreSQL sorts UUIDs. */
export class ManifestTally {
  readonly #tree = new MerkleTree();
  readonly counts = new Map<string, number>();
  #last: Bytes | undefined;

  /** Takes the next entry and refuses one that does not come after the one before. */
  add(entry: ManifestEntry): void {
    const entity = uuidBytes(entry.entity);
    if (this.#last && compare(this.#last, entity) >= 0) {
      throw new CryptoRefusal('NOT_CANONICAL');
    }
    this.#last = entity;
    this.counts.set(entry.type, (this.counts.get(entry.type) ?? 0) + 1);
    this.#tree.add(
      concat(
        field(1, entity),
        field(2, utf8(entry.type)),
        field(3, int32(entry.version)),
        field(4, fromHex(entry.contentKeyId)),
      ),
    );
  }

  get size(): number {
    return this.#tree.size;
  }

  root(): Bytes {
    return this.#tree.root();
  }
}
