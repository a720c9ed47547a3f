/*
 * Bringing keys back with the recovery code, /my/restore (template identity/my-restore.html).
 *
 * Elements: form #restore with #restore-code; live region #restore-status with data-working,
 * data-mistyped, data-unknown and data-unreachable.
 */
import { backupIdOf, openBackup, parseBackupCode } from './crypto/backup-code.ts';
import { base64url, fromBase64url } from './crypto/base64url.ts';
import { CryptoRefusal } from './crypto/refusal.ts';
import { deviceKeyOf } from './device/device-key.ts';
import { signInWith } from './device/sign-in.ts';
import { byId } from './page/dom.ts';
import { fragment } from './page/fragment.ts';
import { HttpRefusal, postJson } from './page/http.ts';

interface Backup {
  clinic: string;
  sealed: string;
}

const input = byId<HTMLInputElement>('restore-code');
const status = byId('restore-status');
input.value = fragment;

byId('restore').addEventListener('submit', (event) => {
  event.preventDefault();
  say('working');
  restore().then(
    () => location.assign('/my'),
    (problem: unknown) => {
      if (problem instanceof HttpRefusal) {
        say(problem.status === 404 || problem.status === 401 ? 'unknown' : 'unreachable');
      } else {
        say(problem instanceof CryptoRefusal ? 'mistyped' : 'unreachable');
      }
      input.focus();
    },
  );
});

async function restore(): Promise<void> {
  const code = parseBackupCode('recovery', input.value);
  const backupId = base64url(await backupIdOf(code));
  const { clinic, sealed } = await postJson<Backup>('/my/login/backup', { backupId });
  const keys = await openBackup(code, clinic, fromBase64url(sealed));
  await signInWith(await deviceKeyOf(clinic, keys));
}

function say(message: 'working' | 'mistyped' | 'unknown' | 'unreachable'): void {
  status.textContent = status.dataset[message] ?? '';
}
