import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { recallFor } from '../../../build/pdf-reading/file/recall.ts';

const test = suite('pdf-reading/file/recall');
const bytes = (size: number) => new Uint8Array(size);

test('what was made for a key is found again', async () => {
  const recall = recallFor(100);
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

test('what was made first is forgotten where there is too much', async () => {
  const recall = recallFor(100);
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

test('what could not be made is tried again', async () => {
  const recall = recallFor(100);
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
