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
import { decodePublicKey, encodePublicKey, fingerprintOf, keyIdOf } from '../src/crypto/party-key.ts';
import { publicKeyOf } from '../src/crypto/xwing.ts';

const known = JSON.parse(readFileSync('../../test/resources/crypto/known-answers.json', 'utf8'));
const { doctor, patient, place, content, invitation, login } = known;
const header: DelegationHeader = { ...place, contentKeyId: content.keyId };

for (const [name, party] of Object.entries({ doctor, patient })) {
  test(`the public key of the ${name} has the same bytes, name and fingerprint as in Java`, async () => {
    const key = decodePublicKey(fromBase64url(party.publicKey));

    assert.equal(base64url(encodePublicKey(key)), party.publicKey);
    assert.deepEqual(await publicKeyOf(fromBase64url(party.encryptionSeed)), key.encryption);
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
    const opened = await openExchange(record, fromHex(party.keyId), fromBase64url(party.encryptionSeed));
    assert.equal(base64url(opened), known.exchangeKey);
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
