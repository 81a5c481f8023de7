import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const program = fileURLToPath(new URL('start-and-wait.ts', import.meta.url));
const test = suite<{ folder: string }>('end');

test.before.each(async (context) => {
  context.folder = await mkdtemp(join(await realpath(tmpdir()), 'offprint-test-'));
});
test.after.each(({ folder }) => rm(folder, { recursive: true, maxRetries: 5 }));

/** Runs a Node that starts a browser; sees that the browser ends too. Returns Node's exit code. */
async function run(folder: string, how: 'close' | 'throw' | 'wait', signal?: NodeJS.Signals): Promise<number | null> {
  const env = { ...process.env, TMPDIR: folder };
  const node = spawn(process.execPath, [...process.execArgv, program, how], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exit = once(node, 'exit');
  const [pid] = await once(createInterface(node.stdout), 'line');
  if (how === 'wait') assert.ok(await runs(pid), 'the browser runs');
  if (signal) node.kill(signal);
  const [code] = await exit;
  // One that never ends is ended with these tests, which then have failed.
  while (await runs(pid)) await sleep(50);
  return code;
}

/** A process that has ended may still be listed, as Z, until somebody takes note. */
async function runs(pid: string): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status !== '' && !/\) Z/.test(status);
}

async function profiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('offprint-profile'));
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('close() ends the browser and removes its profile', async ({ folder }) => {
  assert.is(await run(folder, 'close'), 0);
  assert.equal(await profiles(folder), []);
});

onLinux('so does a fault that nobody catches', async ({ folder }) => {
  assert.is(await run(folder, 'throw'), 1);
  assert.equal(await profiles(folder), []);
});

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  onLinux(`so does ${signal}`, async ({ folder }) => {
    assert.is(await run(folder, 'wait', signal), code);
    assert.equal(await profiles(folder), []);
  });
}

onLinux('a Node that is killed takes its browser along, and the next removes its profile', async ({ folder }) => {
  assert.is(await run(folder, 'wait', 'SIGKILL'), null);
  assert.is((await profiles(folder)).length, 1);
  await mkdir(join(folder, 'offprint-profile-mine'));
  await run(folder, 'close');
  assert.equal(await profiles(folder), ['offprint-profile-mine'], 'but not what somebody else may have made');
});

test.run();
