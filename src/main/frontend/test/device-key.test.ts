import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex } from '../src/crypto/bytes.ts';
import { keyIdOf } from '../src/crypto/party-key.ts';
import { publicKeyOf } from '../src/crypto/xwing.ts';
import { makeDeviceKey, sign, withSeed } from '../src/device/device-key.ts';

const device = await makeDeviceKey('8f3c1c0e-7b0a-4a83-9a52-0d7f5a1f9b11');

test('the public key belongs to the seed and names the device key', async () => {
  assert.deepEqual(await withSeed(device, publicKeyOf), device.publicKey.encryption);
  assert.equal(device.keyId, hex(await keyIdOf(device.publicKey)));
});

test('no script can read a private key out', async () => {
  for (const key of [device.signing, device.sealing]) {
    assert.equal(key.extractable, false);
  }
  await assert.rejects(crypto.subtle.exportKey('pkcs8', device.signing));
  await assert.rejects(crypto.subtle.exportKey('raw', device.sealing));
});

test('the seed is lent and wiped', async () => {
  let kept: Uint8Array | undefined;
  await withSeed(device, async (seed) => {
    kept = seed;
    assert.ok(seed.some((value) => value !== 0));
  });
  assert.ok(kept?.every((value) => value === 0));
});

test('what the device signs is verified with its public key', async () => {
  const message = new TextEncoder().encode('message');
  const key = await crypto.subtle.importKey('raw', device.publicKey.signing, 'Ed25519', true, ['verify']);
  assert.ok(await crypto.subtle.verify('Ed25519', key, await sign(device, message), message));
});
