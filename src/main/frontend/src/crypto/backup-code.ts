import { aesKey, openGcm, sealGcm } from './aesgcm.ts';
import { uuidBytes, type Bytes } from './bytes.ts';
import { decodeCrockford, encodeCrockford } from './crockford.ts';
import { derive } from './kdf.ts';
import { decodePrivateKeys, encodePrivateKeys, type PrivateKeys } from './private-keys.ts';
import { labelled } from './tlv.ts';

/** Printed and kept, or shown by one device to the next; codes of one kind open nothing of the other. */
export type Kind = 'recovery' | 'transfer';

const SIZES = { recovery: 20, transfer: 15 } as const;

/** A code a person carries: it finds the sealed private keys and opens them. */
export interface BackupCode {
  kind: Kind;
  secret: Bytes;
}

export function makeBackupCode(kind: Kind): BackupCode {
  return { kind, secret: crypto.getRandomValues(new Uint8Array(SIZES[kind])) };
}

/** Reads a code as somebody typed it; refuses a mistyped one. */
export function parseBackupCode(kind: Kind, typed: string): BackupCode {
  return { kind, secret: decodeCrockford(typed, SIZES[kind]) };
}

/** The characters, in groups to be read: four each on paper, five each on a screen. */
export function textOf(code: BackupCode): string {
  const size = code.kind === 'recovery' ? 4 : 5;
  const text = encodeCrockford(code.secret);
  return text.match(new RegExp(`.{1,${size}}`, 'g'))!.join('-');
}

/** Under which name the sealed keys lie: 16 bytes that say nothing about the key. */
export function backupIdOf(code: BackupCode): Promise<Bytes> {
  return derive(code.secret, `vestibule/v1/${code.kind}-id`, 16);
}

/** Seals private keys for the clinic they belong to. */
export async function sealBackup(code: BackupCode, clinic: string, keys: PrivateKeys): Promise<Bytes> {
  const plaintext = encodePrivateKeys(keys);
  try {
    return await sealGcm(await keyOf(code), await contextOf(code, clinic), plaintext);
  } finally {
    plaintext.fill(0);
  }
}

/** Opens what was sealed with the same code for the same clinic. */
export async function openBackup(code: BackupCode, clinic: string, sealed: Bytes): Promise<PrivateKeys> {
  const plaintext = await openGcm(await keyOf(code), await contextOf(code, clinic), sealed);
  try {
    return decodePrivateKeys(plaintext);
  } finally {
    plaintext.fill(0);
  }
}

async function keyOf(code: BackupCode): Promise<CryptoKey> {
  const bytes = await derive(code.secret, `vestibule/v1/${code.kind}-key`, 32);
  try {
    return await aesKey(bytes);
  } finally {
    bytes.fill(0);
  }
}

async function contextOf(code: BackupCode, clinic: string): Promise<Bytes> {
  return labelled(`vestibule/v1/${code.kind}`, uuidBytes(clinic), await backupIdOf(code));
}
