import { base64url } from '../src/crypto/base64url.ts';
import { encodeClaim, macOfClaim } from '../src/crypto/claim.ts';
import type { DelegationHeader } from '../src/crypto/delegation.ts';
import { loginMessage } from '../src/crypto/login.ts';
import { encodePublicKey, fingerprintOf, keyIdOf, type PartyPublicKey } from '../src/crypto/party-key.ts';
import { hex, type Bytes } from '../src/crypto/bytes.ts';
import { publicKeyOf } from '../src/crypto/xwing.ts';
import { makeDeviceKey } from '../src/device/device-key.ts';
import { contentKeyId, randomBytes, sealContent, sealExchange, wrap } from './sealing.ts';

const BASE_URL = 'https://vestibule.example';

/** Keys like a device's, but with seeds that can be written down. */
async function openKey() {
  const seed = randomBytes(32);
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const signing = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const publicKey: PartyPublicKey = { encryption: await publicKeyOf(seed), signing };
  const sign = async (message: Bytes) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, message));
  return { seed, signingSeed: pkcs8.slice(-32), publicKey, sign };
}

/** Everything one doctor and one patient exchange, made the way the browser makes it. */
export async function browserCase(plaintext: string) {
  const clinic = crypto.randomUUID();
  const doctor = await makeDeviceKey(clinic);
  const patient = await openKey();
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
  const signer = { key: doctor.publicKey, sign: doctor.signing };
  const micros = 1_772_360_130_123_456n;
  const recipients = [patient.publicKey, doctor.publicKey];
  const record = await sealExchange(place, micros, exchangeKey, recipients, signer);
  const claim = { clinic, invitation: crypto.randomUUID(), generation: 4, key: patient.publicKey };
  const bind = randomBytes(16);
  const nonce = randomBytes(32);
  return {
    place,
    plaintext,
    seed: base64url(patient.seed),
    signingSeed: base64url(patient.signingSeed),
    keyId: hex(await keyIdOf(patient.publicKey)),
    signer: base64url(doctor.publicKey.signing),
    record: base64url(record),
    wrapped: base64url(await wrap(exchangeKey, place, secret)),
    envelope: base64url(await sealContent(secret, { ...place, version: 1 }, plaintext)),
    claim: {
      clinic,
      invitation: claim.invitation,
      bind: base64url(bind),
      publicKey: base64url(encodePublicKey(patient.publicKey)),
      keyId: hex(await keyIdOf(patient.publicKey)),
      fingerprint: await fingerprintOf(patient.publicKey),
      mac: base64url(await macOfClaim(claim, bind)),
      signature: base64url(await patient.sign(encodeClaim(claim))),
    },
    login: {
      baseUrl: BASE_URL,
      nonce: base64url(nonce),
      signature: base64url(await patient.sign(loginMessage(BASE_URL, nonce))),
    },
  };
}
