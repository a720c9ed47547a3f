// Runs the cases of a Wycheproof file that the browser's own API can be asked.
import { fromBase64url } from '../../src/crypto/base64url.ts';
import { concat, equal, fromHex, type Bytes } from '../../src/crypto/bytes.ts';
import { requireReducedCoefficients } from '../../src/crypto/key-checks.ts';

interface Vector {
  tcId: number;
  result: 'valid' | 'invalid' | 'acceptable';
  flags: string[];
  [name: string]: unknown;
}

type Group = Record<string, unknown> & { tests: Vector[] };

/** True or false is the browser's answer; undefined means that its API can't be asked this. */
type Run = (group: Group, vector: Vector) => Promise<boolean | undefined>;

const subtle = crypto.subtle as SubtleCrypto & {
  decapsulateBits(algorithm: string, key: CryptoKey, ciphertext: Bytes): Promise<ArrayBuffer>;
  getPublicKey(key: CryptoKey, usages: string[]): Promise<CryptoKey>;
};

const hexOf = (vector: Vector, name: string) => fromHex(vector[name] as string);

/** Runs a file's cases and answers how many were asked and which came out wrong. */
export async function wycheproof(file: string) {
  const { testGroups } = (await (await fetch(`/wycheproof/${file}`)).json()) as { testGroups: Group[] };
  const run = RUNS[file]!;
  const wrong: string[] = [];
  let asked = 0;
  let notAsked = 0;
  for (const group of testGroups) {
    for (const vector of group.tests) {
      const answer = await run(group, vector).catch(() => false);
      if (answer === undefined) {
        notAsked++;
        continue;
      }
      asked++;
      if (vector.result !== 'acceptable' && answer !== (vector.result === 'valid')) {
        wrong.push(`${vector.tcId} is ${vector.result} but answered ${answer}`);
      }
    }
  }
  return { asked, notAsked, wrong };
}

const aesGcm: Run = async (group, vector) => {
  // Other key and tag lengths are not part of this API; nonces are.
  if (![128, 256].includes(group['keySize'] as number) || hexOf(vector, 'iv').length === 0) {
    return undefined;
  }
  const key = await subtle.importKey('raw', hexOf(vector, 'key'), 'AES-GCM', false, ['decrypt']);
  const parameters = {
    name: 'AES-GCM',
    iv: hexOf(vector, 'iv'),
    additionalData: hexOf(vector, 'aad'),
    tagLength: group['tagSize'] as number,
  };
  const opened = await subtle.decrypt(parameters, key, concat(hexOf(vector, 'ct'), hexOf(vector, 'tag')));
  return equal(new Uint8Array(opened), hexOf(vector, 'msg'));
};

const rsaOaep: Run = async (group, vector) => {
  // The API has one hash for both the label and MGF1, and the browser no SHA-224 and no small keys.
  const hash = group['sha'] as string;
  if (hash !== group['mgfSha'] || !['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'].includes(hash)) {
    return undefined;
  }
  const pkcs8 = fromHex(group['privateKeyPkcs8'] as string);
  const key = await subtle.importKey('pkcs8', pkcs8, { name: 'RSA-OAEP', hash }, false, ['decrypt']);
  const parameters = { name: 'RSA-OAEP', label: hexOf(vector, 'label') };
  return equal(new Uint8Array(await subtle.decrypt(parameters, key, hexOf(vector, 'ct'))), hexOf(vector, 'msg'));
};

async function agree(point: CryptoKey, scalar: CryptoKey, shared: Bytes): Promise<boolean> {
  return equal(new Uint8Array(await subtle.deriveBits({ name: 'X25519', public: point }, scalar, 256)), shared);
}

const x25519: Run = async (_, vector) => {
  const pkcs8 = concat(fromHex('302e020100300506032b656e04220420'), hexOf(vector, 'private'));
  const scalar = await subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
  const point = await subtle.importKey('raw', hexOf(vector, 'public'), 'X25519', false, []);
  return agree(point, scalar, hexOf(vector, 'shared'));
};

