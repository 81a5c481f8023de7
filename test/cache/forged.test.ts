import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { entryValue } from '../../build/cache/entry.ts';
import { sealed } from './sealed.ts';

/* Entries that somebody made by hand, with the right sum: they can say something else, and do nothing else. */

const name = { kind: 'unit', key: 'ab'.repeat(32) };
const open = (content: unknown, bytes?: Uint8Array, length?: number) =>
  entryValue(name, sealed(name, typeof content === 'string' ? content : JSON.stringify(content), bytes, length));

test('the seal of these tests is the right one', () => {
  assert.equal(open({ value: { a: null }, bytes: [[['a'], 1]], odd: [] }, new Uint8Array([9])), {
    value: { a: new Uint8Array([9]) },
  });
});

test('places outside the value are not reached', () => {
  for (const path of [
    ['__proto__', 'polluted'],
    ['constructor', 'prototype', 'polluted'],
    ['a', '__proto__'],
    ['b'],
    ['list', 'length'],
    ['list', 7],
    ['a', 'x'],
  ])
    assert.is(open({ value: { a: null, list: [] }, bytes: [], odd: [[path, 'NaN']] }), undefined, path.join('.'));
  assert.is(({} as { polluted?: number }).polluted, undefined);
});

test('lengths that do not fit are refused', () => {
  const value = { a: null };
  for (const length of [2, -1, 0.5, 1e300, '1', null])
    assert.is(open({ value, bytes: [[['a'], length]], odd: [] }, new Uint8Array([9])), undefined, String(length));
  assert.is(open({ value, bytes: [], odd: [] }, new Uint8Array([9])), undefined);
  assert.is(open({ value, bytes: [], odd: [] }, undefined, 999_999_999_999_999), undefined);
});

test('what is no JSON, too deep, or of another shape is refused', () => {
  for (const content of ['', '{', 'null', '[]', '{"value":1}', '['.repeat(1_000_000), '{"value":1,"bytes":7,"odd":[]}'])
    assert.is(open(content), undefined, content.slice(0, 40));
  assert.is(open({ value: { a: null }, bytes: [], odd: [[['a'], 'toString']] }), undefined);
});

test.run();
