import { PassThrough } from 'node:stream';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { progressOn } from '../../build/cli/progress.ts';

/** What is said on a stream during two stages, the second of which fails. */
async function said(isTTY: boolean, quiet: boolean): Promise<string> {
  const stream = Object.assign(new PassThrough(), { isTTY });
  const voice = progressOn(stream as unknown as NodeJS.WriteStream, quiet);
  voice.say('2026-1');
  assert.is(await voice.stage('Reading', async () => 7), 7);
  await voice
    .stage('Printing', async () => Promise.reject(new Error('paper')))
    .then(
      () => assert.unreachable(),
      (error) => assert.is(error.message, 'paper'),
    );
  return String(stream.read() ?? '');
}

test('in a log: a line for each stage, without time, so that logs can be compared', async () => {
  assert.is(await said(false, false), '2026-1\n  Reading\n  Printing\n');
});

test('on a terminal: the stage that runs, then how long it took', async () => {
  const text = (await said(true, false)).replace('\r\u001b[K', '<line cleared>');
  assert.match(text, /^2026-1\n {2}Reading …<line cleared> {2}Reading {2}\d+\.\d s\n {2}Printing …\n$/);
});

test('quiet: nothing', async () => {
  assert.is(await said(true, true), '');
});

test.run();
