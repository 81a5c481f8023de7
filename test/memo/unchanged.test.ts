import { appendFile, cp, mkdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, emptyFolder, journal } from '../cli/folders.ts';
import { type Ended, offprint } from '../cli/offprint.ts';

/** A journal that was built, with the means to build it again. */
async function built(...args: string[]) {
  const root = await journal();
  const place = await emptyFolder();
  const build = (more: readonly string[] = [], env: Record<string, string> = {}) =>
    offprint(['build', '--only', 'epub', '--out', place, ...args, ...more], root, env);
  const first = await build();
  assert.is(first.code, 0, first.stderr);
  return { root, first, build, dist: join(place, '2026-1') };
}

const isUnchanged = ({ stderr }: Ended): boolean => stderr.includes('2026-1: nothing changed since the last build.');
const isBuilt = ({ stderr }: Ended): boolean => stderr.includes('Moving into place');

/** The lines that say more than how far the work is. */
const reports = ({ stderr }: Ended): string[] =>
  stderr.split('\n').filter((line) => !/^ {2}\p{Lu}[^│]+$/u.test(line) && !line.includes('nothing changed'));

test('a build in which nothing changed reports the same, and leaves everything as it is', async () => {
  const { root, build, dist } = await built();
  await writeFile(join(root, 'manuscripts/2026-1/third.md'), '');
  const first = await build();
  assert.ok(isBuilt(first), first.stderr);
  assert.match(first.stderr, 'third.md stands in the folder');
  const before = await contents(dist);
  const second = await build();
  assert.ok(isUnchanged(second), second.stderr);
  assert.not(isBuilt(second));
  assert.equal(reports(second), reports(first));
  assert.is(second.stdout, first.stdout);
  assert.equal(await contents(dist), before);
  assert.equal(
    JSON.parse((await build(['--json'])).stdout).diagnostics,
    JSON.parse((await build(['--json', '--no-cache'])).stdout).diagnostics,
  );
  assert.is(JSON.parse((await build(['--json'])).stdout).issues[0].unchanged, true);
});

test('what changes the result is seen', async () => {
  const { root, build } = await built();
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const changes: [what: string, change: () => Promise<unknown>, env?: Record<string, string>][] = [
    ['a word', () => appendFile(join(root, 'manuscripts/2026-1/first.md'), '\nOne more.\n')],
    ['a word of the house', () => write('templates/terms.yaml', 'en:\n  contents: Within\n')],
    ['a date that the builder sets', async () => {}, { SOURCE_DATE_EPOCH: '1000000000' }],
  ];
  for (const [what, change, env] of changes) {
    await change();
    const one = await build([], env);
    assert.ok(isBuilt(one), `${what}\n${one.stderr}`);
    const again = await build([], env);
    assert.ok(isUnchanged(again), `${what}\n${again.stderr}`);
  }
});

test('a file of the last build that was touched is made again', async () => {
  const { build, dist } = await built();
  const before = await contents(dist);
  const [book = ''] = Object.keys(before).filter((path) => path.endsWith('.epub'));
  const touches: Record<string, () => Promise<unknown>> = {
    deleted: () => rm(join(dist, book)),
    'without its manifest’s last line': async () => {
      const text = await readFile(join(dist, 'manifest.json'), 'utf8');
      await writeFile(join(dist, 'manifest.json'), text.trimEnd());
    },
    'replaced by a link to it': async () => {
      await rename(join(dist, book), join(dist, '../moved.epub'));
      await symlink('../moved.epub', join(dist, book));
    },
    'gone with its folder': () => rm(dist, { recursive: true }),
  };
  for (const [what, touch] of Object.entries(touches)) {
    await touch();
    const one = await build();
    assert.ok(isBuilt(one), `${what}\n${one.stderr}`);
    assert.equal(await contents(dist), before, what);
    assert.ok(isUnchanged(await build()), what);
  }
  await appendFile(join(dist, book), 'more');
  assert.match((await build()).stderr, 'was changed after it was built');
  assert.equal((await contents(dist))[book], before[book]);
});

test('the user’s own files stay, and are told of each time', async () => {
  const { build, dist } = await built();
  await writeFile(join(dist, 'letter.txt'), 'mine');
  for (const _ of [1, 2]) {
    const one = await build();
    assert.ok(isUnchanged(one), one.stderr);
    assert.match(one.stderr, 'letter.txt in ');
  }
  assert.is(await readFile(join(dist, 'letter.txt'), 'utf8'), 'mine');
});

test('times of files do not count', async () => {
  const { root, build } = await built();
  await utimes(join(root, 'manuscripts/2026-1/first.md'), 1, 1);
  assert.ok(isUnchanged(await build()));
});

test('a build that failed, or was not asked to remember, is done again', async () => {
  const { root, build } = await built();
  const whole = await readFile(join(root, 'manuscripts/2026-1/first.md'), 'utf8');
  await appendFile(join(root, 'manuscripts/2026-1/first.md'), '\n![](missing.png)\n');
  const failed = [await build(), await build()];
  assert.equal(
    failed.map(({ code }) => code),
    [1, 1],
  );
  assert.is(failed[1]?.stderr, failed[0]?.stderr);
  await writeFile(join(root, 'manuscripts/2026-1/first.md'), whole);
  for (const args of [[], ['--no-cache']]) {
    const one = await build(args);
    assert.is(isUnchanged(one), args.length === 0, one.stderr);
  }
});

test('of two issues, the one that changed is built', async () => {
  const root = await journal();
  await cp(join(root, 'manuscripts/2026-1'), join(root, 'manuscripts/2026-2'), { recursive: true });
  const build = () => offprint(['build', '--only', 'epub'], root);
  await build();
  await appendFile(join(root, 'manuscripts/2026-2/first.md'), '\nOne more.\n');
  const { stderr } = await build();
  assert.match(stderr, '2026-1: nothing changed');
  assert.not.match(stderr, '2026-2: nothing changed');
  assert.ok(stderr.includes('Moving into place'));
});

test.run();
