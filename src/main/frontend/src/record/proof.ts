import { fromBase64url } from '../crypto/base64url.ts';
import { fromHex, hex, type Bytes } from '../crypto/bytes.ts';
import { ManifestTally } from '../crypto/manifest-tally.ts';
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
import type { SealedEntity, SealedExchange, SignedManifest } from './sealed.ts';

interface Link {
  manifest: ShareManifest;
  signingKey: Bytes;
}

/** Whether what one doctor signed as shared is what the portal handed out; else why not. */
export interface Proof {
  doctor: string;
  refusal?: string;
}

/** Notices what a portal holds back or brings back in an older form; see docs/keys.md. */
export class Proofs {
  readonly #exchanges = new Map<string, SealedExchange>();
  readonly #entities: SealedEntity[] = [];
  readonly #party: string;

  constructor(party: string) {
    this.#party = party;
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
    for (const exchange of this.#remembered()) {
      if (this.#exchanges.has(exchange) && !chains.has(exchange)) {
        chains.set(exchange, []);
      }
    }
    const proofs = await Promise.all([...chains].map(([exchange, chain]) => this.#proof(exchange, chain)));
    return [...unreadable, ...proofs];
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
      requireCovers(last.manifest, this.#tallyOf(id));
      localStorage.setItem(this.#name(id), `${head.sequence} ${hex(head.hash)}`);
      return { doctor };
    } catch (problem) {
      return { doctor, refusal: problem instanceof CryptoRefusal ? problem.reason : 'MALFORMED' };
    }
  }

  async #follow(chain: Link[], exchange: string): Promise<ManifestHead> {
    const known = this.#known(exchange);
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

  #tallyOf(exchange: string): ManifestTally {
    const tally = new ManifestTally();
    this.#entities
      .filter((entity) => entity.delegation.exchangeId === exchange)
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .forEach(({ id, fhirType, version, delegation }) =>
        tally.add({ entity: id, type: fhirType, version, contentKeyId: delegation.contentKeyId }),
      );
    return tally;
  }

  #known(exchange: string): ManifestHead | undefined {
    const [sequence, hash] = (localStorage.getItem(this.#name(exchange)) ?? '').split(' ');
    return sequence && hash ? { sequence: Number(sequence), hash: fromHex(hash) } : undefined;
  }

  #remembered(): string[] {
    const prefix = this.#name('');
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  }

  #name(exchange: string): string {
    return `vestibule.manifest.${this.#party}.${exchange}`;
  }
}
