import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { kept, keyOf, noCache } from '../../build/cache/cache.ts';

test('a key depends on every value, and on no order of properties', () => {
  const keys = [
    { a: 1, b: 2 },
    { a: 1, b: '2' },
    { a: '1', b: 2 },
    { ab: 12 },
    ['a', 'b'],
    ['ab'],
    ['a', ['b']],
    [['a'], 'b'],
    new Uint8Array([97]),
    'a',
    null,
    [],
    {},
    true,
    'true',
  ].map(keyOf);
  assert.is(new Set(keys).size, keys.length);
  assert.is(keyOf({ a: 1, b: [2, { c: 3, d: undefined }] }), keyOf({ b: [2, { c: 3 }], a: 1 }));
});

test('without a cache everything is made', async () => {
  let made = 0;
  const make = () => ++made;
  assert.is(await kept(noCache, 'number', 'x', make), 1);
  assert.is(await kept(noCache, 'number', 'x', make), 2);
});

test.run();
