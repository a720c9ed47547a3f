import { concat, utf8, type Bytes } from './bytes.ts';

const NO_SALT = new Uint8Array(32);

/** HKDF-SHA-256 (RFC 5869) without salt, with a label as info. */
export function derive(secret: Bytes, label: string, size: number): Promise<Bytes> {
  return derivation(label, size)(secret);
}

/** The same for many secrets under one label. */
export function derivation(label: string, size: number): (secret: Bytes) => Promise<Bytes> {
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: NO_SALT, info: utf8(label) };
  return async (secret) => {
    const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, size * 8));
  };
}

/** HMAC-SHA-256 (RFC 2104). */
export async function hmac(secret: Bytes, ...parts: Bytes[]): Promise<Bytes> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, concat(...parts)));
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
