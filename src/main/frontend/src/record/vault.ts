import { fromBase64url } from '../crypto/base64url.ts';
import { fromHex } from '../crypto/bytes.ts';
import { wrappingKey } from '../crypto/delegation.ts';
import { decodeExchange, openExchange, requireSigned } from '../crypto/exchange.ts';
import { CryptoRefusal } from '../crypto/refusal.ts';
import type { DeviceKey } from '../device/device-key.ts';
import { openingKeyOf } from '../device/stored-key.ts';
import { reasonOf, type Content, type OpenedExchange } from './open-entity.ts';
import { Openers } from './openers.ts';
import type { SealedEntity, SealedExchange } from './sealed.ts';

/** Opens what was shared with one patient; each exchange key is opened once. */
export class Vault {
  readonly #exchanges = new Map<string, Promise<OpenedExchange | string>>();
  readonly #names = new Map<string, string>();
  readonly #openers: Openers;
  readonly #device: DeviceKey;
  readonly #clinic: string;
  readonly #party: string;

  constructor(device: DeviceKey, clinic: string, party: string, openers = new Openers()) {
    this.#openers = openers;
    this.#device = device;
    this.#clinic = clinic;
    this.#party = party;
  }

  /** Takes the exchange records of a page; one that is refused is so for each of its entities. */
  add(exchanges: SealedExchange[]): void {
    for (const sealed of exchanges) {
      if (!this.#exchanges.has(sealed.exchangeId)) {
        this.#exchanges.set(sealed.exchangeId, this.#openExchange(sealed).catch(reasonOf));
        this.#names.set(sealed.exchangeId, sealed.delegatorName);
      }
    }
  }

  /** Who shared an entity. */
  sharedBy(entity: SealedEntity): string {
    return this.#names.get(entity.delegation.exchangeId) ?? '';
  }

  /** The contents in the order of the entities, or why there is none. */
  async open(entities: SealedEntity[]): Promise<Content[]> {
    const ids = [...new Set(entities.map((entity) => entity.delegation.exchangeId))];
    const known = ids.map(async (id) => [id, (await this.#exchanges.get(id)) ?? 'NOT_A_RECIPIENT'] as const);
    return this.#openers.open({ exchanges: new Map(await Promise.all(known)), entities });
  }

  /** Ends the workers; nothing is opened afterwards. */
  close(): void {
    this.#openers.end();
  }

  async #openExchange(sealed: SealedExchange): Promise<OpenedExchange> {
    const record = decodeExchange(fromBase64url(sealed.record));
    await requireSigned(record, fromBase64url(sealed.delegatorSigningKey));
    if (record.clinic !== this.#clinic || record.delegate !== this.#party) {
      throw new CryptoRefusal('NOT_A_RECIPIENT');
    }
    const key = openingKeyOf(this.#device.opening);
    const secret = await openExchange(record, fromHex(this.#device.keyId), key);
    const wrapping = await wrappingKey(secret);
    secret.fill(0);
    return { clinic: this.#clinic, delegator: record.delegator, delegate: this.#party, wrapping };
  }
}
