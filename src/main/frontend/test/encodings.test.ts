import assert from 'node:assert/strict';
import { test } from 'node:test';
import { misread } from './misread.ts';

test('only the one canonical way of writing bytes is read', () => {
  assert.deepEqual(misread(), []);
});
