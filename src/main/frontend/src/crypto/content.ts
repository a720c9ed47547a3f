import { aesKey, openGcm } from './aesgcm.ts';
import { utf8, uuidBytes, type Bytes } from './bytes.ts';
import { derive } from './kdf.ts';
import { CryptoRefusal } from './refusal.ts';
import { int32, labelled } from './tlv.ts';

const BUCKET = 64;
const MARK = 0x80;

/** What an entity's ciphertext is bound to. */
export interface EntityHeader {
  clinic: string;
  entity: string;
  type: string;
  version: number;
}

/** The key of one entity's content, under the name that commits to it. */
export interface ContentKey {
  id: Bytes;
  key: CryptoKey;
}

export async function contentKey(bytes: Bytes): Promise<ContentKey> {
  const [id, key] = await Promise.all([derive(bytes, 'vestibule/v1/content-key-id', 16), aesKey(bytes)]);
  return { id, key };
}

export function contentContext(header: EntityHeader, keyId: Bytes): Bytes {
  return labelled(
    'vestibule/v1/content',
    uuidBytes(header.clinic),
    uuidBytes(header.entity),
    utf8(header.type),
    int32(header.version),
    keyId,
  );
}

/** Opens a content envelope and takes the padding off. */
export async function openContent(
  key: ContentKey,
  header: EntityHeader,
  envelope: Bytes,
): Promise<Bytes> {
  return strip(await openGcm(key.key, contentContext(header, key.id), envelope));
}

/** Takes off 0x80 and the zeros up to the end of the last 64 bytes. */
export function strip(padded: Bytes): Bytes {
  const end = padded.lastIndexOf(MARK);
  const zeros = padded.subarray(end + 1);
  if (
    padded.length % BUCKET !== 0 ||
    end < padded.length - BUCKET ||
    end < 0 ||
    zeros.some((value) => value !== 0)
  ) {
    throw new CryptoRefusal('NOT_CANONICAL');
  }
  return padded.slice(0, end);
}
