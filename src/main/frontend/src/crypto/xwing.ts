import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { XWing } from '@hpke/hybridkem-x-wing';
import type { Bytes } from './bytes.ts';
import { CryptoRefusal } from './refusal.ts';

export const ENCAPSULATION_SIZE = 1120;
export const XWING_OVERHEAD = ENCAPSULATION_SIZE + 16;

/** HPKE (RFC 9180) with X-Wing, HKDF-SHA-256 and AES-256-GCM. */
export function hpke(): CipherSuite {
  return new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/** The public key, 1216 bytes, of a seed of 32 bytes. */
export async function publicKeyOf(seed: Bytes): Promise<Bytes> {
  const kem = new XWing();
  const pair = await kem.generateKeyPairDerand(seed.slice());
  return new Uint8Array(await kem.serializePublicKey(pair.publicKey));
}

/** Opens an encapsulation (1120 bytes) followed by ciphertext and tag. */
export async function openHpke(
  seed: Bytes,
  info: Bytes,
  associated: Bytes,
  sealed: Bytes,
): Promise<Bytes> {
  const suite = hpke();
  const recipientKey = await suite.kem.importKey('raw', seed.slice().buffer, false);
  try {
    const context = await suite.createRecipientContext({
      recipientKey,
      info,
      enc: sealed.slice(0, ENCAPSULATION_SIZE),
    });
    const ciphertext = sealed.slice(ENCAPSULATION_SIZE);
    return new Uint8Array(await context.open(ciphertext, associated));
  } catch {
    throw new CryptoRefusal('NOT_AUTHENTIC');
  }
}
