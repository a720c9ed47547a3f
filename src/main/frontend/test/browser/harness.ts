// What the Java tests call in a real browser. Everything goes in and comes out as JSON.
import { fromBase64url, base64url } from '../../src/crypto/base64url.ts';
import { fromHex, type Bytes } from '../../src/crypto/bytes.ts';
import { openContent } from '../../src/crypto/content.ts';
import { unwrap, wrappingKey, type DelegationHeader } from '../../src/crypto/delegation.ts';
import { decodeExchange, openExchange, requireSigned } from '../../src/crypto/exchange.ts';
import type { OpeningKey } from '../../src/crypto/opening.ts';
import { decodePublicKey, fingerprintOf } from '../../src/crypto/party-key.ts';
import { decodePrivateKeys } from '../../src/crypto/private-keys.ts';
import { CryptoRefusal } from '../../src/crypto/refusal.ts';
import { X_WING, type Suite } from '../../src/crypto/suite.ts';
import { hasNativeXWing } from '../../src/crypto/xwing-native.ts';
import { deviceKeyOf } from '../../src/device/device-key.ts';
import { deviceKeys, saveDeviceKey } from '../../src/device/device-keys.ts';
import { openingKeyOf, sealedSeed, storedKeyOf } from '../../src/device/stored-key.ts';
import { browserCase, makePair } from '../browser-case.ts';
import { changed, flipped } from '../changes.ts';
import { misread } from '../misread.ts';
import { openingAll } from './opening-all.ts';
import { openingSpeed } from './opening-speed.ts';
import { wycheproof } from './wycheproof.ts';

const CASES_PER_PAIR = 10;

type Way = 'preferred' | 'javascript';

/** One sealed entity with all that opens it; `reason` says why it must not open. */
interface Case {
  place: DelegationHeader;
  plaintext: string;
  privateKeys: string;
  keyId: string;
  signer: string;
  record: string;
  wrapped: string;
  envelope: string;
  reason?: string;
}

const opened = new Map<string, Promise<OpeningKey>>();

function openingKey(privateKeys: string, way: Way): Promise<OpeningKey> {
  const known = opened.get(way + privateKeys);
  const key = known ?? importKey(privateKeys, way);
  opened.set(way + privateKeys, key);
  return key;
}

async function importKey(privateKeys: string, way: Way): Promise<OpeningKey> {
  const keys = decodePrivateKeys(fromBase64url(privateKeys));
  const sealed = way === 'javascript' && keys.suite === X_WING;
  return openingKeyOf(await (sealed ? sealedSeed(keys.encryption) : storedKeyOf(keys)));
}

async function open(one: Case, way: Way): Promise<string> {
  const record = decodeExchange(fromBase64url(one.record));
  await requireSigned(record, fromBase64url(one.signer));
  const key = await openingKey(one.privateKeys, way);
  const wrapping = await wrappingKey(await openExchange(record, fromHex(one.keyId), key));
  const content = await unwrap(wrapping, one.place, fromBase64url(one.wrapped));
  const plaintext = await openContent(content, { version: 1, ...one.place }, fromBase64url(one.envelope));
  return new TextDecoder().decode(plaintext);
}

async function resultOf(one: Case, way: Way): Promise<string> {
  try {
    return (await open(one, way)) === one.plaintext ? 'opened' : 'opened something else';
  } catch (problem) {
    return problem instanceof CryptoRefusal ? problem.reason : String(problem);
  }
}

/** Opens every case of a file; answers with what did not come out as the case says. */
async function openCases(url: string, way: Way) {
  const cases: Case[] = await (await fetch(url)).json();
  const surprises: string[] = [];
  let right = 0;
  for (const [index, one] of cases.entries()) {
    const result = await resultOf(one, way);
    if (result === (one.reason ?? 'opened')) {
      right++;
    } else {
      surprises.push(`${index}: ${result} instead of ${one.reason ?? 'opened'}`);
    }
  }
  return { right, surprises };
}

/** Seals so many cases, and beside each some that are changed and what becomes of them here. */
async function sealCases(suite: Suite, count: number): Promise<Case[]> {
  let pair = await makePair(suite);
  const cases: Case[] = [];
  for (let i = 0; i < count; i++) {
    pair = suite === X_WING && i % CASES_PER_PAIR === 0 ? await makePair(suite) : pair;
    const one: Case = await browserCase(`${i} ü ${'y'.repeat(i % 200)}`, pair);
    cases.push(one);
    for (const negative of await negativesOf(one, i)) {
      cases.push({ ...negative, reason: await resultOf(negative, 'preferred') });
    }
  }
  return cases;
}

async function negativesOf(one: Case, seed: number): Promise<Case[]> {
  const flip = (text: string) => base64url(flipped(fromBase64url(text), seed * 37));
  return [
    { ...one, record: flip(one.record) },
    { ...one, wrapped: flip(one.wrapped) },
    { ...one, envelope: flip(one.envelope) },
    { ...one, envelope: base64url(changed(fromBase64url(one.envelope), seed)) },
  ];
}

/** Keeps keys as a device does; `javascript` as a browser without ML-KEM would. */
async function keep(clinic: string, privateKeys: string, way: Way): Promise<string> {
  const seed = decodePrivateKeys(fromBase64url(privateKeys)).encryption;
  const device = await deviceKeyOf(clinic, decodePrivateKeys(fromBase64url(privateKeys)));
  const opening = way === 'javascript' ? await sealedSeed(seed) : device.opening;
  await saveDeviceKey({ ...device, opening });
  return opening.kind;
}

/** Opens a record with the kept key of that name. */
async function openWithKept(keyId: string, record: string): Promise<string> {
  const device = (await deviceKeys()).find((one) => one.keyId === keyId)!;
  const key = openingKeyOf(device.opening);
  return base64url(await openExchange(decodeExchange(fromBase64url(record)), fromHex(keyId), key));
}

/** Tries to read the kept keys out in every format there is; answers with those that gave way. */
async function readOut(keyId: string): Promise<string[]> {
  const device = (await deviceKeys()).find((one) => one.keyId === keyId)!;
  const keys = [device.signing, ...cryptoKeysIn(device.opening)];
  const formats = ['raw', 'pkcs8', 'jwk', 'raw-seed', 'raw-private', 'raw-secret'] as KeyFormat[];
  const gave: string[] = [];
  for (const key of keys) {
    for (const format of formats) {
      await crypto.subtle.exportKey(format as 'raw', key).then(
        () => gave.push(`${key.algorithm.name} as ${format}`),
        () => undefined,
      );
    }
  }
  return gave.concat(keys.length < 2 ? ['too few keys'] : []);
}

function cryptoKeysIn(value: unknown): CryptoKey[] {
  if (value instanceof CryptoKey) {
    return [value];
  }
  return value instanceof Object && !(value instanceof Uint8Array) ? Object.values(value).flatMap(cryptoKeysIn) : [];
}

function fingerprint(publicKey: string): Promise<string> {
  return fingerprintOf(decodePublicKey(fromBase64url(publicKey)));
}

function refusalOf(publicKey: string): string {
  try {
    decodePublicKey(fromBase64url(publicKey) as Bytes);
    return 'accepted';
  } catch (problem) {
    return problem instanceof CryptoRefusal ? problem.reason : String(problem);
  }
}

const harness = { fingerprint, hasNativeXWing, keep, openCases, openWithKept, openingAll, openingSpeed, misread, readOut, refusalOf, sealCases, wycheproof };
Object.assign(globalThis, { harness });
