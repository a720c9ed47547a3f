import { concat, type Bytes } from './bytes.ts';
import { CryptoRefusal } from './refusal.ts';

/** Version and cipher, in front of the nonce and of the associated data. */
export const GCM_HEAD: Bytes = Uint8Array.of(1, 1);
export const GCM_OVERHEAD = 2 + 12 + 16;

const NONCE_SIZE = 12;

/** Opens version (1), cipher (1), nonce (12), ciphertext and tag (16) with an AES-256 key. */
export function openGcm(key: CryptoKey, associated: Bytes, sealed: Bytes): Promise<Bytes> {
  return openGcmWith(key, concat(GCM_HEAD, associated), sealed);
}

/** The same with associated data that already begin with GCM_HEAD, and are free once this returns. */
export async function openGcmWith(key: CryptoKey, additionalData: Bytes, sealed: Bytes): Promise<Bytes> {
  if (sealed.length < GCM_OVERHEAD) {
    throw new CryptoRefusal('TRUNCATED');
  }
  if (sealed[0] !== GCM_HEAD[0]) {
    throw new CryptoRefusal('UNKNOWN_VERSION');
  }
  if (sealed[1] !== GCM_HEAD[1]) {
    throw new CryptoRefusal('UNKNOWN_SUITE');
  }
  const iv = sealed.subarray(2, 2 + NONCE_SIZE);
  const ciphertext = sealed.subarray(2 + NONCE_SIZE);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, ciphertext));
  } catch {
    throw new CryptoRefusal('NOT_AUTHENTIC');
  }
}

/** Seals under a random nonce. */
export async function sealGcm(key: CryptoKey, associated: Bytes, plaintext: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_SIZE));
  const additionalData = concat(GCM_HEAD, associated);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plaintext);
  return concat(GCM_HEAD, iv, new Uint8Array(sealed));
}

/** Imports 32 bytes as a key that can not be read out again. */
export function aesKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
