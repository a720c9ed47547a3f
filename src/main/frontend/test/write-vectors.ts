// Writes what the Java test WrittenByBrowserTests opens. Private keys in it are of no one.
import { writeFileSync } from 'node:fs';
import { RSA_OAEP } from '../src/crypto/suite.ts';
import { browserCase, makePair } from './browser-case.ts';

const CASES = 25;
const RSA_CASES = 5;

// Lengths on both sides of the padding's bucket of 64 bytes.
const plaintext = (i: number) => `${i}: ü${'x'.repeat(i * 7)}`;

const cases = [];
for (let i = 0; i < CASES; i++) {
  cases.push(await browserCase(plaintext(i)));
}
const pair = await makePair(RSA_OAEP);
for (let i = 0; i < RSA_CASES; i++) {
  cases.push(await browserCase(plaintext(i), pair));
}
writeFileSync('../../test/resources/crypto/written-by-browser.json', `${JSON.stringify(cases, null, 1)}\n`);
