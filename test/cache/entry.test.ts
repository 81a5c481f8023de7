import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { PlainData } from '../../build/cache/cache.ts';
import { entryBytes, entryValue } from '../../build/cache/entry.ts';

const name = { kind: 'unit', key: 'ab'.repeat(32) };
const values: PlainData[] = [
  null,
  '',
  'e\u0301 \ud800 “\n”',
  -0,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  1e-300,
  [],
  [undefined, [undefined]],
  {},
  new Uint8Array(),
  { pdf: new Uint8Array([1, 2, 3]), list: [{ b: new Uint8Array([4]) }, new Uint8Array([5, 6])], n: [1, -0, 'x'] },
  JSON.parse('{"__proto__": {"bytes": null}, "value": 1, "constructor": 2, "10": 3, "2": 4}'),
];

test('a value comes back as it went in', () => {
  for (const value of values) {
    const back = entryValue(name, entryBytes(name, value));
    assert.ok(back);
    assert.equal(back.value, value);
    assert.is(Object.is(back.value, -0), Object.is(value, -0));
  }
  const tricky = entryValue(name, entryBytes(name, values.at(-1)))?.value as object;
  assert.equal(Object.keys(tricky), ['2', '10', '__proto__', 'value', 'constructor']);
  assert.is(Object.getPrototypeOf(tricky), Object.prototype);
});

test('bytes under any name come back there', () => {
  const value = Object.defineProperty({}, '__proto__', { value: [new Uint8Array([2])], enumerable: true });
  Object.assign(value, { hasOwnProperty: new Uint8Array([1]) });
  const back = entryValue(name, entryBytes(name, value))?.value as object;
  assert.equal(Object.keys(back), ['__proto__', 'hasOwnProperty']);
  assert.equal(Object.getOwnPropertyDescriptor(back, '__proto__')?.value, [new Uint8Array([2])]);
  assert.is(Object.getPrototypeOf(back), Object.prototype);
});

test('bytes come back in memory of their own', () => {
  const { value } = entryValue(name, entryBytes(name, [Buffer.from([1, 2]), new Uint8Array([3])])) ?? {};
  const [first, second] = value as [Uint8Array, Uint8Array];
  assert.is(first.constructor, Uint8Array);
  assert.is(first.buffer.byteLength, 2);
  assert.not(first.buffer === second.buffer);
});

test('a missing property and one that is undefined are equal', () => {
  assert.equal(entryBytes(name, { a: 1, b: undefined }), entryBytes(name, { a: 1 }));
});

test('what would come back otherwise is refused', () => {
  for (const value of [
    new Map(),
    new Date(0),
    new Float64Array(2),
    { at: [() => 1] },
    1n,
    Symbol('x'),
    new (class A {})(),
  ])
    assert.throws(() => entryBytes(name, value as unknown as PlainData), /not plain data/);
});

test('an entry of another name, kind, format or length is none', () => {
  const whole = Buffer.from(entryBytes(name, { a: new Uint8Array(100) }));
  assert.ok(entryValue(name, whole));
  assert.is(entryValue({ ...name, key: 'cd'.repeat(32) }, whole), undefined);
  assert.is(entryValue({ ...name, kind: 'units' }, whole), undefined);
  assert.is(entryValue(name, Buffer.concat([whole, Buffer.from([0])])), undefined);
  assert.is(
    entryValue(name, Buffer.from(whole.toString('latin1').replace('result 1', 'result 0'), 'latin1')),
    undefined,
  );
});

test('no byte of an entry can be another, and none be missing', () => {
  const whole = entryBytes(name, { a: [1, 'x'], b: new Uint8Array([7, 8]) });
  for (let at = 0; at < whole.length; at++) {
    assert.is(entryValue(name, whole.slice(0, at)), undefined, `cut at ${at}`);
    const changed = whole.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    assert.is(entryValue(name, changed), undefined, `changed at ${at}`);
  }
});

test.run();
