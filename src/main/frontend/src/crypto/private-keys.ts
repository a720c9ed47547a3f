import { concat, type Bytes } from './bytes.ts';
import { makeSigningSeed, signingKeyOf } from './ed25519.ts';
import { knownSuite, type PartyPublicKey } from './party-key.ts';
import { makeRsaKey, rsaPublicKeyOf } from './rsa.ts';
import { VERSION, X_WING, type Suite } from './suite.ts';
import { field, TlvReader } from './tlv.ts';
import { publicKeyOf } from './xwing.ts';

const SEED_SIZE = 32;
const MOST_RSA_SIZE = 4096;

/** A party's private keys in memory, to be backed up, imported and wiped: seeds, or PKCS#8 for RSA. */
export interface PrivateKeys {
  suite: Suite;
  encryption: Bytes;
  signing: Bytes;
}

export async function makePrivateKeys(suite: Suite = X_WING): Promise<PrivateKeys> {
  const encryption =
    suite === X_WING ? crypto.getRandomValues(new Uint8Array(SEED_SIZE)) : await makeRsaKey();
  return { suite, encryption, signing: await makeSigningSeed() };
}

/** Both private keys in one format, as Java's `PartyKeyPair.encoded`. */
export function encodePrivateKeys(keys: PrivateKeys): Bytes {
  const head = Uint8Array.of(VERSION, keys.suite);
  return concat(head, field(1, keys.encryption), field(2, keys.signing));
}

export function decodePrivateKeys(bytes: Bytes): PrivateKeys {
  const reader = new TlvReader(bytes);
  const suite = knownSuite(reader);
  const encryption = suite === X_WING ? reader.bytes(1, SEED_SIZE) : reader.bytes(1, 1, MOST_RSA_SIZE);
  const signing = reader.bytes(2, SEED_SIZE);
  reader.end();
  return { suite, encryption, signing };
}

/** The public half of both keys. */
export async function publicKeysOf(keys: PrivateKeys): Promise<PartyPublicKey> {
  const encryption =
    keys.suite === X_WING ? await publicKeyOf(keys.encryption) : rsaPublicKeyOf(keys.encryption);
  return { suite: keys.suite, encryption, signing: await signingKeyOf(keys.signing) };
}

export function wipe(keys: PrivateKeys): void {
  keys.encryption.fill(0);
  keys.signing.fill(0);
}
