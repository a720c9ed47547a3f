import { aesKey, openGcmWith } from './aesgcm.ts';
import { utf8, type Bytes } from './bytes.ts';
import { Context } from './context.ts';
import { derivation } from './kdf.ts';
import { CryptoRefusal } from './refusal.ts';
import { int32 } from './tlv.ts';

const BUCKET = 64;
const MARK = 0x80;
const LABEL = utf8('vestibule/v1/content');
const idOf = derivation('vestibule/v1/content-key-id', 16);
const CONTEXT = new Context();

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
  const [id, key] = await Promise.all([idOf(bytes), aesKey(bytes)]);
  return { id, key };
}

export function contentContext(header: EntityHeader, keyId: Bytes): Bytes {
  return written(header, keyId).copy();
}

function written(header: EntityHeader, keyId: Bytes): Context {
  return CONTEXT.begin(LABEL)
    .uuid(header.clinic)
    .uuid(header.entity)
    .text(header.type)
    .bytes(int32(header.version))
    .bytes(keyId);
}

/** Opens a content envelope and takes the padding off. */
export async function openContent(
  key: ContentKey,
  header: EntityHeader,
  envelope: Bytes,
): Promise<Bytes> {
  return strip(await openGcmWith(key.key, written(header, key.id).associated(), envelope));
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
  return padded.subarray(0, end);
}
