import { aesKey } from '../crypto/aesgcm.ts';
import type { Bytes } from '../crypto/bytes.ts';
import type { OpeningKey } from '../crypto/opening.ts';
import type { PrivateKeys } from '../crypto/private-keys.ts';
import { rsaKey } from '../crypto/rsa.ts';
import { RSA_OAEP, X_WING } from '../crypto/suite.ts';
import { hasNativeXWing, nativeXWingKey, type NativeXWingKey } from '../crypto/xwing-native.ts';

const KEY_SIZE = 32;
const NONCE_SIZE = 12;

/**
 * The key to open with as it lies in IndexedDB: nothing in it can be read out by a script.
 *
 * Where the browser has no ML-KEM, the seed lies encrypted under a key that can't be read out.
 */
export type StoredKey =
  | { kind: 'rsa'; rsa: CryptoKey }
  | { kind: 'native'; native: NativeXWingKey }
  | { kind: 'sealed'; sealing: CryptoKey; nonce: Bytes; seed: Bytes };

export async function storedKeyOf(keys: PrivateKeys): Promise<StoredKey> {
  if (keys.suite === RSA_OAEP) {
    return { kind: 'rsa', rsa: await rsaKey(keys.encryption) };
  }
  if (await hasNativeXWing()) {
    return { kind: 'native', native: (await nativeXWingKey(keys.encryption)).key };
  }
  return sealedSeed(keys.encryption);
}

export async function sealedSeed(seed: Bytes): Promise<StoredKey> {
  const secret = crypto.getRandomValues(new Uint8Array(KEY_SIZE));
  const sealing = await aesKey(secret);
  secret.fill(0);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_SIZE));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, sealing, seed);
  return { kind: 'sealed', sealing, nonce, seed: new Uint8Array(sealed) };
}

/** The key as the exchange needs it; a sealed seed is unsealed for each use and wiped after it. */
export function openingKeyOf(stored: StoredKey): OpeningKey {
  switch (stored.kind) {
    case 'rsa':
      return { suite: RSA_OAEP, rsa: stored.rsa };
    case 'native':
      return { suite: X_WING, native: stored.native };
    case 'sealed':
      return { suite: X_WING, lendSeed: (use) => withSeed(stored, use) };
  }
}

async function withSeed(
  stored: Extract<StoredKey, { kind: 'sealed' }>,
  use: (seed: Bytes) => Promise<Bytes>,
): Promise<Bytes> {
  const parameters = { name: 'AES-GCM', iv: stored.nonce };
  const seed = new Uint8Array(await crypto.subtle.decrypt(parameters, stored.sealing, stored.seed));
  try {
    return await use(seed);
  } finally {
    seed.fill(0);
  }
}
