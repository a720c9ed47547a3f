import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { base64url, fromBase64url } from '../src/crypto/base64url.ts';
import { fromHex, hex } from '../src/crypto/bytes.ts';
import { encodeClaim, macOfClaim } from '../src/crypto/claim.ts';
import { contentKey, openContent } from '../src/crypto/content.ts';
import { unwrap, wrappingKey, type DelegationHeader } from '../src/crypto/delegation.ts';
import { decodeExchange, openExchange, requireSigned } from '../src/crypto/exchange.ts';
import { loginMessage } from '../src/crypto/login.ts';
import { seedKey, type OpeningKey } from '../src/crypto/opening.ts';
import { decodePublicKey, encodePublicKey, fingerprintOf, keyIdOf } from '../src/crypto/party-key.ts';
import { decodePrivateKeys, encodePrivateKeys, publicKeysOf } from '../src/crypto/private-keys.ts';
import { rsaKey } from '../src/crypto/rsa.ts';
import { RSA_OAEP } from '../src/crypto/suite.ts';

const known = JSON.parse(readFileSync('../../test/resources/crypto/known-answers.json', 'utf8'));
const { doctor, patient, place, content, invitation, login } = known;
const header: DelegationHeader = { ...place, contentKeyId: content.keyId };

for (const [name, party] of Object.entries({ doctor, patient, 'RSA doctor': known.rsa.doctor, 'RSA patient': known.rsa.patient })) {
  test(`the public key of the ${name} has the same bytes, name and fingerprint as in Java`, async () => {
    const key = decodePublicKey(fromBase64url(party.publicKey));

    assert.equal(base64url(encodePublicKey(key)), party.publicKey);
    const keys = decodePrivateKeys(fromBase64url(party.privateKeys));
    assert.deepEqual(await publicKeysOf(keys), key);
    assert.equal(base64url(encodePrivateKeys(keys)), party.privateKeys);
    assert.equal(hex(await keyIdOf(key)), party.keyId);
    assert.equal(await fingerprintOf(key), party.fingerprint);
  });
}

test('an exchange record made by Java is verified and opened', async () => {
  const record = decodeExchange(fromBase64url(known.record));

  await requireSigned(record, decodePublicKey(fromBase64url(doctor.publicKey)).signing);
  assert.equal(record.exchange, place.exchange);
  assert.equal(record.clinic, place.clinic);
  assert.equal(record.delegator, place.delegator);
  assert.equal(record.delegate, place.delegate);
  assert.equal(hex(record.signer), doctor.keyId);
  for (const party of [doctor, patient]) {
    const key = seedKey(fromBase64url(party.encryptionSeed));
    const opened = await openExchange(record, fromHex(party.keyId), key);
    assert.equal(base64url(opened), known.exchangeKey);
  }
});

test('an exchange record made by Java with RSA is verified and opened', async () => {
  const { rsa } = known;
  const record = decodeExchange(fromBase64url(rsa.record));

  await requireSigned(record, decodePublicKey(fromBase64url(rsa.doctor.publicKey)).signing);
  for (const party of [rsa.doctor, rsa.patient]) {
    const keys = decodePrivateKeys(fromBase64url(party.privateKeys));
    const key: OpeningKey = { suite: RSA_OAEP, rsa: await rsaKey(keys.encryption) };
    assert.equal(base64url(await openExchange(record, fromHex(party.keyId), key)), rsa.exchangeKey);
  }
});

test('a content key wrapped by Java opens the envelope made by Java', async () => {
  const wrapping = await wrappingKey(fromBase64url(known.exchangeKey));
  const key = await unwrap(wrapping, header, fromBase64url(known.wrapped));
  const opened = await openContent(key, place, fromBase64url(content.envelope));

  assert.equal(hex(key.id), content.keyId);
  assert.equal(new TextDecoder().decode(opened), content.plaintext);
  assert.equal(hex((await contentKey(fromBase64url(content.key))).id), content.keyId);
});

test('a key claim has the same MAC and signed bytes as in Java', async () => {
  const key = decodePublicKey(fromBase64url(patient.publicKey));
  const claim = { clinic: place.clinic, invitation: invitation.id, generation: invitation.generation, key };

  assert.equal(base64url(await macOfClaim(claim, fromBase64url(invitation.bind))), invitation.mac);
  await assertSigned(key.signing, encodeClaim(claim), invitation.signature);
});

test('a login challenge has the same signed bytes as in Java', async () => {
  const key = decodePublicKey(fromBase64url(patient.publicKey));

  await assertSigned(key.signing, loginMessage(login.baseUrl, fromBase64url(login.nonce)), login.signature);
});

async function assertSigned(publicKey: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>, signature: string) {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  assert.ok(await crypto.subtle.verify('Ed25519', key, fromBase64url(signature), message));
}

test('a key nobody can honestly have made is refused for the same reason as in Java', () => {
  for (const { key, reason } of known.refusedKeys as { key: string; reason: string }[]) {
    assert.throws(() => decodePublicKey(fromBase64url(key)), { message: reason });
  }
  assert.equal(known.refusedKeys.length, 83);
});
