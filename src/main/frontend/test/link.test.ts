import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLink } from '../src/crypto/link.ts';

const SELECTOR = 'AAECAwQFBgc';
const SECRET = 'AAECAwQFBgcICQoLDA0ODw';
const BIND = 'EBESExQVFhcYGRobHB0eHw';

test('a link has a version, a selector, a secret and a bind', () => {
  const link = parseLink(`v1.${SELECTOR}.${SECRET}.${BIND}`);

  assert.equal(link?.selector, SELECTOR);
  assert.equal(link?.secret, SECRET);
  assert.deepEqual([...link!.bind], Array.from({ length: 16 }, (_, index) => 16 + index));
});

test('nothing else is a link', () => {
  const others = [
    '',
    `v2.${SELECTOR}.${SECRET}.${BIND}`,
    `v1.${SELECTOR}.${SECRET}`,
    `v1.${SELECTOR}.${SECRET}.${BIND}.x`,
    `v1.${SELECTOR}A.${SECRET}.${BIND}`,
    `v1.${SELECTOR}.${SECRET}.${BIND}=`,
    `v1.${SELECTOR}.${SECRET}.EBESExQVFhcYGRobHB0eHx`,
    `v1.${SELECTOR}.${SECRET}.EBESExQVFhcYGRobHB0e+w`,
  ];

  others.forEach((fragment) => assert.equal(parseLink(fragment), undefined, fragment));
});
