// The other half of the formats, which no page needs: sealing. Only for tests and vectors.
import { sealGcm } from '../src/crypto/aesgcm.ts';
import { compare, concat, hex, utf8, uuidBytes, type Bytes } from '../src/crypto/bytes.ts';
import { contentContext, contentKey, type EntityHeader } from '../src/crypto/content.ts';
import { delegationContext, wrappingKey, type DelegationHeader } from '../src/crypto/delegation.ts';
import { exchangeContext, signedBytes } from '../src/crypto/exchange.ts';
import { keyIdOf, type PartyPublicKey } from '../src/crypto/party-key.ts';
import { hashOf, infoOf, VERSION, X_WING, type SealingContext } from '../src/crypto/suite.ts';
import { field } from '../src/crypto/tlv.ts';
import { hpke } from '../src/crypto/xwing.ts';

export function randomBytes(size: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(size));
}

export async function sealContent(secret: Bytes, header: EntityHeader, text: string): Promise<Bytes> {
  const key = await contentKey(secret);
  const plaintext = utf8(text);
  const padded = new Uint8Array((Math.floor(plaintext.length / 64) + 1) * 64);
  padded.set(plaintext);
  padded[plaintext.length] = 0x80;
  return sealGcm(key.key, contentContext(header, key.id), padded);
}

export async function wrap(exchangeKey: Bytes, header: DelegationHeader, secret: Bytes): Promise<Bytes> {
  return sealGcm(await wrappingKey(exchangeKey), delegationContext(header), secret);
}

export interface Signer {
  key: PartyPublicKey;
  sign: CryptoKey;
}

export async function sealExchange(
  place: { clinic: string; exchange: string; delegator: string; delegate: string },
  micros: bigint,
  secret: Bytes,
  recipients: PartyPublicKey[],
  signer: Signer,
): Promise<Bytes> {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigInt64(0, micros);
  const ids = [place.clinic, place.exchange, place.delegator, place.delegate].map(uuidBytes);
  const header = [...ids, time];
  const signerId = await keyIdOf(signer.key);
  const suite = recipients[0]!.suite;
  const wraps = await Promise.all(
    recipients.map(async (key) => {
      const id = await keyIdOf(key);
      const sealed = await sealSecret(key, exchangeContext(suite, header, signerId, id), secret);
      return { id, bytes: field(7, concat(field(1, id), field(2, sealed))) };
    }),
  );
  wraps.sort((a, b) => compare(a.id, b.id));
  const body = concat(
    Uint8Array.of(VERSION, suite),
    ...header.map((value, index) => field(index + 1, value)),
    field(6, signerId),
    ...wraps.map((one) => one.bytes),
  );
  const signature = await crypto.subtle.sign('Ed25519', signer.sign, signedBytes(body));
  return concat(body, field(8, new Uint8Array(signature)));
}

function sealSecret(to: PartyPublicKey, context: SealingContext, secret: Bytes): Promise<Bytes> {
  return to.suite === X_WING ? sealHpke(to.encryption, context, secret) : sealRsa(to.encryption, context, secret);
}

async function sealHpke(publicKey: Bytes, context: SealingContext, secret: Bytes): Promise<Bytes> {
  const suite = hpke();
  const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey.slice().buffer);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: infoOf(context) });
  const sealed = await sender.seal(secret, context.associated);
  return concat(new Uint8Array(sender.enc), new Uint8Array(sealed));
}

async function sealRsa(publicKey: Bytes, context: SealingContext, secret: Bytes): Promise<Bytes> {
  const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('spki', publicKey, algorithm, false, ['encrypt']);
  const parameters = { name: 'RSA-OAEP', label: await hashOf(context) };
  return new Uint8Array(await crypto.subtle.encrypt(parameters, key, secret));
}

export async function contentKeyId(secret: Bytes): Promise<string> {
  return hex((await contentKey(secret)).id);
}
