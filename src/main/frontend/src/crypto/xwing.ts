import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { XWing } from '@hpke/hybridkem-x-wing';
import type { Bytes } from './bytes.ts';
import { requireX25519 } from './key-checks.ts';
import { CryptoRefusal } from './refusal.ts';

export const ENCAPSULATION_SIZE = 1120;
export const ML_KEM_CIPHERTEXT_SIZE = 1088;
export const XWING_OVERHEAD = ENCAPSULATION_SIZE + 16;

/** HPKE (RFC 9180) with X-Wing, HKDF-SHA-256 and AES-256-GCM. */
export function hpke(kem: XWing = new XWing()): CipherSuite {
  return new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/** The public key, 1216 bytes, of a seed of 32 bytes. */
export async function publicKeyOf(seed: Bytes): Promise<Bytes> {
  const kem = new XWing();
  const pair = await kem.generateKeyPairDerand(seed.slice());
  return new Uint8Array(await kem.serializePublicKey(pair.publicKey));
}

/** Opens an encapsulation (1120 bytes) followed by ciphertext and tag, all in JavaScript. */
export async function openWithSeed(
  seed: Bytes,
  info: Bytes,
  associated: Bytes,
  sealed: Bytes,
): Promise<Bytes> {
  const suite = hpke();
  const key = await suite.kem.importKey('raw', seed.slice().buffer, false);
  return openHpke(suite, key, info, associated, sealed);
}

/** Opens with whatever the suite's KEM makes of the recipient's key. */
export async function openHpke(
  suite: CipherSuite,
  recipientKey: CryptoKey,
  info: Bytes,
  associated: Bytes,
  sealed: Bytes,
): Promise<Bytes> {
  if (sealed.length < XWING_OVERHEAD) {
    throw new CryptoRefusal('WRONG_LENGTH');
  }
  requireX25519(sealed.slice(ML_KEM_CIPHERTEXT_SIZE, ENCAPSULATION_SIZE));
  try {
    const enc = sealed.slice(0, ENCAPSULATION_SIZE);
    const context = await suite.createRecipientContext({ recipientKey, info, enc });
    return new Uint8Array(await context.open(sealed.slice(ENCAPSULATION_SIZE), associated));
  } catch {
    throw new CryptoRefusal('NOT_AUTHENTIC');
  }
}
