import { fromBase64url } from '../crypto/base64url.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { openContent } from '../crypto/content.ts';
import { unwrap } from '../crypto/delegation.ts';
import { CryptoRefusal } from '../crypto/refusal.ts';
import type { SealedEntity } from './sealed.ts';

/** What opens the entities of one exchange; all of it can be sent to a worker. */
export interface OpenedExchange {
  clinic: string;
  delegator: string;
  delegate: string;
  /** Unwraps content keys; can not be read out. */
  wrapping: CryptoKey;
}

/** Entities with what opens them, by the exchange's id; of an exchange that was refused the reason. */
export interface Work {
  exchanges: Map<string, OpenedExchange | string>;
  entities: SealedEntity[];
}

/** An entity's content, or why there is none: a CryptoRefusal's reason or NOT_READABLE. */
export type Content = Bytes | string;

/** Opens all of them; one that is refused does not hold up the others. */
export function openAll({ exchanges, entities }: Work): Promise<Content[]> {
  return Promise.all(
    entities.map(async (entity) => {
      const exchange = exchanges.get(entity.delegation.exchangeId) ?? 'NOT_A_RECIPIENT';
      try {
        return typeof exchange === 'string' ? exchange : await openEntity(exchange, entity);
      } catch (problem) {
        return reasonOf(problem);
      }
    }),
  );
}

/** What a refusal is called; whatever else went wrong, it can not be read. */
export function reasonOf(problem: unknown): string {
  return problem instanceof CryptoRefusal ? problem.reason : 'NOT_READABLE';
}

async function openEntity(exchange: OpenedExchange, entity: SealedEntity): Promise<Bytes> {
  const { delegation } = entity;
  const place = { clinic: exchange.clinic, entity: entity.id, type: entity.fhirType };
  const header = {
    ...place,
    contentKeyId: delegation.contentKeyId,
    exchange: delegation.exchangeId,
    delegator: exchange.delegator,
    delegate: exchange.delegate,
    permission: delegation.permission,
  };
  const key = await unwrap(exchange.wrapping, header, fromBase64url(delegation.wrapped));
  return openContent(key, { ...place, version: entity.version }, fromBase64url(entity.envelope));
}
