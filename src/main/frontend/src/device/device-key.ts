import { aesKey } from '../crypto/aesgcm.ts';
import { hex, type Bytes } from '../crypto/bytes.ts';
import { keyIdOf, type PartyPublicKey } from '../crypto/party-key.ts';
import { publicKeyOf } from '../crypto/xwing.ts';

const SEED_SIZE = 32;
const NONCE_SIZE = 12;

/**
 * A patient's keys as this browser keeps them.
 *
 * No key in it can be read out by a script: signing key and sealing key are non-extractable, and
 * the seed lies encrypted under the sealing key, because WebCrypto has no X-Wing key that would
 * survive being stored.
 */
export interface DeviceKey {
  keyId: string;
  clinic: string;
  publicKey: PartyPublicKey;
  signing: CryptoKey;
  sealing: CryptoKey;
  nonce: Bytes;
  sealedSeed: Bytes;
  createdAt: number;
  /** Whether the portal said that it registered the key. */
  confirmed: boolean;
  /** The patient the portal says this is; known after the first visit. */
  party?: string;
}

/** Makes new keys; nothing is stored or sent. */
export async function makeDeviceKey(clinic: string): Promise<DeviceKey> {
  const seed = crypto.getRandomValues(new Uint8Array(SEED_SIZE));
  const signing = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = {
    encryption: await publicKeyOf(seed),
    signing: new Uint8Array(await crypto.subtle.exportKey('raw', signing.publicKey)),
  };
  const sealing = await aesKey(crypto.getRandomValues(new Uint8Array(SEED_SIZE)));
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_SIZE));
  const sealedSeed = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, sealing, seed),
  );
  seed.fill(0);
  return {
    keyId: hex(await keyIdOf(publicKey)),
    clinic,
    publicKey,
    signing: signing.privateKey,
    sealing,
    nonce,
    sealedSeed,
    createdAt: Date.now(),
    confirmed: false,
  };
}

/** Lends the X-Wing seed to the given use and wipes it afterwards. */
export async function withSeed<T>(device: DeviceKey, use: (seed: Bytes) => Promise<T>): Promise<T> {
  const parameters = { name: 'AES-GCM', iv: device.nonce };
  const seed = new Uint8Array(
    await crypto.subtle.decrypt(parameters, device.sealing, device.sealedSeed),
  );
  try {
    return await use(seed);
  } finally {
    seed.fill(0);
  }
}

export async function sign(device: DeviceKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', device.signing, message));
}
