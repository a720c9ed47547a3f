import { fromBase64url } from '../crypto/base64url.ts';
import { fromHex, hex } from '../crypto/bytes.ts';
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
import type { SealedEntity, SealedExchange } from './sealed.ts';

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
  async check(manifests: string[]): Promise<Proof[]> {
    const chains = new Map<string, ShareManifest[]>();
    for (const sealed of manifests) {
      const manifest = decodeManifest(fromBase64url(sealed));
      chains.set(manifest.exchange, [...(chains.get(manifest.exchange) ?? []), manifest]);
    }
    for (const exchange of this.#remembered()) {
      if (this.#exchanges.has(exchange) && !chains.has(exchange)) {
        chains.set(exchange, []);
      }
    }
    return Promise.all([...chains].map(([exchange, chain]) => this.#proof(exchange, chain)));
  }

  async #proof(id: string, chain: ShareManifest[]): Promise<Proof> {
    const exchange = this.#exchanges.get(id);
    const doctor = exchange?.delegatorName ?? '';
    try {
      const last = chain.at(-1);
      if (!exchange || !last) {
        throw new CryptoRefusal(last ? 'INCOMPLETE' : 'ROLLED_BACK');
      }
      const head = await this.#follow(chain, exchange);
      requireCovers(last, this.#tallyOf(id));
      localStorage.setItem(this.#name(id), `${head.sequence} ${hex(head.hash)}`);
      return { doctor };
    } catch (problem) {
      return { doctor, refusal: problem instanceof CryptoRefusal ? problem.reason : 'MALFORMED' };
    }
  }

  async #follow(chain: ShareManifest[], exchange: SealedExchange): Promise<ManifestHead> {
    const known = this.#known(exchange.exchangeId);
    let head: ManifestHead | undefined;
    for (const manifest of chain) {
      await requireManifestSigned(manifest, fromBase64url(exchange.delegatorSigningKey));
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
