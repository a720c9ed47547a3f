import { uuidBytes, type Bytes } from './bytes.ts';
import { derive, hmac } from './kdf.ts';
import { encodePublicKey, type PartyPublicKey } from './party-key.ts';
import { int32, labelled } from './tlv.ts';

const LABEL = 'vestibule/v1/key-claim';

/** "This key is mine": what the browser says about its new key at enrolment. */
export interface KeyClaim {
  clinic: string;
  invitation: string;
  generation: number;
  key: PartyPublicKey;
}

/** What is MACed and signed. */
export function encodeClaim(claim: KeyClaim): Bytes {
  return labelled(
    LABEL,
    uuidBytes(claim.clinic),
    uuidBytes(claim.invitation),
    int32(claim.generation),
    encodePublicKey(claim.key),
  );
}

/** The MAC under a key derived from the link's bind, which never leaves the browser. */
export async function macOfClaim(claim: KeyClaim, bind: Bytes): Promise<Bytes> {
  const key = await derive(bind, LABEL, 32);
  try {
    return await hmac(key, encodeClaim(claim));
  } finally {
    key.fill(0);
  }
}
