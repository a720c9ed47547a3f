import { equal, type Bytes } from './bytes.ts';
import { verified } from './ed25519.ts';
import { exchangeHeader, type ExchangePlace } from './exchange.ts';
import { sha256 } from './kdf.ts';
import type { ManifestTally } from './manifest-tally.ts';
import { CryptoRefusal } from './refusal.ts';
import { VERSION } from './suite.ts';
import { labelled, TlvReader } from './tlv.ts';

const SUITE = 1;
const TYPE_TAG = 10;
const MOST_TYPES = 256;
const TYPE = /^[A-Za-z]{1,64}$/;
const MOST_COUNT = 2 ** 31 - 1;

/** What a delegator says it has shared; nothing is proven before {@link requireManifestSigned}. */
export interface ShareManifest extends ExchangePlace {
  sequence: number;
  previous: Bytes;
  root: Bytes;
  /** How many entities of each FHIR type are shared. */
  counts: Map<string, number>;
  signer: Bytes;
  body: Bytes;
  signature: Bytes;
  encoded: Bytes;
}

/** What a browser remembers of the last manifest it believed. */
export interface ManifestHead {
  sequence: number;
  hash: Bytes;
}

export function decodeManifest(bytes: Bytes): ShareManifest {
  const reader = new TlvReader(bytes);
  if (reader.octet() !== VERSION) {
    throw new CryptoRefusal('UNKNOWN_VERSION');
  }
  if (reader.octet() !== SUITE) {
    throw new CryptoRefusal('UNKNOWN_SUITE');
  }
  const { place } = exchangeHeader(reader);
  const sequence = reader.int64(6);
  const previous = reader.bytes(7, 32);
  const root = reader.bytes(8, 32);
  const size = reader.int64(9);
  const counts = readCounts(reader);
  if (sequence < 1 || size !== [...counts.values()].reduce((sum, count) => sum + count, 0)) {
    throw new CryptoRefusal('NOT_CANONICAL');
  }
  const signer = reader.bytes(11, 16);
  const body = bytes.slice(0, reader.position);
  const signature = reader.bytes(12, 64);
  reader.end();
  return { ...place, sequence, previous, root, counts, signer, body, signature, encoded: bytes.slice() };
}

function readCounts(reader: TlvReader): Map<string, number> {
  const counts = new Map<string, number>();
  let last = '';
  while (reader.nextIs(TYPE_TAG) && counts.size < MOST_TYPES) {
    const inner = new TlvReader(reader.bytes(TYPE_TAG, 19, 82));
    const type = String.fromCharCode(...inner.bytes(1, 1, 64));
    const count = inner.int64(2);
    inner.end();
    if (!TYPE.test(type) || count < 1 || count > MOST_COUNT || type <= last) {
      throw new CryptoRefusal('NOT_CANONICAL');
    }
    counts.set(type, count);
    last = type;
  }
  return counts;
}

/** Refuses a manifest the owner of the 32-byte Ed25519 key did not sign. */
export async function requireManifestSigned(manifest: ShareManifest, ed25519: Bytes): Promise<void> {
  const signed = labelled('vestibule/v1/manifest-signature', manifest.body);
  if (!(await verified(ed25519, manifest.signature, signed))) {
    throw new CryptoRefusal('NOT_SIGNED');
  }
}

/** What to remember of a manifest once it is believed. */
export async function headOf(manifest: ShareManifest): Promise<ManifestHead> {
  const hash = await sha256(labelled('vestibule/v1/manifest-hash', manifest.encoded));
  return { sequence: manifest.sequence, hash };
}

/** Refuses what is neither the remembered manifest itself nor the one right after it. */
export async function requireFollows(manifest: ShareManifest, known: ManifestHead): Promise<void> {
  const { hash } = await headOf(manifest);
  const isKnown = manifest.sequence === known.sequence && equal(hash, known.hash);
  if (!isKnown && manifest.sequence <= known.sequence) {
    throw new CryptoRefusal('ROLLED_BACK');
  }
  if (!isKnown && !(manifest.sequence === known.sequence + 1 && equal(manifest.previous, known.hash))) {
    throw new CryptoRefusal('BROKEN_CHAIN');
  }
}

/** Refuses a set of entries that is not exactly the shared one. */
export function requireCovers(manifest: ShareManifest, found: ManifestTally): void {
  const sameCounts =
    found.counts.size === manifest.counts.size &&
    [...found.counts].every(([type, count]) => manifest.counts.get(type) === count);
  if (!sameCounts || !equal(found.root(), manifest.root)) {
    throw new CryptoRefusal('INCOMPLETE');
  }
}
