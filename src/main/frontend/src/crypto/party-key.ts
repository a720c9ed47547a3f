import { concat, type Bytes } from './bytes.ts';
import { sha256 } from './kdf.ts';
import { CryptoRefusal } from './refusal.ts';
import { requireEd25519, requireXWing } from './key-checks.ts';
import { modulusOf } from './rsa.ts';
import { suiteOf, VERSION, X_WING, type Suite } from './suite.ts';
import { field, labelled, TlvReader } from './tlv.ts';

const XWING_SIZE = 1216;
const MOST_RSA_SIZE = 4096;

const GROUPS = 6;
const BYTES_PER_GROUP = 5;

/** What others need to know of a party: X-Wing, 1216 bytes, or RSA, 422; and Ed25519, 32 bytes. */
export interface PartyPublicKey {
  suite: Suite;
  encryption: Bytes;
  signing: Bytes;
}

/** The one encoding of the key: 1260 bytes with X-Wing, 466 with RSA. */
export function encodePublicKey(key: PartyPublicKey): Bytes {
  return concat(Uint8Array.of(VERSION, key.suite), field(1, key.encryption), field(2, key.signing));
}

export function decodePublicKey(bytes: Bytes): PartyPublicKey {
  const reader = new TlvReader(bytes);
  const suite = knownSuite(reader);
  const encryption = suite === X_WING ? reader.bytes(1, XWING_SIZE) : reader.bytes(1, 1, MOST_RSA_SIZE);
  const signing = reader.bytes(2, 32);
  reader.end();
  if (suite === X_WING) {
    requireXWing(encryption);
  } else {
    modulusOf(encryption);
  }
  requireEd25519(signing);
  return { suite, encryption, signing };
}

/** Reads version and suite and refuses what is not on the list. */
export function knownSuite(reader: TlvReader): Suite {
  if (reader.octet() !== VERSION) {
    throw new CryptoRefusal('UNKNOWN_VERSION');
  }
  return suiteOf(reader.octet());
}

/** The key's name, 16 bytes. */
export async function keyIdOf(key: PartyPublicKey): Promise<Bytes> {
  return (await sha256(labelled('vestibule/v1/key-id', encodePublicKey(key)))).slice(0, 16);
}

/** What two people compare: 30 digits in 6 groups, each a 40-bit number modulo 100000. */
export async function fingerprintOf(key: PartyPublicKey): Promise<string> {
  const hash = await sha256(labelled('vestibule/v1/fingerprint', encodePublicKey(key)));
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const start = group * BYTES_PER_GROUP;
    const number = hash
      .subarray(start, start + BYTES_PER_GROUP)
      .reduce((sum, value) => sum * 256 + value, 0);
    return String(number % 100_000).padStart(5, '0');
  });
  return groups.join(' ');
}
