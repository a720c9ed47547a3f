import { sha3_256, shake256 } from '@hpke/common';
import type { RecipientContextParams } from '@hpke/core';
import { XWing } from '@hpke/hybridkem-x-wing';
import { concat, fromHex, utf8, type Bytes } from './bytes.ts';
import { hpke, ML_KEM_CIPHERTEXT_SIZE, openHpke } from './xwing.ts';

const ML_KEM = 'ML-KEM-768';
const LABEL = utf8('\\.//^\\');
const ML_KEM_SEED_SIZE = 64;
const EXPANDED_SIZE = 96;

/**
 * The two halves of an X-Wing key, neither of which a script can read.
 *
 * A native key of both in one is lost in IndexedDB without an error; the halves are not.
 */
export interface NativeXWingKey {
  mlKem: CryptoKey;
  x25519: CryptoKey;
  x25519Public: Bytes;
}

/** What the drafts of "Modern Algorithms in the Web Cryptography API" add, as far as it is used. */
interface ModernSubtle {
  importKey(format: 'raw-seed', data: Bytes, algorithm: string, extractable: boolean, usages: string[]): Promise<CryptoKey>;
  getPublicKey(key: CryptoKey, usages: string[]): Promise<CryptoKey>;
  exportKey(format: 'raw-public', key: CryptoKey): Promise<ArrayBuffer>;
  decapsulateBits(algorithm: string, key: CryptoKey, ciphertext: Bytes): Promise<ArrayBuffer>;
}

const modern = crypto.subtle as unknown as ModernSubtle;

/** Whether this browser has ML-KEM-768 and X25519. */
export async function hasNativeXWing(): Promise<boolean> {
  try {
    await nativeXWingKey(new Uint8Array(32));
    return true;
  } catch {
    return false;
  }
}

/** Imports a seed of 32 bytes as two keys that can not be read out again, and their public half. */
export async function nativeXWingKey(seed: Bytes): Promise<{ key: NativeXWingKey; publicKey: Bytes }> {
  const expanded = new Uint8Array(shake256.create({ dkLen: EXPANDED_SIZE }).update(seed).digest());
  try {
    const mlKem = await modern.importKey('raw-seed', expanded.slice(0, ML_KEM_SEED_SIZE), ML_KEM, false, ['decapsulateBits']);
    const x25519 = await importX25519(expanded.slice(ML_KEM_SEED_SIZE));
    const encapsulating = await modern.getPublicKey(mlKem, ['encapsulateBits']);
    const mlKemPublic = new Uint8Array(await modern.exportKey('raw-public', encapsulating));
    const agreeing = await modern.getPublicKey(x25519, []);
    const x25519Public = new Uint8Array(await crypto.subtle.exportKey('raw', agreeing));
    return { key: { mlKem, x25519, x25519Public }, publicKey: concat(mlKemPublic, x25519Public) };
  } finally {
    expanded.fill(0);
  }
}

async function importX25519(scalar: Bytes): Promise<CryptoKey> {
  const pkcs8 = concat(fromHex('302e020100300506032b656e04220420'), scalar);
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
  } finally {
    pkcs8.fill(0);
    scalar.fill(0);
  }
}

/** Opens what `openWithSeed` opens, with keys that never leave the browser's own code. */
export function openNatively(key: NativeXWingKey, info: Bytes, associated: Bytes, sealed: Bytes): Promise<Bytes> {
  return openHpke(hpke(new NativeXWing(key)), key.mlKem, info, associated, sealed);
}

/** X-Wing whose decapsulation is the browser's, but for the last hash. */
class NativeXWing extends XWing {
  readonly #key: NativeXWingKey;

  constructor(key: NativeXWingKey) {
    super();
    this.#key = key;
  }

  override async decap(parameters: RecipientContextParams): Promise<ArrayBuffer> {
    const encapsulation = new Uint8Array(parameters.enc as ArrayBuffer);
    const ciphertext = encapsulation.slice(0, ML_KEM_CIPHERTEXT_SIZE);
    const point = encapsulation.slice(ML_KEM_CIPHERTEXT_SIZE);
    const fromLattice = await modern.decapsulateBits(ML_KEM, this.#key.mlKem, ciphertext);
    const sender = await crypto.subtle.importKey('raw', point, 'X25519', true, []);
    const agreed = await crypto.subtle.deriveBits({ name: 'X25519', public: sender }, this.#key.x25519, 256);
    const parts = [new Uint8Array(fromLattice), new Uint8Array(agreed), point, this.#key.x25519Public, LABEL];
    const input = concat(...parts);
    try {
      return new Uint8Array(sha3_256.create().update(input).digest()).buffer;
    } finally {
      input.fill(0);
    }
  }
}
