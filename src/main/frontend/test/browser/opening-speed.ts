import { aesKey } from '../../src/crypto/aesgcm.ts';
import type { Bytes } from '../../src/crypto/bytes.ts';
import { readPages } from '../../src/record/opened.ts';
import type { SealedEntity, SealedPage } from '../../src/record/sealed.ts';
import type { Vault } from '../../src/record/vault.ts';
import { randomBytes } from '../sealing.ts';
import { sharedRecord, TEXT } from './shared-record.ts';

const PAGE = 100;

/**
 * How many milliseconds it takes to open so many records as the patient's page does, and to do no
 * more than their AES-GCM: decrypt the wrapped key, import it, decrypt the content. In turns.
 */
export async function openingSpeed(count: number, rounds: number) {
  const { vault, entities } = await sharedRecord(count);
  const wrapping = await aesKey(randomBytes(32));
  const bareOnes = await Promise.all(Array.from({ length: count }, () => bareRecord(wrapping)));
  const opened: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    opened.push(await timedPages(vault, entities));
    bare.push(await timed(bareOnes, (one) => openBare(wrapping, one)));
  }
  vault.close();
  return { opened, bare };
}

/** Milliseconds to open the pages of a record that come as fast as they are asked for. */
async function timedPages(vault: Vault, entities: SealedEntity[]): Promise<number> {
  const pageFrom = (from: number): SealedPage => {
    const next = from + PAGE;
    const page = { clinic: '', party: '', exchanges: [], manifests: [], replaced: [] };
    return { ...page, entities: entities.slice(from, next), cursor: next < entities.length ? String(next) : null };
  };
  const start = performance.now();
  await readPages(vault, pageFrom(0), async (cursor) => pageFrom(Number(cursor)), (_, contents) => {
    if (contents.some((content) => content.length < TEXT.length)) {
      throw new Error('Not everything was opened');
    }
  });
  return performance.now() - start;
}

/** Milliseconds for all of them, a page at a time, each page's at once. */
async function timed<T>(all: T[], open: (one: T) => Promise<ArrayLike<number>>): Promise<number> {
  const start = performance.now();
  for (let from = 0; from < all.length; from += PAGE) {
    for (const content of await Promise.all(all.slice(from, from + PAGE).map(open))) {
      if (content.length < TEXT.length) {
        throw new Error('Not everything was opened');
      }
    }
  }
  return performance.now() - start;
}

// As many bytes of associated data as a delegation and an entity have.
const WRAP_CONTEXT = new Uint8Array(183);
const CONTENT_CONTEXT = new Uint8Array(113);

interface BareRecord {
  iv: Bytes;
  wrapped: ArrayBuffer;
  content: ArrayBuffer;
}

async function bareRecord(wrapping: CryptoKey): Promise<BareRecord> {
  const iv = randomBytes(12);
  const secret = randomBytes(32);
  const seal = (key: CryptoKey, additionalData: Bytes, bytes: Bytes) =>
    crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  return {
    iv,
    wrapped: await seal(wrapping, WRAP_CONTEXT, secret),
    content: await seal(await aesKey(secret), CONTENT_CONTEXT, randomBytes(512)),
  };
}

async function openBare(wrapping: CryptoKey, one: BareRecord): Promise<Bytes> {
  const open = (key: CryptoKey, additionalData: Bytes, sealed: ArrayBuffer) =>
    crypto.subtle.decrypt({ name: 'AES-GCM', iv: one.iv, additionalData }, key, sealed);
  const secret = new Uint8Array(await open(wrapping, WRAP_CONTEXT, one.wrapped));
  return new Uint8Array(await open(await aesKey(secret), CONTENT_CONTEXT, one.content));
}
