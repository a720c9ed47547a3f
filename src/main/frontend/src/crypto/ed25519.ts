import { concat, fromHex, type Bytes } from './bytes.ts';

const PKCS8_HEAD = fromHex('302e020100300506032b657004220420');

/** Makes a seed of 32 bytes. */
export async function makeSigningSeed(): Promise<Bytes> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).slice(PKCS8_HEAD.length);
}

/** Imports a seed as a key that can not be read out again. */
export function signingKey(seed: Bytes): Promise<CryptoKey> {
  return importSeed(seed, false);
}

/** The public half, 32 bytes; no form of the private half becomes text where the browser can help it. */
export async function signingKeyOf(seed: Bytes): Promise<Bytes> {
  const subtle = crypto.subtle as SubtleCrypto & {
    getPublicKey?: (key: CryptoKey, usages: KeyUsage[]) => Promise<CryptoKey>;
  };
  if (subtle.getPublicKey) {
    const key = await subtle.getPublicKey(await importSeed(seed, false), ['verify']);
    return new Uint8Array(await subtle.exportKey('raw', key));
  }
  const { d: _, ...jwk } = await subtle.exportKey('jwk', await importSeed(seed, true));
  const key = await subtle.importKey('jwk', { ...jwk, key_ops: ['verify'] }, 'Ed25519', true, ['verify']);
  return new Uint8Array(await subtle.exportKey('raw', key));
}

/** Whether the owner of the 32-byte key signed the message; a key that is none signed nothing. */
export async function verified(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, message);
  } catch {
    return false;
  }
}

async function importSeed(seed: Bytes, extractable: boolean): Promise<CryptoKey> {
  const pkcs8 = concat(PKCS8_HEAD, seed);
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', extractable, ['sign']);
  } finally {
    pkcs8.fill(0);
  }
}
