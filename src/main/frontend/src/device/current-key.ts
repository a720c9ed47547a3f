import type { DeviceKey } from './device-key.ts';
import { deviceKeys, saveDeviceKey } from './device-keys.ts';

const SESSION = 'vestibule.key';

/** Remembers, for this tab, with which key its user came in. */
export function cameInWith(keyId: string): void {
  sessionStorage.setItem(SESSION, keyId);
}

/** This browser's key of that patient, if it can tell. */
export async function keyOf(clinic: string, party: string): Promise<DeviceKey | undefined> {
  const keys = (await deviceKeys()).filter((key) => key.clinic === clinic);
  const known = keys.find((key) => key.party === party);
  const session = keys.find((key) => key.keyId === sessionStorage.getItem(SESSION) && !key.party);
  const unclaimed = keys.filter((key) => !key.party);
  const found = session ?? known ?? (unclaimed.length === 1 ? unclaimed[0] : undefined);
  if (found && !found.party) {
    await saveDeviceKey({ ...found, party, confirmed: true });
  }
  return found;
}
