import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepsIn } from '../src/monitor/steps.ts';

type Data = Record<string, string>;

function row(data: Data, id = '', link?: string) {
  const anchor = link === undefined ? null : { getAttribute: () => link };
  return { dataset: data, id, querySelector: () => anchor };
}

function table(...rows: ReturnType<typeof row>[]): ParentNode {
  return { querySelectorAll: () => rows } as unknown as ParentNode;
}

test('a row of many processes is a step of its own that leads to their list', () => {
  const found = stepsIn(table(row({ element: 'share-data', standing: '3', stuck: '1', heat: '4' }, '', '/list')));

  assert.deepEqual(found, [
    { element: 'share-data', standing: 3, stuck: 1, heat: 4, passed: 0, label: '', address: '/list' },
  ]);
});

test('the visits of one element are one step that tells of the last of them and leads to it', () => {
  const visit = (id: string, element: string, took: string, state: Data) => row({ element, took, ...state }, id);
  const found = stepsIn(
    table(
      visit('visit-1', 'approve-access', '2 h 0 min', { standing: '0', stuck: '0', passed: '1' }),
      visit('visit-2', 'share-data', '4 s', { standing: '1', stuck: '1', passed: '0' }),
      visit('visit-3', 'approve-access', '7 s', { standing: '1', stuck: '0', passed: '0' }),
      visit('visit-4', 'approve-access', '5 s', { standing: '1', stuck: '0', passed: '0' }),
    ),
  );

  assert.deepEqual(found, [
    { element: 'approve-access', standing: 2, stuck: 0, heat: 0, passed: 1, label: '5 s ×3', address: '#visit-4' },
    { element: 'share-data', standing: 1, stuck: 1, heat: 0, passed: 0, label: '4 s', address: '#visit-2' },
  ]);
});

test('of what takes no time only how often it happened is told', () => {
  const happened = row({ element: 'reminder-due' });

  assert.equal(stepsIn(table(happened))[0]?.label, '');
  assert.equal(stepsIn(table(happened, happened))[0]?.label, '×2');
});

test('a table without rows has no steps', () => {
  assert.deepEqual(stepsIn(table()), []);
});
