// Writes what the Java test WrittenByBrowserTests opens. Private keys in it are of no one.
import { writeFileSync } from 'node:fs';
import { browserCase } from './browser-case.ts';

const CASES = 25;
const cases = [];
for (let i = 0; i < CASES; i++) {
  // Lengths on both sides of the padding's bucket of 64 bytes.
  cases.push(await browserCase(`${i}: ü${'x'.repeat(i * 7)}`));
}
writeFileSync('../../test/resources/crypto/written-by-browser.json', `${JSON.stringify(cases, null, 1)}\n`);
