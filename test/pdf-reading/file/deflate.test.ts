import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { zlibSync } from 'fflate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deflate, stealDeflateJobs } from '../../../build/pdf-reading/file/deflate.ts';
import { startDeflateThread } from '../../../build/pdf-reading/file/deflate-thread.ts';

const test = suite('pdf-reading/file/deflate');

/** A page’s content of `size` bytes, a different one for each seed. */
function page(size: number, seed: number): Uint8Array {
  let state = seed + 1;
  return Uint8Array.from({ length: size }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return 32 + (state % 17);
  });
}

const pages = [0, 1, 4095, 4096, 70_000, 70_001, 1_000_000].map(page);

test('other threads make the same bytes as this one', async () => {
  const made = await Promise.all(pages.map((data) => deflate(data, 6)));
  made.forEach((contents, i) => {
    assert.ok(Buffer.from(contents).equals(zlibSync(pages[i] as Uint8Array, { level: 6 })));
    assert.ok(inflateSync(contents).equals(pages[i] as Uint8Array));
  });
  const [lower] = await Promise.all([deflate(page(70_000, 4), 3)]);
  assert.ok(Buffer.from(lower).equals(zlibSync(page(70_000, 4), { level: 3 })));
});

test('the caller’s data are not changed, and are compressed once', async () => {
  const data = page(50_000, 9);
  const first = deflate(data, 6);
  assert.ok(first instanceof Promise);
  assert.is(deflate(page(50_000, 9), 6), first);
  data.fill(0);
  assert.ok(inflateSync(await first).equals(page(50_000, 9)));
  assert.is.not(deflate(data, 6), first);
});

test('this thread steals jobs that no worker has started', async () => {
  const waiting = Array.from({ length: 40 }, (_, i) => deflate(page(100_000, 100 + i), 6));
  stealDeflateJobs();
  const made = await Promise.all(waiting);
  for (const [i, contents] of made.entries()) assert.ok(inflateSync(contents).equals(page(100_000, 100 + i)));
});

test('no job is lost if a worker ends', async () => {
  const thread = startDeflateThread();
  const waiting = Array.from({ length: 20 }, (_, i) => thread.deflate(page(100_000, i), 6));
  await waiting[0];
  await thread.close();
  const after = thread.deflate(page(100_000, 20), 6);
  const made = await Promise.all([...waiting, after]);
  for (const [i, contents] of made.entries()) assert.ok(inflateSync(contents).equals(page(100_000, i)));
  assert.is(thread.waiting(), 0);
});

/**
 * Runs a program that uses the exports of deflate.ts, and returns its output. A program that does not end is killed,
 * and fails.
 */
async function run(program: string): Promise<string> {
  const [typescript, module] = ['typescript.mjs', 'pdf-reading/file/deflate.ts'].map(
    (name) => new URL(`../../../build/${name}`, import.meta.url).href,
  );
  const whole = `const { deflate, startDeflateThreads } = await import('${module}');\n${program}`;
  const nodeArguments = ['--import', typescript ?? '', '--input-type=module', '-e', whole];
  return (await promisify(execFile)(process.execPath, nodeArguments, { timeout: 600_000 })).stdout;
}

test('a program ends once its jobs are done, and not earlier', async () => {
  const printed = await run(`
    startDeflateThreads();
    await new Promise((resolve) => setTimeout(resolve, 100));
    console.log((await deflate(new Uint8Array(3_000_000), 6)).length);`);
  assert.is(printed, `${zlibSync(new Uint8Array(3_000_000), { level: 6 }).length}\n`);
});

test('a program ends although it compresses nothing', async () => {
  assert.is(await run(`startDeflateThreads();\nconsole.log('done');`), 'done\n');
});

test.run();
