import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { byteCache } from '../../../build/pdf-reading/file/byte-cache.ts';

const test = suite('pdf-reading/file/byte-cache');
const bytes = (size: number) => new Uint8Array(size);

test('returns what was made for a key', async () => {
  const recall = byteCache(100);
  const made = recall('a', () => Promise.resolve(bytes(10)));
  assert.is(
    recall('a', () => bytes(11)),
    made,
  );
  assert.is(recall('b', () => bytes(12)).constructor, Uint8Array);
  assert.is(
    recall('a', () => bytes(13)),
    made,
  );
});

test('drops the oldest when it is full', async () => {
  const recall = byteCache(100);
  const [first, second, again] = [bytes(60), bytes(30), bytes(5)];
  await recall('first', () => Promise.resolve(first));
  recall('second', () => second);
  recall('third', () => bytes(41));
  assert.is(
    recall('second', () => again),
    second,
  );
  assert.is(
    recall('first', () => again),
    again,
  );
});

test('retries what could not be made', async () => {
  const recall = byteCache(100);
  await assertFails(recall('a', () => Promise.reject(new Error('no'))));
  const made = bytes(3);
  assert.is(
    recall('a', () => made),
    made,
  );
});

async function assertFails(made: Uint8Array | Promise<Uint8Array>): Promise<void> {
  let failed = false;
  await Promise.resolve(made).catch(() => {
    failed = true;
  });
  assert.ok(failed);
}

test.run();
