import { fromHex, hex } from '../crypto/bytes.ts';
import type { ManifestHead } from '../crypto/manifest.ts';

/** The newest manifest of an exchange this browser has seen. */
export interface Seen extends ManifestHead {
  /** The doctor's name and the patient's key the exchange was sealed to, if they were kept. */
  doctor?: string;
  keyId?: string;
}

/**
 * What of a patient's exchanges this browser has seen, kept in its local storage.
 *
 * A value is: sequence, hash and id of the patient's key, both in hex, and the doctor's name, with
 * spaces between.
 */
export class SeenManifests {
  readonly #prefix: string;

  constructor(party: string) {
    this.#prefix = `vestibule.manifest.${party}.`;
  }

  exchanges(): string[] {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(this.#prefix))
      .map((name) => name.slice(this.#prefix.length));
  }

  of(exchange: string): Seen | undefined {
    const value = localStorage.getItem(this.#prefix + exchange) ?? '';
    const [sequence, hash, keyId, ...doctor] = value.split(' ');
    if (!sequence || !hash) {
      return undefined;
    }
    const head = { sequence: Number(sequence), hash: fromHex(hash) };
    return keyId ? { ...head, keyId, doctor: doctor.join(' ') } : head;
  }

  remember(exchange: string, head: ManifestHead, keyId: string, doctor: string): void {
    localStorage.setItem(this.#prefix + exchange, `${head.sequence} ${hex(head.hash)} ${keyId} ${doctor}`);
  }
}
