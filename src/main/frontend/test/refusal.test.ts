import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64url, fromBase64url } from '../src/crypto/base64url.ts';
import { fromHex, type Bytes } from '../src/crypto/bytes.ts';
import { openContent, strip } from '../src/crypto/content.ts';
import { unwrap, wrappingKey } from '../src/crypto/delegation.ts';
import { decodeExchange, openExchange, requireSigned } from '../src/crypto/exchange.ts';
import { seedKey } from '../src/crypto/opening.ts';
import { decodePublicKey } from '../src/crypto/party-key.ts';
import { decodePrivateKeys } from '../src/crypto/private-keys.ts';
import { CryptoRefusal, type Reason } from '../src/crypto/refusal.ts';
import { browserCase } from './browser-case.ts';
import { flipped } from './changes.ts';
import { refused } from './refused.ts';

const one = await browserCase('{"resourceType":"Observation"}');
const seed = decodePrivateKeys(fromBase64url(one.privateKeys)).encryption;
const opening = seedKey(seed);
const keyId = fromHex(one.keyId);
const record = fromBase64url(one.record);
const wrapped = fromBase64url(one.wrapped);
const envelope = fromBase64url(one.envelope);
const other = 'ffffffff-0000-4000-8000-000000000009';

async function open(recordBytes: Bytes, wrappedBytes: Bytes, envelopeBytes: Bytes, place = one.place) {
  const read = decodeExchange(recordBytes);
  await requireSigned(read, fromBase64url(one.signer));
  const wrapping = await wrappingKey(await openExchange(read, keyId, opening));
  const key = await unwrap(wrapping, place, wrappedBytes);
  return openContent(key, { ...place, version: 1 }, envelopeBytes);
}

test('what was not touched opens', async () => {
  assert.equal(new TextDecoder().decode(await open(record, wrapped, envelope)), one.plaintext);
});

test('a flipped bit in any byte of a record is refused', async () => {
  for (let i = 0; i < record.length; i++) {
    await refused(open(flipped(record, i), wrapped, envelope));
  }
});

test('a flipped bit in any byte of a wrapped key or an envelope is refused', async () => {
  const wrapping = await wrappingKey(await openExchange(decodeExchange(record), keyId, opening));
  const key = await unwrap(wrapping, one.place, wrapped);
  for (let i = 0; i < wrapped.length; i++) {
    await refused(unwrap(wrapping, one.place, flipped(wrapped, i)));
  }
  for (let i = 0; i < envelope.length; i++) {
    await refused(openContent(key, { ...one.place, version: 1 }, flipped(envelope, i)));
  }
  await refused(openContent(key, { ...one.place, version: 2 }, envelope), 'NOT_AUTHENTIC');
});

test('nothing opens in another place', async () => {
  const places = [
    { clinic: other },
    { entity: other },
    { type: 'Condition' },
    { contentKeyId: 'f'.repeat(32) },
    { exchange: other },
    { delegator: other },
    { delegate: other },
    { permission: 'WRITE' as const },
  ];
  for (const change of places) {
    await refused(open(record, wrapped, envelope, { ...one.place, ...change }), 'NOT_AUTHENTIC');
  }
});

test('a stranger is no recipient, and a stranger signed nothing', async () => {
  const stranger = await browserCase('');
  const read = decodeExchange(record);

  await refused(openExchange(read, fromHex(stranger.keyId), opening), 'NOT_A_RECIPIENT');
  await refused(requireSigned(read, fromBase64url(stranger.signer)), 'NOT_SIGNED');
  await refused(requireSigned(read, new Uint8Array(3)), 'NOT_SIGNED');
});

test('decoders refuse other versions, suites, lengths and tails by name', async () => {
  const key = fromBase64url(one.claim.publicKey);
  const cases: [Bytes, Reason][] = [
    [key.slice(0, 1), 'TRUNCATED'],
    [key.slice(0, -1), 'TRUNCATED'],
    [Uint8Array.of(...key, 0), 'TRAILING_BYTES'],
    [Uint8Array.of(2, ...key.slice(1)), 'UNKNOWN_VERSION'],
    [Uint8Array.of(1, 3, ...key.slice(2)), 'UNKNOWN_SUITE'],
    [Uint8Array.of(1, 2, 2, ...key.slice(3)), 'UNEXPECTED_FIELD'],
    [flipped(key, 6), 'WRONG_LENGTH'],
  ];
  for (const [bytes, reason] of cases) {
    await refused((async () => decodePublicKey(bytes))(), reason);
  }
});

test('padding has one form', () => {
  const padded = new Uint8Array(64);
  padded[5] = 0x80;
  assert.equal(strip(padded).length, 5);
  for (const wrong of [new Uint8Array(64), new Uint8Array(0), padded.slice(0, 63), Uint8Array.of(...padded, ...new Uint8Array(64))]) {
    assert.throws(() => strip(wrong), CryptoRefusal);
  }
});

test('base64url has one form', () => {
  assert.equal(base64url(fromBase64url('AAECAw')), 'AAECAw');
  for (const wrong of ['AAECAx', 'AAECAw==', 'AA+CAw', 'A']) {
    assert.throws(() => fromBase64url(wrong));
  }
});
