// The linter of the sheets is set up to refuse what they must not hold, and no sheet is left out of the bundle.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const LINT = ['node_modules/stylelint/bin/stylelint.mjs', '--stdin-filename', 'styles/probe.css', '--formatter', 'json'];

function refusals(sheet: string): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, LINT, { encoding: 'utf8', input: sheet });
  const [result] = JSON.parse(stderr || stdout) as { warnings: { rule: string }[] }[];
  return [...new Set(result?.warnings.map(({ rule }) => rule))].sort();
}

test('a rule stands over several lines, one declaration a line', () => {
  assert.deepEqual(refusals('p {\n  margin: 0;\n  color: inherit;\n}\n'), []);
  assert.ok(refusals('p { margin: 0; }\n').includes('declaration-block-single-line-max-declarations'));
  assert.deepEqual(refusals('p {\n  margin: 0; color: inherit;\n}\n'), [
    '@stylistic/declaration-block-semicolon-newline-after',
  ]);
});

test('a misspelt property and a colour that is none are refused', () => {
  assert.deepEqual(refusals('p {\n  colour: inherit;\n}\n'), ['property-no-unknown']);
  assert.deepEqual(refusals('p {\n  color: #12;\n}\n'), ['declaration-property-value-no-unknown']);
});

test('the bundle takes in every sheet once, tokens first', () => {
  const entry = readFileSync('styles/vestibule.css', 'utf8');
  const imported = [...entry.matchAll(/@import url\("([^"]+)"\)/g)].map(([, name]) => name);
  const sheets = readdirSync('styles', { recursive: true, encoding: 'utf8' });

  assert.equal(imported[0], 'tokens.css');
  assert.deepEqual(
    imported.toSorted(),
    sheets.filter((name) => name.endsWith('.css') && name !== 'vestibule.css').toSorted(),
  );
});
