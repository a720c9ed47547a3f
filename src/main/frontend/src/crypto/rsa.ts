import { concat, equal, fromHex, type Bytes } from './bytes.ts';
import { DerReader } from './der.ts';
import { CryptoRefusal } from './refusal.ts';
import { hashOf, type SealingContext } from './suite.ts';

const SIZE = 384;
const EXPONENT = fromHex('010001');
const RSA_ENCRYPTION = fromHex('06092a864886f70d0101010500');
const ALGORITHM = { name: 'RSA-OAEP', hash: 'SHA-256' };

/** The modulus, 384 bytes, of the one accepted SubjectPublicKeyInfo. */
export function modulusOf(spki: Bytes): Bytes {
  const outer = new DerReader(spki);
  const info = outer.sequence();
  outer.end();
  requireRsa(info);
  const bits = info.bits();
  info.end();
  const key = bits.sequence();
  bits.end();
  const modulus = key.natural();
  const exponent = key.natural();
  key.end();
  requireSane(modulus, exponent);
  return modulus;
}

/** The public half, 422 bytes, of a private key in PKCS#8. */
export function rsaPublicKeyOf(pkcs8: Bytes): Bytes {
  const outer = new DerReader(pkcs8).sequence();
  outer.natural();
  requireRsa(outer);
  const key = outer.octets().sequence();
  key.natural();
  const modulus = key.natural();
  requireSane(modulus, key.natural());
  return concat(
    fromHex('308201a2300d06092a864886f70d01010105000382018f003082018a0282018100'),
    modulus,
    fromHex('0203010001'),
  );
}

function requireRsa(info: DerReader): void {
  if (!equal(info.sequenceBytes(), RSA_ENCRYPTION)) {
    throw new CryptoRefusal('UNEXPECTED_FIELD');
  }
}

function requireSane(modulus: Bytes, exponent: Bytes): void {
  if (modulus.length < SIZE || (modulus.length === SIZE && modulus[0]! < 0x80)) {
    throw new CryptoRefusal('RSA_TOO_SHORT');
  }
  if (modulus.length > SIZE) {
    throw new CryptoRefusal('WRONG_LENGTH');
  }
  if (!equal(exponent, EXPONENT)) {
    throw new CryptoRefusal('RSA_EXPONENT');
  }
  if (modulus[SIZE - 1]! % 2 === 0) {
    throw new CryptoRefusal('INVALID_PUBLIC_KEY');
  }
}

/** Makes a private key, in PKCS#8. */
export async function makeRsaKey(): Promise<Bytes> {
  const parameters = { ...ALGORITHM, modulusLength: SIZE * 8, publicExponent: EXPONENT };
  const pair = await crypto.subtle.generateKey(parameters, true, ['encrypt', 'decrypt']);
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
}

/** Imports a private key so that it can not be read out again. */
export async function rsaKey(pkcs8: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['decrypt']);
  } catch {
    throw new CryptoRefusal('INVALID_PRIVATE_KEY');
  }
}

/** Opens 384 bytes sealed with RSA-OAEP, SHA-256 and MGF1-SHA-256, the context's hash as label. */
export async function openRsa(key: CryptoKey, context: SealingContext, sealed: Bytes): Promise<Bytes> {
  if (sealed.length !== SIZE) {
    throw new CryptoRefusal('WRONG_LENGTH');
  }
  const parameters = { name: 'RSA-OAEP', label: await hashOf(context) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed));
  } catch {
    throw new CryptoRefusal('NOT_AUTHENTIC');
  }
}
