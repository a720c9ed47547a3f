import type { Bytes } from './bytes.ts';
import { openRsa } from './rsa.ts';
import { infoOf, RSA_OAEP, X_WING, type SealingContext } from './suite.ts';
import { openNatively, type NativeXWingKey } from './xwing-native.ts';
import { openWithSeed } from './xwing.ts';

/**
 * A private key as this browser can use it.
 *
 * Native keys can't be read out. Where a browser has no ML-KEM, the seed is lent for one use.
 */
export type OpeningKey =
  | { suite: typeof RSA_OAEP; rsa: CryptoKey }
  | { suite: typeof X_WING; native: NativeXWingKey }
  | { suite: typeof X_WING; lendSeed: SeedLender };

/** Gives the seed to the use and wipes it afterwards. */
export type SeedLender = (use: (seed: Bytes) => Promise<Bytes>) => Promise<Bytes>;

/** Opens a secret that was sealed to the key in the same context. */
export function openSecret(key: OpeningKey, context: SealingContext, sealed: Bytes): Promise<Bytes> {
  if (key.suite === RSA_OAEP) {
    return openRsa(key.rsa, context, sealed);
  }
  const info = infoOf(context);
  if ('native' in key) {
    return openNatively(key.native, info, context.associated, sealed);
  }
  return key.lendSeed((seed) => openWithSeed(seed, info, context.associated, sealed));
}

/** A key that is a seed in memory, for as long as the caller keeps it. */
export function seedKey(seed: Bytes): OpeningKey {
  return { suite: X_WING, lendSeed: (use) => use(seed) };
}
