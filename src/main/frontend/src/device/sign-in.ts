import { base64url, fromBase64url } from '../crypto/base64url.ts';
import { loginMessage } from '../crypto/login.ts';
import { getJson, postJson } from '../page/http.ts';
import { cameInWith } from './current-key.ts';
import { sign, type DeviceKey } from './device-key.ts';
import { saveDeviceKey } from './device-keys.ts';

interface Challenge {
  nonce: string;
  baseUrl: string;
}

/** Signs in with a device's key, and keeps the key once the portal has accepted it. */
export async function signInWith(key: DeviceKey): Promise<void> {
  const { nonce, baseUrl } = await getJson<Challenge>('/my/login/challenge');
  // The address the browser is really at is signed, not the one the server claims.
  if (new URL(baseUrl).origin !== location.origin) {
    throw new Error('The portal is not at the address it is configured for');
  }
  const signature = await sign(key, loginMessage(baseUrl, fromBase64url(nonce)));
  await postJson('/my/login', { keyId: key.keyId, nonce, signature: base64url(signature) });
  cameInWith(key.keyId);
  await saveDeviceKey({ ...key, confirmed: true });
}
