import { compare, equal, utf8, uuidText, type Bytes } from './bytes.ts';
import { requireKnown, VERSION, X_WING } from './party-key.ts';
import { CryptoRefusal } from './refusal.ts';
import { labelled, TlvReader } from './tlv.ts';
import { openHpke, XWING_OVERHEAD } from './xwing.ts';

const LABEL = 'vestibule/v1/exchange';
const WRAP_TAG = 7;
const WRAP_SIZE = 5 + 16 + 5 + XWING_OVERHEAD + 32;
const MOST_RECIPIENTS = 16;

/** The exchange key sealed to one recipient. */
interface Wrap {
  recipient: Bytes;
  sealed: Bytes;
}

/** An exchange record as it was read; nothing is proven before {@link requireSigned}. */
export interface ExchangeRecord {
  exchange: string;
  clinic: string;
  delegator: string;
  delegate: string;
  /** The five header fields as they stand in the record. */
  header: Bytes[];
  signer: Bytes;
  wraps: Wrap[];
  body: Bytes;
  signature: Bytes;
}

export function decodeExchange(bytes: Bytes): ExchangeRecord {
  const reader = new TlvReader(bytes);
  requireKnown(reader);
  const header = [16, 16, 16, 16, 8].map((size, index) => reader.bytes(index + 1, size));
  const signer = reader.bytes(6, 16);
  const wraps = readWraps(reader);
  const body = bytes.slice(0, reader.position);
  const signature = reader.bytes(8, 64);
  reader.end();
  const [clinic, exchange, delegator, delegate] = header.map(uuidText) as [string, string, string, string];
  return { clinic, exchange, delegator, delegate, header, signer, wraps, body, signature };
}

function readWraps(reader: TlvReader): Wrap[] {
  const wraps: Wrap[] = [];
  while (reader.nextIs(WRAP_TAG) && wraps.length < MOST_RECIPIENTS) {
    const inner = new TlvReader(reader.bytes(WRAP_TAG, WRAP_SIZE));
    const wrap = { recipient: inner.bytes(1, 16), sealed: inner.bytes(2, XWING_OVERHEAD + 32) };
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
  try {
    const key = await crypto.subtle.importKey('raw', ed25519, 'Ed25519', false, ['verify']);
    const signed = signedBytes(record.body);
    if (await crypto.subtle.verify('Ed25519', key, record.signature, signed)) {
      return;
    }
  } catch {
    // A key that can not be imported signed nothing.
  }
  throw new CryptoRefusal('NOT_SIGNED');
}

/** Opens the exchange key, 32 bytes, with the recipient's seed. */
export async function openExchange(
  record: ExchangeRecord,
  keyId: Bytes,
  seed: Bytes,
): Promise<Bytes> {
  const wrap = record.wraps.find((one) => equal(one.recipient, keyId));
  if (!wrap) {
    throw new CryptoRefusal('NOT_A_RECIPIENT');
  }
  const context = exchangeContext(record.header, record.signer, keyId);
  return openHpke(seed, utf8(LABEL), context, wrap.sealed);
}

export function exchangeContext(header: Bytes[], signer: Bytes, recipient: Bytes): Bytes {
  return labelled(LABEL, Uint8Array.of(VERSION, X_WING), ...header, signer, recipient);
}

export function signedBytes(body: Bytes): Bytes {
  return labelled('vestibule/v1/exchange-signature', body);
}
