import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex, type Bytes } from '../src/crypto/bytes.ts';
import { keyIdOf } from '../src/crypto/party-key.ts';
import { makePrivateKeys, publicKeysOf } from '../src/crypto/private-keys.ts';
import { RSA_OAEP, X_WING, type Suite } from '../src/crypto/suite.ts';
import { hasNativeXWing } from '../src/crypto/xwing-native.ts';
import { publicKeyOf } from '../src/crypto/xwing.ts';
import { deviceKeyOf, makeDeviceKey, sign } from '../src/device/device-key.ts';
import { openingKeyOf } from '../src/device/stored-key.ts';

const device = await makeDeviceKey('8f3c1c0e-7b0a-4a83-9a52-0d7f5a1f9b11');

test('this machine has no native X-Wing, so the seed lies sealed', async () => {
  assert.equal(await hasNativeXWing(), false);
  assert.equal(device.opening.kind, 'sealed');
});

test('the public key belongs to the seed and names the device key', async () => {
  await withSeed(async (seed) => {
    assert.deepEqual(await publicKeyOf(seed), device.publicKey.encryption);
    return seed;
  });
  assert.equal(device.keyId, hex(await keyIdOf(device.publicKey)));
});

test('no script can read a private key out', async () => {
  const sealing = device.opening.kind === 'sealed' ? device.opening.sealing : undefined;
  assert.equal(device.signing.extractable, false);
  assert.equal(sealing?.extractable, false);
  await assert.rejects(crypto.subtle.exportKey('pkcs8', device.signing));
  await assert.rejects(crypto.subtle.exportKey('raw', sealing!));
});

test('an RSA key is kept in a form no script can read out', async () => {
  const keys = await makePrivateKeys(RSA_OAEP);
  const { opening } = await deviceKeyOf(device.clinic, keys);

  assert.equal(opening.kind, 'rsa');
  assert.equal(opening.kind === 'rsa' && opening.rsa.extractable, false);
});

test('the seed is lent and wiped', async () => {
  let kept: Uint8Array | undefined;
  await withSeed(async (seed) => {
    kept = seed;
    assert.ok(seed.some((value) => value !== 0));
    return seed;
  });
  assert.ok(kept?.every((value) => value === 0));
});

for (const suite of [X_WING, RSA_OAEP] as Suite[]) {
  test(`keys of suite ${suite} are wiped once the device has them`, async () => {
    const keys = await makePrivateKeys(suite);
    const publicKey = await publicKeysOf(keys);
    const made = await deviceKeyOf(device.clinic, keys);

    assert.deepEqual(made.publicKey, publicKey);
    assert.ok(keys.encryption.every((value) => value === 0));
    assert.ok(keys.signing.every((value) => value === 0));
  });
}

test('what the device signs is verified with its public key', async () => {
  const message = new TextEncoder().encode('message');
  const key = await crypto.subtle.importKey('raw', device.publicKey.signing, 'Ed25519', true, ['verify']);
  assert.ok(await crypto.subtle.verify('Ed25519', key, await sign(device, message), message));
});

async function withSeed(use: (seed: Bytes) => Promise<Bytes>): Promise<void> {
  const key = openingKeyOf(device.opening);
  assert.ok('lendSeed' in key);
  await key.lendSeed(use);
}
