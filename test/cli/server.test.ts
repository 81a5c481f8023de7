import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, journal } from './folders.ts';
import { offprint, offprintAlone } from './offprint.ts';

/*
 * Most tests run commands in a process that is kept. Here the same is done as a user does it, and nothing may differ:
 * not what is said on each stream, nor the code the process ends with, nor a byte of what is made.
 */

const commands: [args: string[], env?: Record<string, string>][] = [
  [['build', '--only', 'epub,screen']],
  [['build', '--only', 'epub', '--json', '--strict', '--out', 'other']],
  [['check', '--strict', '--manuscripts']],
  [['check', '--json', '--manuscripts'], { GITHUB_ACTIONS: 'true' }],
  [['new', 'article', 'Про примітки']],
  [['build', '--only', 'epbu']],
  [['explain', 'note-once']],
  [[]],
];

test('a command in a kept process says, makes and returns what one in a process of its own does', async () => {
  const [kept, alone] = [await journal('manuscript-not-listed'), await journal('manuscript-not-listed')];
  for (const [args, env = {}] of commands) {
    const [one, other] = [await offprint(args, kept, env), await offprintAlone(args, alone, env)];
    assert.equal(JSON.parse(JSON.stringify(one).replaceAll(kept, alone)), other, args.join(' '));
    assert.equal(await contents(kept), await contents(alone), args.join(' '));
  }
});

test('a command leaves the next nothing of its folder, its environment and its signals', async () => {
  const root = await journal();
  await appendFile(join(root, 'manuscripts/2026-1/second.md'), '\nA call.[^1]\n');
  const told = await offprint(['check'], root, { GITHUB_ACTIONS: 'true' });
  assert.match(told.stdout, '::error');
  const after = await offprint(['check'], await journal());
  assert.equal([after.code, after.stdout], [0, '2026-1: no errors\n']);
});

test.run();
