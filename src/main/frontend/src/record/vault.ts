import { fromBase64url } from '../crypto/base64url.ts';
import { fromHex, type Bytes } from '../crypto/bytes.ts';
import { openContent } from '../crypto/content.ts';
import { unwrap, wrappingKey } from '../crypto/delegation.ts';
import { decodeExchange, openExchange, requireSigned } from '../crypto/exchange.ts';
import { CryptoRefusal } from '../crypto/refusal.ts';
import type { DeviceKey } from '../device/device-key.ts';
import { openingKeyOf } from '../device/stored-key.ts';
import type { SealedEntity, SealedExchange } from './sealed.ts';

interface Exchange {
  delegator: string;
  delegatorName: string;
  wrapping: CryptoKey;
}

/** Opens what was shared with one patient; each exchange key is opened once. */
export class Vault {
  readonly #exchanges = new Map<string, Promise<Exchange>>();
  readonly #device: DeviceKey;
  readonly #clinic: string;
  readonly #party: string;

  constructor(device: DeviceKey, clinic: string, party: string) {
    this.#device = device;
    this.#clinic = clinic;
    this.#party = party;
  }

  /** Takes the exchange records of a page; one that is refused is so for each of its entities. */
  add(exchanges: SealedExchange[]): void {
    for (const sealed of exchanges) {
      if (!this.#exchanges.has(sealed.exchangeId)) {
        const opened = this.#openExchange(sealed);
        opened.catch(() => undefined);
        this.#exchanges.set(sealed.exchangeId, opened);
      }
    }
  }

  /** The content of an entity and who shared it; throws a CryptoRefusal with the reason. */
  async open(entity: SealedEntity): Promise<{ content: Bytes; sharedBy: string }> {
    const { delegation } = entity;
    const exchange = await this.#exchanges.get(delegation.exchangeId);
    if (!exchange) {
      throw new CryptoRefusal('NOT_A_RECIPIENT');
    }
    const place = { clinic: this.#clinic, entity: entity.id, type: entity.fhirType };
    const header = {
      ...place,
      contentKeyId: delegation.contentKeyId,
      exchange: delegation.exchangeId,
      delegator: exchange.delegator,
      delegate: this.#party,
      permission: delegation.permission,
    };
    const key = await unwrap(exchange.wrapping, header, fromBase64url(delegation.wrapped));
    const envelope = fromBase64url(entity.envelope);
    const content = await openContent(key, { ...place, version: entity.version }, envelope);
    return { content, sharedBy: exchange.delegatorName };
  }

  async #openExchange(sealed: SealedExchange): Promise<Exchange> {
    const record = decodeExchange(fromBase64url(sealed.record));
    await requireSigned(record, fromBase64url(sealed.delegatorSigningKey));
    if (record.clinic !== this.#clinic || record.delegate !== this.#party) {
      throw new CryptoRefusal('NOT_A_RECIPIENT');
    }
    const key = openingKeyOf(this.#device.opening);
    const secret = await openExchange(record, fromHex(this.#device.keyId), key);
    const wrapping = await wrappingKey(secret);
    secret.fill(0);
    return { delegator: record.delegator, delegatorName: sealed.delegatorName, wrapping };
  }
}
