import { hex, type Bytes } from '../crypto/bytes.ts';
import { signingKey } from '../crypto/ed25519.ts';
import { keyIdOf, type PartyPublicKey } from '../crypto/party-key.ts';
import { makePrivateKeys, publicKeysOf, wipe, type PrivateKeys } from '../crypto/private-keys.ts';
import type { DeviceCopy } from './device-copy.ts';
import { storedKeyOf, type StoredKey } from './stored-key.ts';

/**
 * A patient's keys as this browser keeps them.
 *
 * No key in it can be read out by a script. What is to be backed up must be wrapped while it is
 * still a `PrivateKeys`: make, wrap, then {@link deviceKeyOf}, which wipes them.
 */
export interface DeviceKey {
  keyId: string;
  clinic: string;
  publicKey: PartyPublicKey;
  signing: CryptoKey;
  opening: StoredKey;
  createdAt: number;
  /** Whether the portal said that it registered the key. */
  confirmed: boolean;
  /** How to get the keys out once more, for another device; keys of before it was kept have none. */
  copy?: DeviceCopy;
  /** The patient the portal says this is; known after the first visit. */
  party?: string;
}

/** Makes new keys without a backup; nothing is stored or sent. */
export async function makeDeviceKey(clinic: string): Promise<DeviceKey> {
  return deviceKeyOf(clinic, await makePrivateKeys());
}

/** Imports private keys so that they can not be read out again, and wipes the given ones. */
export async function deviceKeyOf(clinic: string, keys: PrivateKeys): Promise<DeviceKey> {
  try {
    const publicKey = await publicKeysOf(keys);
    return {
      keyId: hex(await keyIdOf(publicKey)),
      clinic,
      publicKey,
      signing: await signingKey(keys.signing),
      opening: await storedKeyOf(keys),
      createdAt: Date.now(),
      confirmed: false,
    };
  } finally {
    wipe(keys);
  }
}

export async function sign(device: DeviceKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', device.signing, message));
}
