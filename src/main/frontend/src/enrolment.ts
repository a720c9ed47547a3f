import { backupIdOf, makeBackupCode, sealBackup, textOf } from './crypto/backup-code.ts';
import { base64url } from './crypto/base64url.ts';
import { encodeClaim, macOfClaim } from './crypto/claim.ts';
import type { InvitationLink } from './crypto/link.ts';
import { encodePublicKey } from './crypto/party-key.ts';
import { makePrivateKeys } from './crypto/private-keys.ts';
import type { Bytes } from './crypto/bytes.ts';
import { keepCopy, makeCopy, type DeviceCopy } from './device/device-copy.ts';
import { cameInWith } from './device/current-key.ts';
import { deviceKeyOf, sign, type DeviceKey } from './device/device-key.ts';
import { saveDeviceKey } from './device/device-keys.ts';
import { postJson } from './page/http.ts';

/** What the portal answers when the patient begins. */
export interface Begun {
  need: 'code' | 'none';
  channel?: string;
  clinic: string;
  invitation: string;
  generation: number;
}

/** What the portal answers to a key. */
export interface Registered {
  next?: string;
  need?: 'code' | 'born';
}

/** What the portal answers where the birth date was not the patient's. */
interface Asked {
  need: 'born';
}

/** The birth date that was typed is not the patient's. */
export class BirthDateRefused extends Error {}

/** Keys that are made and can be brought back. */
interface Made {
  device: DeviceKey & { copy: DeviceCopy };
  recovery: string;
  backup: { backupId: string; backup: string };
  sealedCopy: Bytes;
}

/** One patient's way from a link to a registered key. */
export class Enrolment {
  readonly #link: InvitationLink;
  #begun: Begun | undefined;
  #born = '';
  #made: Made | undefined;

  constructor(link: InvitationLink) {
    this.#link = link;
  }

  /** Shows the link to the portal, which may send a code; the bind stays here. */
  async begin(): Promise<Begun> {
    const answer = await postJson<Begun | Asked>('/i/code', this.#shown());
    if (answer.need === 'born') {
      throw new BirthDateRefused();
    }
    return (this.#begun = answer);
  }

  /** Takes what the patient typed, as `1977-09-16`. */
  bornOn(day: string): void {
    this.#born = day;
  }

  /** Makes keys, once, and gives the code that brings them back on another device. */
  async recoveryCode(): Promise<string> {
    const { clinic } = this.#begun ?? (await this.begin());
    this.#made ??= await make(clinic);
    return this.#made.recovery;
  }

  /** Registers the keys, with their backup. */
  async register(code?: string): Promise<Registered> {
    const begun = this.#begun ?? (await this.begin());
    const { device, backup, sealedCopy } = (this.#made ??= await make(begun.clinic));
    // Stored before it is sent: should the answer be lost, the registered key is not.
    await saveDeviceKey(device);
    const claim = { ...begun, key: device.publicKey };
    const answer = await postJson<Registered>('/i/enrol', {
      ...this.#shown(),
      ...(code === undefined ? {} : { code }),
      ...backup,
      publicKey: base64url(encodePublicKey(device.publicKey)),
      mac: base64url(await macOfClaim(claim, this.#link.bind)),
      signature: base64url(await sign(device, encodeClaim(claim))),
    });
    if (answer.next) {
      cameInWith(device.keyId);
      await saveDeviceKey({ ...device, confirmed: true });
      await keepCopy(device.copy, sealedCopy);
      // Where the browser grants it, it does not clear the keys when space gets short.
      await navigator.storage?.persist?.();
    }
    return answer;
  }

  /** Asks for a new link, which goes where the first one went. */
  async askForFreshLink(): Promise<void> {
    await postJson<void>('/i/fresh', this.#shown());
  }

  /** Forgets the keys, so that the next try makes others. */
  startOver(): void {
    this.#made = undefined;
  }

  #shown(): { selector: string; secret: string; born: string } {
    return { selector: this.#link.selector, secret: this.#link.secret, born: this.#born };
  }
}

// Sealed while they still can be read: afterwards no script gets at them any more.
async function make(clinic: string): Promise<Made> {
  const code = makeBackupCode('recovery');
  const keys = await makePrivateKeys();
  const sealed = await sealBackup(code, clinic, keys);
  const backup = { backupId: base64url(await backupIdOf(code)), backup: base64url(sealed) };
  const { copy, sealed: sealedCopy } = await makeCopy(clinic, keys);
  const device = { ...(await deviceKeyOf(clinic, keys)), copy };
  return { device, recovery: textOf(code), backup, sealedCopy };
}
