/*
 * Signing in with the key of this device, /my/login (template identity/my-login.html).
 *
 * Elements: button #sign-in; live region #sign-in-status with data-working, data-no-key and
 * data-refused.
 */
import type { DeviceKey } from './device/device-key.ts';
import { deviceKeys } from './device/device-keys.ts';
import { signInWith } from './device/sign-in.ts';
import { byId, element } from './page/dom.ts';

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
    await signInWith(key);
    location.assign('/my');
  } catch {
    say('refused');
    button.disabled = false;
    button.focus();
  }
});

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
