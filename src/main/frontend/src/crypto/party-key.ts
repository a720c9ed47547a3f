import { concat, type Bytes } from './bytes.ts';
import { sha256 } from './kdf.ts';
import { CryptoRefusal } from './refusal.ts';
import { field, labelled, TlvReader } from './tlv.ts';

/** The one version and the one suite this build knows: X-Wing. */
export const VERSION = 1;
export const X_WING = 2;

const GROUPS = 6;
const BYTES_PER_GROUP = 5;

/** What others need to know of a party: X-Wing, 1216 bytes, and Ed25519, 32 bytes. */
export interface PartyPublicKey {
  encryption: Bytes;
  signing: Bytes;
}

/** The one encoding of the key, 1260 bytes. */
export function encodePublicKey(key: PartyPublicKey): Bytes {
  return concat(Uint8Array.of(VERSION, X_WING), field(1, key.encryption), field(2, key.signing));
}

export function decodePublicKey(bytes: Bytes): PartyPublicKey {
  const reader = new TlvReader(bytes);
  requireKnown(reader);
  const key = { encryption: reader.bytes(1, 1216), signing: reader.bytes(2, 32) };
  reader.end();
  return key;
}

/** Reads version and suite and refuses what is not on the list. */
export function requireKnown(reader: TlvReader): void {
  if (reader.octet() !== VERSION) {
    throw new CryptoRefusal('UNKNOWN_VERSION');
  }
  if (reader.octet() !== X_WING) {
    throw new CryptoRefusal('UNKNOWN_SUITE');
  }
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
