import { fromHex, hex, type Bytes } from './bytes.ts';
import { CryptoRefusal } from './refusal.ts';

const ML_KEM_SIZE = 1184;
const ML_KEM_SEED_SIZE = 32;
const ML_KEM_MODULUS = 3329;
const XWING_SIZE = 1216;

/** Every X25519 key, its top bit clear, with which a shared secret is zero (RFC 7748, section 6.1). */
const SMALL_X25519 = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** The y coordinates, without the sign, of the Ed25519 points of small order. */
const SMALL_ED25519 = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

const FIELD_MODULUS = fromHex('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f');

/** Refuses an X-Wing key that nobody can honestly have made. */
export function requireXWing(key: Bytes): void {
  if (key.length !== XWING_SIZE) {
    throw new CryptoRefusal('WRONG_LENGTH');
  }
  requireReducedCoefficients(key);
  requireX25519(key.slice(ML_KEM_SIZE));
}

/** The modulus check of FIPS 203, section 7.2: every 12-bit coefficient is below 3329. */
export function requireReducedCoefficients(key: Bytes): void {
  for (let i = 0; i < ML_KEM_SIZE - ML_KEM_SEED_SIZE; i += 3) {
    const first = key[i]! | ((key[i + 1]! & 0x0f) << 8);
    const second = (key[i + 1]! >> 4) | (key[i + 2]! << 4);
    if (first >= ML_KEM_MODULUS || second >= ML_KEM_MODULUS) {
      throw new CryptoRefusal('NOT_CANONICAL');
    }
  }
}

export function requireX25519(point: Bytes): void {
  if (point[31]! >= 0x80) {
    throw new CryptoRefusal('NOT_CANONICAL');
  }
  if (SMALL_X25519.has(hex(point))) {
    throw new CryptoRefusal('SMALL_ORDER');
  }
}

/** Refuses what is no canonical number and the points with which anybody can sign. */
export function requireEd25519(key: Bytes): void {
  const y = key.slice();
  y[31]! &= 0x7f;
  if (SMALL_ED25519.has(hex(y)) || !isBelow(y, FIELD_MODULUS)) {
    throw new CryptoRefusal('INVALID_PUBLIC_KEY');
  }
}

/** Compares little-endian numbers of the same length. */
function isBelow(a: Bytes, b: Bytes): boolean {
  for (let i = a.length - 1; i >= 0; i--) {
    if (a[i] !== b[i]) {
      return a[i]! < b[i]!;
    }
  }
  return false;
}
