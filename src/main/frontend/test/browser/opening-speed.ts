import { aesKey } from '../../src/crypto/aesgcm.ts';
import { base64url } from '../../src/crypto/base64url.ts';
import type { Bytes } from '../../src/crypto/bytes.ts';
import { decodePrivateKeys, encodePrivateKeys } from '../../src/crypto/private-keys.ts';
import { deviceKeyOf } from '../../src/device/device-key.ts';
import type { SealedEntity } from '../../src/record/sealed.ts';
import { Vault } from '../../src/record/vault.ts';
import { makePair } from '../browser-case.ts';
import { contentKeyId, randomBytes, sealContent, sealExchange, wrap } from '../sealing.ts';

const PAGE = 100;
const TEXT = 'x'.repeat(500);

/**
 * How many milliseconds it takes to open so many records as the patient's page does, and to do no
 * more than their AES-GCM: decrypt the wrapped key, import it, decrypt the content. In turns.
 */
export async function openingSpeed(count: number, rounds: number) {
  const { vault, entities, wrapping } = await sharedRecord(count);
  const bareOnes = await Promise.all(Array.from({ length: count }, () => bareRecord(wrapping)));
  const opened: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    opened.push(await timed(entities, async (one) => (await vault.open(one)).content));
    bare.push(await timed(bareOnes, (one) => openBare(wrapping, one)));
  }
  return { opened, bare };
}

/** Milliseconds for all of them, a page at a time, each page's at once. */
async function timed<T>(all: T[], open: (one: T) => Promise<ArrayLike<number>>): Promise<number> {
  const start = performance.now();
  for (let from = 0; from < all.length; from += PAGE) {
    for (const content of await Promise.all(all.slice(from, from + PAGE).map(open))) {
      if (content.length < TEXT.length) {
        throw new Error('Not everything was opened');
      }
    }
  }
  return performance.now() - start;
}

async function sharedRecord(count: number) {
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
  const vault = new Vault(device, place.clinic, place.delegate);
  vault.add([
    {
      exchangeId: place.exchange,
      delegatorName: 'Julio Casares',
      delegatorSigningKey: base64url(doctor.key.signing),
      record: base64url(record),
    },
  ]);
  const entities = await Promise.all(Array.from({ length: count }, () => entityOf(place, exchangeKey)));
  return { vault, entities, wrapping: await aesKey(randomBytes(32)) };
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

// As many bytes of associated data as a delegation and an entity have.
const WRAP_CONTEXT = new Uint8Array(183);
const CONTENT_CONTEXT = new Uint8Array(113);

interface BareRecord {
  iv: Bytes;
  wrapped: ArrayBuffer;
  content: ArrayBuffer;
}

async function bareRecord(wrapping: CryptoKey): Promise<BareRecord> {
  const iv = randomBytes(12);
  const secret = randomBytes(32);
  const seal = (key: CryptoKey, additionalData: Bytes, bytes: Bytes) =>
    crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  return {
    iv,
    wrapped: await seal(wrapping, WRAP_CONTEXT, secret),
    content: await seal(await aesKey(secret), CONTENT_CONTEXT, randomBytes(512)),
  };
}

async function openBare(wrapping: CryptoKey, one: BareRecord): Promise<Bytes> {
  const open = (key: CryptoKey, additionalData: Bytes, sealed: ArrayBuffer) =>
    crypto.subtle.decrypt({ name: 'AES-GCM', iv: one.iv, additionalData }, key, sealed);
  const secret = new Uint8Array(await open(wrapping, WRAP_CONTEXT, one.wrapped));
  return new Uint8Array(await open(await aesKey(secret), CONTENT_CONTEXT, one.content));
}
