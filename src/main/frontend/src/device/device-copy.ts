import { base64url, fromBase64url } from '../crypto/base64url.ts';
import { openGcm, sealGcm } from '../crypto/aesgcm.ts';
import { uuidBytes, type Bytes } from '../crypto/bytes.ts';
import { decodePrivateKeys, encodePrivateKeys, type PrivateKeys } from '../crypto/private-keys.ts';
import { labelled } from '../crypto/tlv.ts';
import { postJson } from '../page/http.ts';

const ID_SIZE = 16;

/**
 * What a device needs to get its private keys back as bytes, for another device.
 *
 * The sealed keys lie at the portal, the key to them here: neither is enough, and who fetches them
 * leaves a trace.
 */
export interface DeviceCopy {
  id: Bytes;
  sealing: CryptoKey;
}

/** Seals private keys for this device alone; the result is to be kept with {@link keepCopy}. */
export async function makeCopy(clinic: string, keys: PrivateKeys): Promise<{ copy: DeviceCopy; sealed: Bytes }> {
  const algorithm = { name: 'AES-GCM', length: 256 };
  const sealing = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
  const copy = { id: crypto.getRandomValues(new Uint8Array(ID_SIZE)), sealing };
  const plaintext = encodePrivateKeys(keys);
  try {
    return { copy, sealed: await sealGcm(sealing, contextOf(clinic, copy), plaintext) };
  } finally {
    plaintext.fill(0);
  }
}

/** Gives the sealed keys to the portal; a device that could not just can not add another one. */
export async function keepCopy(copy: DeviceCopy, sealed: Bytes): Promise<void> {
  const body = { id: base64url(copy.id), sealed: base64url(sealed) };
  await postJson<void>('/my/devices/copies', body).catch(() => undefined);
}

/** Fetches and opens this device's private keys; the caller wipes them. */
export async function openCopy(clinic: string, copy: DeviceCopy): Promise<PrivateKeys> {
  const body = { id: base64url(copy.id) };
  const { sealed } = await postJson<{ sealed: string }>('/my/devices/copies/fetch', body);
  const plaintext = await openGcm(copy.sealing, contextOf(clinic, copy), fromBase64url(sealed));
  try {
    return decodePrivateKeys(plaintext);
  } finally {
    plaintext.fill(0);
  }
}

function contextOf(clinic: string, copy: DeviceCopy): Bytes {
  return labelled('vestibule/v1/device-copy', uuidBytes(clinic), copy.id);
}
