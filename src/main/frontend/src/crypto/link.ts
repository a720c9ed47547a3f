import { fromBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';

/** The parts of an invitation link; `bind` stays in the browser. */
export interface InvitationLink {
  selector: string;
  secret: string;
  bind: Bytes;
}

/** Reads `v1.<selector>.<secret>.<bind>`; 8, 16 and 16 bytes in base64url. */
export function parseLink(fragment: string): InvitationLink | undefined {
  const [version, selector, secret, bind, ...rest] = fragment.split('.');
  if (version !== 'v1' || !selector || !secret || !bind || rest.length > 0) {
    return undefined;
  }
  try {
    const sizes = [selector, secret, bind].map((part) => fromBase64url(part).length);
    return sizes.join() === '8,16,16' ? { selector, secret, bind: fromBase64url(bind) } : undefined;
  } catch {
    return undefined;
  }
}
