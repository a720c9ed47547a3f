import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { backupIdOf, makeBackupCode, openBackup, parseBackupCode, sealBackup, textOf, type Kind } from '../src/crypto/backup-code.ts';
import { base64url, fromBase64url } from '../src/crypto/base64url.ts';
import { fromHex, hex } from '../src/crypto/bytes.ts';
import { decodeCrockford, encodeCrockford } from '../src/crypto/crockford.ts';
import { encodePrivateKeys, makePrivateKeys } from '../src/crypto/private-keys.ts';
import { RSA_OAEP, X_WING } from '../src/crypto/suite.ts';
import { flipped } from './changes.ts';
import { refused } from './refused.ts';

const known = JSON.parse(readFileSync('../../test/resources/crypto/known-answers.json', 'utf8'));
const clinic: string = known.place.clinic;
const other = 'ffffffff-0000-4000-8000-000000000009';

for (const kind of ['recovery', 'transfer'] as Kind[]) {
  const answer = known.codes[kind];

  test(`a ${kind} code finds and opens what Java sealed`, async () => {
    const code = parseBackupCode(kind, answer.text);

    assert.equal(textOf(code).replaceAll('-', ''), answer.text);
    assert.equal(hex(await backupIdOf(code)), answer.id);
    for (const [sealed, keys] of [[answer.sealed, known.patient], [answer.sealedRsa, known.rsa.patient]]) {
      const opened = await openBackup(code, clinic, fromBase64url(sealed));
      assert.equal(base64url(encodePrivateKeys(opened)), keys.privateKeys);
    }
  });

  test(`a ${kind} code opens nothing that was changed, and nothing of others`, async () => {
    const code = parseBackupCode(kind, answer.text);
    const sealed = fromBase64url(answer.sealed);
    for (let i = 0; i < sealed.length; i++) {
      await refused(openBackup(code, clinic, flipped(sealed, i)));
    }
    await refused(openBackup(code, other, sealed), 'NOT_AUTHENTIC');
    await refused(openBackup(makeBackupCode(kind), clinic, sealed), 'NOT_AUTHENTIC');
    await refused(openBackup(code, clinic, sealed.slice(0, 29)), 'TRUNCATED');
  });

  for (const suite of [X_WING, RSA_OAEP] as const) {
    test(`keys of suite ${suite} come back with a ${kind} code`, async () => {
      const keys = await makePrivateKeys(suite);
      const code = makeBackupCode(kind);
      const sealed = await sealBackup(code, clinic, keys);

      assert.deepEqual(await openBackup(parseBackupCode(kind, textOf(code)), clinic, sealed), keys);
    });
  }
}

test('a code is written in groups', () => {
  assert.match(textOf(makeBackupCode('recovery')), /^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z*~$=U]$/);
  assert.match(textOf(makeBackupCode('transfer')), /^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{4}[0-9A-HJKMNP-TV-Z*~$=U]$/);
});

test('a code is read however it was typed', () => {
  const bytes = fromHex('0842108421');
  assert.equal(encodeCrockford(bytes).slice(0, 8), '11111111');
  const check = encodeCrockford(bytes).at(-1);
  for (const typed of [`1111 1111${check}`, `1-1i1 IlL1-1${check}`, `llllllll${check}`]) {
    const eight = typed.replace(/[ -]/g, '').slice(-9);
    assert.deepEqual(decodeCrockford(eight, 5), bytes);
  }
  assert.deepEqual(decodeCrockford('oO00 0000-0', 5), new Uint8Array(5));
});

test('a single wrong character and two swapped ones are noticed', async () => {
  const text = known.codes.recovery.text as string;
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  for (let i = 0; i < text.length; i++) {
    for (const letter of alphabet) {
      if (letter !== text[i]) {
        await refused(() => parseBackupCode('recovery', text.slice(0, i) + letter + text.slice(i + 1)), 'MISTYPED');
      }
    }
    if (i + 1 < text.length - 1 && text[i] !== text[i + 1]) {
      const swapped = text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2);
      await refused(() => parseBackupCode('recovery', swapped), 'MISTYPED');
    }
  }
  for (const wrong of ['', text.slice(1), `${text}0`, `U${text.slice(1)}`, `${text.slice(0, -1)}!`]) {
    await refused(() => parseBackupCode('recovery', wrong), 'MISTYPED');
  }
});
