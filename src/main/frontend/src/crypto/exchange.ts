import { compare, equal, uuidText, type Bytes } from './bytes.ts';
import { verified } from './ed25519.ts';
import { openSecret, type OpeningKey } from './opening.ts';
import { knownSuite } from './party-key.ts';
import { CryptoRefusal } from './refusal.ts';
import { sealedSize, VERSION, type SealingContext, type Suite } from './suite.ts';
import { labelled, TlvReader } from './tlv.ts';

const LABEL = 'vestibule/v1/exchange';
const WRAP_TAG = 7;
const SECRET_SIZE = 32;
const MOST_RECIPIENTS = 16;

/** The exchange key sealed to one recipient. */
interface Wrap {
  recipient: Bytes;
  sealed: Bytes;
}

/** Which exchange, from whom to whom. */
export interface ExchangePlace {
  clinic: string;
  exchange: string;
  delegator: string;
  delegate: string;
}

/** An exchange record as it was read; nothing is proven before {@link requireSigned}. */
export interface ExchangeRecord extends ExchangePlace {
  suite: Suite;
  /** The five header fields as they stand in the record. */
  header: Bytes[];
  signer: Bytes;
  wraps: Wrap[];
  body: Bytes;
  signature: Bytes;
}

export function decodeExchange(bytes: Bytes): ExchangeRecord {
  const reader = new TlvReader(bytes);
  const suite = knownSuite(reader);
  const { header, place } = exchangeHeader(reader);
  const signer = reader.bytes(6, 16);
  const wraps = readWraps(reader, suite);
  const body = bytes.slice(0, reader.position);
  const signature = reader.bytes(8, 64);
  reader.end();
  return { ...place, suite, header, signer, wraps, body, signature };
}

/** Reads the five fields with which every format about an exchange begins. */
export function exchangeHeader(reader: TlvReader): { header: Bytes[]; place: ExchangePlace } {
  const header = [16, 16, 16, 16, 8].map((size, index) => reader.bytes(index + 1, size));
  const [clinic, exchange, delegator, delegate] = header.map(uuidText) as [string, string, string, string];
  return { header, place: { clinic, exchange, delegator, delegate } };
}

function readWraps(reader: TlvReader, suite: Suite): Wrap[] {
  const size = sealedSize(suite, SECRET_SIZE);
  const wraps: Wrap[] = [];
  while (reader.nextIs(WRAP_TAG) && wraps.length < MOST_RECIPIENTS) {
    const inner = new TlvReader(reader.bytes(WRAP_TAG, 5 + 16 + 5 + size));
    const wrap = { recipient: inner.bytes(1, 16), sealed: inner.bytes(2, size) };
    inner.end();
    const before = wraps.at(-1);
    if (before && compare(before.recipient, wrap.recipient) >= 0) {
      throw new CryptoRefusal('NOT_CANONICAL');
    }
    wraps.push(wrap);
  }
  if (wraps.length === 0) {
    throw new CryptoRefusal('UNEXPECTED_FIELD');
  }
  return wraps;
}

/** Refuses a record the owner of the 32-byte Ed25519 key did not sign. */
export async function requireSigned(record: ExchangeRecord, ed25519: Bytes): Promise<void> {
  if (!(await verified(ed25519, record.signature, signedBytes(record.body)))) {
    throw new CryptoRefusal('NOT_SIGNED');
  }
}

/** Opens the exchange key, 32 bytes, with the recipient's private key. */
export async function openExchange(
  record: ExchangeRecord,
  keyId: Bytes,
  key: OpeningKey,
): Promise<Bytes> {
  const wrap = record.wraps.find((one) => equal(one.recipient, keyId));
  if (!wrap || key.suite !== record.suite) {
    throw new CryptoRefusal('NOT_A_RECIPIENT');
  }
  const context = exchangeContext(record.suite, record.header, record.signer, keyId);
  return openSecret(key, context, wrap.sealed);
}

export function exchangeContext(
  suite: Suite,
  header: Bytes[],
  signer: Bytes,
  recipient: Bytes,
): SealingContext {
  const head = Uint8Array.of(VERSION, suite);
  return { label: LABEL, associated: labelled(LABEL, head, ...header, signer, recipient) };
}

export function signedBytes(body: Bytes): Bytes {
  return labelled('vestibule/v1/exchange-signature', body);
}
