import { utf8, type Bytes } from './bytes.ts';
import { labelled } from './tlv.ts';

/** What a device signs to sign in: the portal's address is part of it, so a look-alike gains nothing. */
export function loginMessage(baseUrl: string, nonce: Bytes): Bytes {
  return labelled('vestibule/v1/login', utf8(baseUrl), nonce);
}
