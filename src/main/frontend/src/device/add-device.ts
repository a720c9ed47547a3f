import { backupIdOf, makeBackupCode, sealBackup, textOf } from '../crypto/backup-code.ts';
import { base64url } from '../crypto/base64url.ts';
import { wipe } from '../crypto/private-keys.ts';
import { byId } from '../page/dom.ts';
import { postJson } from '../page/http.ts';
import { drawQr } from '../page/qr.ts';
import { text } from '../page/texts.ts';
import { openCopy, type DeviceCopy } from './device-copy.ts';
import type { DeviceKey } from './device-key.ts';

const EVERY = 1_000;

/** Lets this device hand its keys to another one: a code to scan, good once and for a short time. */
export function letAddDevices(device: DeviceKey): void {
  const { copy } = device;
  const button = byId<HTMLButtonElement>('add-device');
  if (!copy) {
    say('device.noCopy');
    return;
  }
  button.hidden = false;
  button.onclick = () => {
    button.disabled = true;
    offer(device.clinic, copy)
      .catch(() => say('device.failed'))
      .finally(() => {
        byId('transfer').hidden = true;
        button.disabled = false;
      });
  };
}

async function offer(clinic: string, copy: DeviceCopy): Promise<void> {
  const code = makeBackupCode('transfer');
  const id = base64url(await backupIdOf(code));
  const keys = await openCopy(clinic, copy);
  const sealed = base64url(await sealBackup(code, clinic, keys));
  wipe(keys);
  const { seconds } = await postJson<{ seconds: number }>('/my/devices/transfers', { id, sealed });
  byId('transfer-code').textContent = textOf(code);
  // Behind the #: the portal never sees it.
  drawQr(byId('transfer-qr'), `${location.origin}/my/restore#${textOf(code)}`);
  byId('transfer').hidden = false;
  say('device.shown', Math.ceil(seconds / 60));
  say((await becomes(id)) === 'TAKEN' ? 'device.taken' : 'device.expired');
}

async function becomes(id: string): Promise<string> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, EVERY));
    const { state } = await postJson<{ state: string }>('/my/devices/transfers/state', { id });
    if (state !== 'OPEN') {
      return state;
    }
  }
}

function say(key: string, ...values: number[]): void {
  byId('transfer-status').textContent = text(key, ...values);
}