const x25519Jwk: Run = async (_, vector) => {
  const scalar = await subtle.importKey('jwk', vector['private'] as JsonWebKey, 'X25519', false, ['deriveBits']);
  const point = await subtle.importKey('jwk', vector['public'] as JsonWebKey, 'X25519', false, []);
  return agree(point, scalar, hexOf(vector, 'shared'));
};

const ed25519: Run = async (group, vector) => {
  const { x } = group['publicKeyJwk'] as { x: string };
  const key = await subtle.importKey('raw', fromBase64url(x), 'Ed25519', false, ['verify']);
  return subtle.verify('Ed25519', key, hexOf(vector, 'sig'), hexOf(vector, 'msg'));
};

const hkdf: Run = async (_, vector) => {
  const key = await subtle.importKey('raw', hexOf(vector, 'ikm'), 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: hexOf(vector, 'salt'), info: hexOf(vector, 'info') };
  const okm = await subtle.deriveBits(parameters, key, (vector['size'] as number) * 8);
  return equal(new Uint8Array(okm), hexOf(vector, 'okm'));
};

const hmac: Run = async (group, vector) => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  if (hexOf(vector, 'key').length === 0) {
    return undefined;
  }
  const key = await subtle.importKey('raw', hexOf(vector, 'key'), algorithm, false, ['sign']);
  const mac = new Uint8Array(await subtle.sign('HMAC', key, hexOf(vector, 'msg')));
  return equal(mac.slice(0, (group['tagSize'] as number) / 8), hexOf(vector, 'tag'));
};

async function mlKemKey(seed: Bytes): Promise<{ key: CryptoKey; encapsulation: Bytes }> {
  const key = await subtle.importKey('raw-seed' as 'raw', seed, 'ML-KEM-768', false, ['decapsulateBits' as KeyUsage]);
  const publicKey = await subtle.getPublicKey(key, ['encapsulateBits']);
  const exported = await subtle.exportKey('raw-public' as 'raw', publicKey);
  return { key, encapsulation: new Uint8Array(exported) };
}

const mlKem: Run = async (_, vector) => {
  const { key, encapsulation } = await mlKemKey(hexOf(vector, 'seed'));
  const shared = await subtle.decapsulateBits('ML-KEM-768', key, hexOf(vector, 'c'));
  return equal(encapsulation, hexOf(vector, 'ek')) && equal(new Uint8Array(shared), hexOf(vector, 'K'));
};

const mlKemKeys: Run = async (_, vector) => {
  const { encapsulation } = await mlKemKey(hexOf(vector, 'seed'));
  return equal(encapsulation, hexOf(vector, 'ek'));
};

/** The API draws its own chance, so only what is refused can be asked, of it and of our own check. */
const mlKemPublic: Run = async (_, vector) => {
  if (vector.result === 'valid') {
    return undefined;
  }
  const ek = hexOf(vector, 'ek');
  const ours = ek.length !== 1184 || isRefused(() => requireReducedCoefficients(ek));
  const theirs = await subtle
    .importKey('raw-public' as 'raw', ek, 'ML-KEM-768', true, ['encapsulateBits' as KeyUsage])
    .then(() => false, () => true);
  return !(ours && theirs);
};

function isRefused(check: () => void): boolean {
  try {
    check();
    return false;
  } catch {
    return true;
  }
}

const RUNS: Record<string, Run> = {
  'aes_gcm_test.json': aesGcm,
  'rsa_oaep_3072_sha256_mgf1sha256_test.json': rsaOaep,
  'rsa_oaep_misc_test.json': rsaOaep,
  'x25519_test.json': x25519,
  'x25519_jwk_test.json': x25519Jwk,
  'ed25519_test.json': ed25519,
  'hkdf_sha256_test.json': hkdf,
  'hmac_sha256_test.json': hmac,
  'mlkem_768_test.json': mlKem,
  'mlkem_768_keygen_seed_test.json': mlKemKeys,
  'mlkem_768_encaps_test.json': mlKemPublic,
};
