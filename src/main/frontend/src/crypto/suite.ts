import { sha256 } from './kdf.ts';
import { utf8, type Bytes } from './bytes.ts';
import { CryptoRefusal } from './refusal.ts';
import { XWING_OVERHEAD } from './xwing.ts';

/** The one version of every format. */
export const VERSION = 1;

/** RSA-OAEP-3072 and HPKE with X-Wing; a party has the suite of its key. */
export const RSA_OAEP = 1;
export const X_WING = 2;

export type Suite = typeof RSA_OAEP | typeof X_WING;

/** Reads a suite byte and refuses what is not on the list. */
export function suiteOf(octet: number): Suite {
  if (octet !== RSA_OAEP && octet !== X_WING) {
    throw new CryptoRefusal('UNKNOWN_SUITE');
  }
  return octet;
}

/** The size of a sealed secret of that size. */
export function sealedSize(suite: Suite, secretSize: number): number {
  return suite === RSA_OAEP ? 384 : XWING_OVERHEAD + secretSize;
}

/** What a sealed secret is bound to: the label of its format, and a context that starts with it. */
export interface SealingContext {
  label: string;
  associated: Bytes;
}

export function infoOf(context: SealingContext): Bytes {
  return utf8(context.label);
}

/** SHA-256 of the context, which RSA-OAEP takes as its label. */
export function hashOf(context: SealingContext): Promise<Bytes> {
  return sha256(context.associated);
}
