import { base64url } from '../../src/crypto/base64url.ts';
import type { Bytes } from '../../src/crypto/bytes.ts';
import { decodePrivateKeys, encodePrivateKeys } from '../../src/crypto/private-keys.ts';
import { deviceKeyOf } from '../../src/device/device-key.ts';
import { Openers } from '../../src/record/openers.ts';
import type { SealedEntity } from '../../src/record/sealed.ts';
import { Vault } from '../../src/record/vault.ts';
import { makePair } from '../browser-case.ts';
import { contentKeyId, randomBytes, sealContent, sealExchange, wrap } from '../sealing.ts';

/** What each of them says. */
export const TEXT = 'x'.repeat(500);

/** So many entities that were shared in one exchange, and what opens them. */
export async function sharedRecord(count: number, openers = new Openers()) {
  const { doctor, patient } = await makePair();
  const place = {
    clinic: crypto.randomUUID(),
    exchange: crypto.randomUUID(),
    delegator: crypto.randomUUID(),
    delegate: crypto.randomUUID(),
  };
  const exchangeKey = randomBytes(32);
  const record = await sealExchange(place, 1_772_360_130_123_456n, exchangeKey, [patient.key], doctor);
  const device = await deviceKeyOf(place.clinic, decodePrivateKeys(encodePrivateKeys(patient.keys)));
  const vault = new Vault(device, place.clinic, place.delegate, openers);
  vault.add([
    {
      exchangeId: place.exchange,
      delegatorName: 'Julio Casares',
      delegatorSigningKey: base64url(doctor.key.signing),
      record: base64url(record),
    },
  ]);
  const entities = await Promise.all(Array.from({ length: count }, () => entityOf(place, exchangeKey)));
  return { vault, entities };
}

async function entityOf(
  place: { clinic: string; exchange: string; delegator: string; delegate: string },
  exchangeKey: Bytes,
): Promise<SealedEntity> {
  const secret = randomBytes(32);
  const id = crypto.randomUUID();
  const type = 'Observation';
  const delegation = {
    exchangeId: place.exchange,
    delegator: place.delegator,
    permission: 'READ' as const,
    contentKeyId: await contentKeyId(secret),
  };
  const header = { ...place, ...delegation, entity: id, type };
  const envelope = await sealContent(secret, { clinic: place.clinic, entity: id, type, version: 1 }, TEXT);
  return {
    id,
    kind: 'DATA_SAMPLE',
    fhirType: type,
    version: 1,
    envelope: base64url(envelope),
    delegation: { ...delegation, wrapped: base64url(await wrap(exchangeKey, header, secret)) },
  };
}
