/*
 * Signing in with the key of this device, /my/login (template identity/my-login.html).
 *
 * Elements: button #sign-in; live region #sign-in-status with data-working, data-no-key and
 * data-refused.
 */
import { base64url, fromBase64url } from './crypto/base64url.ts';
import { loginMessage } from './crypto/login.ts';
import { cameInWith } from './device/current-key.ts';
import { sign, type DeviceKey } from './device/device-key.ts';
import { deviceKeys, saveDeviceKey } from './device/device-keys.ts';
import { byId, element } from './page/dom.ts';
import { getJson, postJson } from './page/http.ts';

interface Challenge {
  nonce: string;
  baseUrl: string;
}

const button = byId<HTMLButtonElement>('sign-in');
const status = byId('sign-in-status');
const keys = await deviceKeys();
const choice = keys.length > 1 ? offerChoice(keys) : undefined;

button.addEventListener('click', async () => {
  const key = choice ? keys.find((one) => one.keyId === choice.value) : keys[0];
  if (!key) {
    say('noKey');
    return;
  }
  say('working');
  button.disabled = true;
  try {
    await signIn(key);
    location.assign('/my');
  } catch {
    say('refused');
    button.disabled = false;
    button.focus();
  }
});

async function signIn(key: DeviceKey): Promise<void> {
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

/** Several people may share a browser; a key is told by its day and its first digits. */
function offerChoice(keys: DeviceKey[]): HTMLSelectElement {
  const options = keys.map((key) => {
    const day = new Date(key.createdAt).toLocaleString(document.documentElement.lang);
    return element('option', { value: key.keyId }, `${day} · ${key.keyId.slice(0, 8)}`);
  });
  const select = element('select', { id: 'sign-in-key', 'aria-label': button.textContent ?? '' }, ...options);
  button.before(select);
  return select;
}

function say(message: 'working' | 'noKey' | 'refused'): void {
  status.textContent = status.dataset[message] ?? '';
}
