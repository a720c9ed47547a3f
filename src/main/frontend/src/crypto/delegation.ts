import { aesKey, GCM_OVERHEAD, openGcmWith } from './aesgcm.ts';
import { equal, fromHex, utf8, type Bytes } from './bytes.ts';
import { contentKey, type ContentKey } from './content.ts';
import { Context } from './context.ts';
import { derive } from './kdf.ts';
import { CryptoRefusal } from './refusal.ts';

const CONTENT_KEY_SIZE = 32;
const PERMISSIONS = { READ: Uint8Array.of(1), WRITE: Uint8Array.of(2) } as const;
const LABEL = utf8('vestibule/v1/delegation');
const CONTEXT = new Context();

export type Permission = keyof typeof PERMISSIONS;

/** What a wrapped content key is bound to; `contentKeyId` are 32 hex digits. */
export interface DelegationHeader {
  clinic: string;
  entity: string;
  type: string;
  contentKeyId: string;
  exchange: string;
  delegator: string;
  delegate: string;
  permission: Permission;
}

export function delegationContext(header: DelegationHeader): Bytes {
  return written(header).copy();
}

function written(header: DelegationHeader): Context {
  return CONTEXT.begin(LABEL)
    .uuid(header.clinic)
    .uuid(header.entity)
    .text(header.type)
    .hex(header.contentKeyId)
    .uuid(header.exchange)
    .uuid(header.delegator)
    .uuid(header.delegate)
    .bytes(PERMISSIONS[header.permission]);
}

/** The key that wraps content keys, derived from the exchange key of 32 bytes. */
export async function wrappingKey(exchangeKey: Bytes): Promise<CryptoKey> {
  return aesKey(await derive(exchangeKey, 'vestibule/v1/wrap', CONTENT_KEY_SIZE));
}

/** Unwraps a content key and checks that it is the one the header names. */
export async function unwrap(
  wrapping: CryptoKey,
  header: DelegationHeader,
  wrapped: Bytes,
): Promise<ContentKey> {
  if (wrapped.length !== GCM_OVERHEAD + CONTENT_KEY_SIZE) {
    throw new CryptoRefusal('WRONG_LENGTH');
  }
  const bytes = await openGcmWith(wrapping, written(header).associated(), wrapped);
  try {
    const key = await contentKey(bytes);
    if (!equal(key.id, fromHex(header.contentKeyId))) {
      throw new CryptoRefusal('WRONG_KEY');
    }
    return key;
  } finally {
    bytes.fill(0);
  }
}
