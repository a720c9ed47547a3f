import { fromBase64url } from '../crypto/base64url.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { ManifestTally, type ManifestEntry } from '../crypto/manifest-tally.ts';
import {
  decodeManifest,
  headOf,
  requireCovers,
  requireFollows,
  requireManifestSigned,
  type ManifestHead,
  type ShareManifest,
} from '../crypto/manifest.ts';
import { CryptoRefusal } from '../crypto/refusal.ts';
import { SeenManifests } from './seen.ts';
import type { ReplacedEntry, SealedEntity, SealedExchange, SignedManifest } from './sealed.ts';

interface Link {
  manifest: ShareManifest;
  signingKey: Bytes;
}

/** Whether what one doctor signed as shared is what the portal handed out; else why not. */
export interface Proof {
  doctor: string;
  refusal?: string;
  /** How many of the signed records the clinic says it has changed since. */
  changed?: number;
}

function tallyOf(entries: ManifestEntry[]): ManifestTally {
  const tally = new ManifestTally();
  entries.sort((one, other) => (one.entity < other.entity ? -1 : 1)).forEach((entry) => tally.add(entry));
  return tally;
}

/** Notices what a portal holds back or brings back in an older form; see docs/keys.md. */
export class Proofs {
  readonly #exchanges = new Map<string, SealedExchange>();
  readonly #entities: SealedEntity[] = [];
  readonly #party: string;
  readonly #keyId: string;
  readonly #replaced: ReplacedEntry[];
  readonly #seen: SeenManifests;

  constructor(party: string, keyId: string, replaced: ReplacedEntry[]) {
    this.#party = party;
    this.#keyId = keyId;
    this.#replaced = replaced;
    this.#seen = new SeenManifests(party);
  }

  add(exchanges: SealedExchange[], entities: SealedEntity[]): void {
    for (const exchange of exchanges) {
      this.#exchanges.set(exchange.exchangeId, exchange);
    }
    this.#entities.push(...entities);
  }

  /** Compares everything that came with everything that was signed. */
  async check(manifests: SignedManifest[]): Promise<Proof[]> {
    const chains = new Map<string, Link[]>();
    const unreadable: Proof[] = [];
    for (const signed of manifests) {
      try {
        const manifest = decodeManifest(fromBase64url(signed.manifest));
        const link = { manifest, signingKey: fromBase64url(signed.signingKey) };
        chains.set(manifest.exchange, [...(chains.get(manifest.exchange) ?? []), link]);
      } catch {
        unreadable.push({ doctor: '', refusal: 'MALFORMED' });
      }
    }
    for (const exchange of this.#seen.exchanges()) {
      if (this.#exchanges.has(exchange) && !chains.has(exchange)) {
        chains.set(exchange, []);
      }
    }
    const proofs = await Promise.all([...chains].map(([exchange, chain]) => this.#proof(exchange, chain)));
    return [...unreadable, ...proofs, ...this.#gone(chains)];
  }

  /** Doctors of whom nothing is left: taken back, or all of it held back, which looks the same. */
  #gone(chains: Map<string, unknown>): Proof[] {
    const present = new Set([...this.#exchanges.values()].map((exchange) => exchange.delegatorName));
    const gone = this.#seen
      .exchanges()
      .filter((exchange) => !this.#exchanges.has(exchange) && !chains.has(exchange))
      .map((exchange) => this.#seen.of(exchange))
      .filter((seen) => seen?.keyId === this.#keyId)
      .map((seen) => seen?.doctor ?? '');
    return [...new Set(gone)]
      .filter((doctor) => !present.has(doctor))
      .map((doctor) => ({ doctor, refusal: 'GONE' }));
  }

  async #proof(id: string, chain: Link[]): Promise<Proof> {
    const exchange = this.#exchanges.get(id);
    const doctor = exchange?.delegatorName ?? '';
    try {
      const last = chain.at(-1);
      if (!exchange || !last) {
        throw new CryptoRefusal(last ? 'INCOMPLETE' : 'ROLLED_BACK');
      }
      const head = await this.#follow(chain, id);
      const present = this.#presentIn(id);
      const changed = this.#replacedIn(id, present);
      // With them in their places the list has to come out to the last bit: nothing else is missing.
      requireCovers(last.manifest, tallyOf([...present, ...changed]));
      this.#seen.remember(id, head, this.#keyId, doctor);
      return { doctor, changed: changed.length };
    } catch (problem) {
      return { doctor, refusal: problem instanceof CryptoRefusal ? problem.reason : 'MALFORMED' };
    }
  }

  async #follow(chain: Link[], exchange: string): Promise<ManifestHead> {
    const known = this.#seen.of(exchange);
    let head: ManifestHead | undefined;
    for (const { manifest, signingKey } of chain) {
      await requireManifestSigned(manifest, signingKey);
      if (manifest.delegate !== this.#party) {
        throw new CryptoRefusal('NOT_A_RECIPIENT');
      }
      if (head) {
        await requireFollows(manifest, head);
      } else if (manifest.sequence !== 1) {
        throw new CryptoRefusal('BROKEN_CHAIN');
      }
      if (known?.sequence === manifest.sequence) {
        await requireFollows(manifest, known);
      }
      head = await headOf(manifest);
    }
    if (known && head!.sequence < known.sequence) {
      throw new CryptoRefusal('ROLLED_BACK');
    }
    return head!;
  }

  #presentIn(exchange: string): ManifestEntry[] {
    return this.#entities
      .filter((entity) => entity.delegation.exchangeId === exchange)
      .map(({ id, fhirType, version, delegation }) => ({
        entity: id,
        type: fhirType,
        version,
        contentKeyId: delegation.contentKeyId,
      }));
  }

  #replacedIn(exchange: string, present: ManifestEntry[]): ManifestEntry[] {
    const there = new Set(present.map((entry) => entry.entity));
    return this.#replaced
      .filter((entry) => entry.exchangeId === exchange && !there.has(entry.id))
      .map(({ id, fhirType, version, contentKeyId }) => ({ entity: id, type: fhirType, version, contentKeyId }));
  }
}
