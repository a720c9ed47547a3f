import { base64url } from '../src/crypto/base64url.ts';
import { hex, type Bytes } from '../src/crypto/bytes.ts';
import { encodeClaim, macOfClaim } from '../src/crypto/claim.ts';
import type { DelegationHeader } from '../src/crypto/delegation.ts';
import { signingKey } from '../src/crypto/ed25519.ts';
import { loginMessage } from '../src/crypto/login.ts';
import { encodePublicKey, fingerprintOf, keyIdOf, type PartyPublicKey } from '../src/crypto/party-key.ts';
import { encodePrivateKeys, makePrivateKeys, publicKeysOf, type PrivateKeys } from '../src/crypto/private-keys.ts';
import { X_WING, type Suite } from '../src/crypto/suite.ts';
import { contentKeyId, randomBytes, sealContent, sealExchange, wrap } from './sealing.ts';

const BASE_URL = 'https://vestibule.example';

/** A party whose keys lie open. */
export interface Party {
  keys: PrivateKeys;
  key: PartyPublicKey;
  sign: CryptoKey;
}

export async function makeParty(suite: Suite = X_WING): Promise<Party> {
  const keys = await makePrivateKeys(suite);
  return { keys, key: await publicKeysOf(keys), sign: await signingKey(keys.signing) };
}

export async function makePair(suite: Suite = X_WING): Promise<{ doctor: Party; patient: Party }> {
  return { doctor: await makeParty(suite), patient: await makeParty(suite) };
}

/** Everything one doctor and one patient exchange, made the way the browser makes it. */
export async function browserCase(plaintext: string, parties?: { doctor: Party; patient: Party }) {
  const { doctor, patient } = parties ?? (await makePair());
  const clinic = crypto.randomUUID();
  const secret = randomBytes(32);
  const exchangeKey = randomBytes(32);
  const place: DelegationHeader = {
    clinic,
    entity: crypto.randomUUID(),
    type: 'Observation',
    contentKeyId: await contentKeyId(secret),
    exchange: crypto.randomUUID(),
    delegator: crypto.randomUUID(),
    delegate: crypto.randomUUID(),
    permission: 'READ',
  };
  const micros = 1_772_360_130_123_456n;
  const recipients = [patient.key, doctor.key];
  const record = await sealExchange(place, micros, exchangeKey, recipients, doctor);
  const claim = { clinic, invitation: crypto.randomUUID(), generation: 4, key: patient.key };
  const bind = randomBytes(16);
  const nonce = randomBytes(32);
  const signed = async (message: Bytes) =>
    base64url(new Uint8Array(await crypto.subtle.sign('Ed25519', patient.sign, message)));
  return {
    place,
    plaintext,
    privateKeys: base64url(encodePrivateKeys(patient.keys)),
    keyId: hex(await keyIdOf(patient.key)),
    signer: base64url(doctor.key.signing),
    record: base64url(record),
    wrapped: base64url(await wrap(exchangeKey, place, secret)),
    envelope: base64url(await sealContent(secret, { ...place, version: 1 }, plaintext)),
    claim: {
      clinic,
      invitation: claim.invitation,
      bind: base64url(bind),
      publicKey: base64url(encodePublicKey(patient.key)),
      keyId: hex(await keyIdOf(patient.key)),
      fingerprint: await fingerprintOf(patient.key),
      mac: base64url(await macOfClaim(claim, bind)),
      signature: await signed(encodeClaim(claim)),
    },
    login: {
      baseUrl: BASE_URL,
      nonce: base64url(nonce),
      signature: await signed(loginMessage(BASE_URL, nonce)),
    },
  };
}
