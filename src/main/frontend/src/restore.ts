/*
 * Bringing keys back with the recovery code, or from another device, /my/restore (template identity/my-restore.html).
 *
 * Elements: form #restore with #restore-code; live region #restore-status with data-working,
 * data-mistyped, data-unknown and data-unreachable.
 */
import { backupIdOf, openBackup, parseBackupCode, type Kind } from './crypto/backup-code.ts';
import { base64url, fromBase64url } from './crypto/base64url.ts';
import { CryptoRefusal } from './crypto/refusal.ts';
import { keepCopy, makeCopy } from './device/device-copy.ts';
import { deviceKeyOf } from './device/device-key.ts';
import { signInWith } from './device/sign-in.ts';
import { byId } from './page/dom.ts';
import { fragment } from './page/fragment.ts';
import { HttpRefusal, postJson } from './page/http.ts';

interface Backup {
  clinic: string;
  sealed: string;
}

const TRANSFER_LENGTH = 25;

const input = byId<HTMLInputElement>('restore-code');
const status = byId('restore-status');
input.value = fragment;

byId('restore').addEventListener('submit', (event) => {
  event.preventDefault();
  say('working');
  restore().then(
    (kind) => location.assign(kind === 'transfer' ? '/my?news=deviceAdded' : '/my'),
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

async function restore(): Promise<Kind> {
  const code = parseBackupCode(kindOf(input.value), input.value);
  const id = base64url(await backupIdOf(code));
  const { clinic, sealed } =
    code.kind === 'transfer'
      ? await postJson<Backup>('/my/login/transfer', { id })
      : await postJson<Backup>('/my/login/backup', { backupId: id });
  const keys = await openBackup(code, clinic, fromBase64url(sealed));
  const { copy, sealed: sealedCopy } = await makeCopy(clinic, keys);
  await signInWith({ ...(await deviceKeyOf(clinic, keys)), copy });
  await keepCopy(copy, sealedCopy);
  return code.kind;
}

/** The shorter one is shown by a device, the longer one was printed. */
function kindOf(typed: string): Kind {
  return typed.replace(/[\s-]/g, '').length <= TRANSFER_LENGTH ? 'transfer' : 'recovery';
}

function say(message: 'working' | 'mistyped' | 'unknown' | 'unreachable'): void {
  status.textContent = status.dataset[message] ?? '';
}
