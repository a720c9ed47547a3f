import assert from 'node:assert/strict';
import { CryptoRefusal, type Reason } from '../src/crypto/refusal.ts';

/** Fails unless the attempt is refused, for the given reason where one is given. */
export function refused(attempt: Promise<unknown> | (() => unknown), reason?: Reason): Promise<void> {
  return assert.rejects(
    async () => (attempt instanceof Promise ? attempt : attempt()),
    (thrown) => {
      assert.ok(thrown instanceof CryptoRefusal, String(thrown));
      assert.ok(reason === undefined || thrown.reason === reason, thrown.reason);
      return true;
    },
  );
}
