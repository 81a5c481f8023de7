import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, emptyFolder } from './folders.ts';
import { type Ended, offprint } from './offprint.ts';

async function ok(args: string[], cwd: string): Promise<Ended> {
  const ended = await offprint(args, cwd);
  assert.is(ended.code, 0, ended.stderr);
  assert.is(ended.stderr, '');
  return ended;
}

test('journal, issue and article: what is made can be built', async () => {
  const base = await emptyFolder();
  const made = await ok(['new', 'journal', 'Записки "Про книги" & друк'], base);
  const root = join(base, 'zapysky-pro-knyhy-and-druk');
  assert.is(
    made.stdout,
    [
      'made zapysky-pro-knyhy-and-druk/manuscripts/journal.yaml',
      'made zapysky-pro-knyhy-and-druk/.gitignore',
      'Fill in manuscripts/journal.yaml, where lang: uk is a guess; then, in zapysky-pro-knyhy-and-druk: offprint new issue 2026-1',
      '',
    ].join('\n'),
  );
  const issue = await ok(['new', 'issue', '2026-1', '--root', 'zapysky-pro-knyhy-and-druk'], base);
  assert.match(issue.stdout, /^made zapysky-pro-knyhy-and-druk\/manuscripts\/2026-1\/issue\.yaml\n/);
  const article = await ok(['new', 'article', 'Про «примітки»: новий "погляд"'], root);
  assert.match(
    article.stdout,
    /^made manuscripts\/2026-1\/pro-prymitky-novyi-pohliad\.md\nlisted in manuscripts\/2026-1\/issue\.yaml\n$/,
  );
  const built = await ok(['build', '--only', 'epub', '--quiet'], root);
  assert.is(built.stdout, '');
});

test('an issue after another: what its name does not tell is left to fill in, and check says so', async () => {
  const root = await emptyFolder();
  await ok(['new', 'journal'], root);
  await ok(['new', 'issue', '2026-9'], root);
  await ok(['new', 'issue'], root);
  const next = await offprint(['check', '2026-10', '--quiet'], root);
  assert.is(next.code, 1);
  assert.match(
    next.stderr,
    /^manuscripts\/2026-10\/issue\.yaml:\d+:1 error "volume" has no value \[key-required\]\n[^\n]+\n[^\n]+\n[^\n]+\n\n$/,
  );
  await ok(['new', 'issue', 'весна'], root);
  const named = await offprint(['check', 'весна', '--json'], root);
  assert.equal(
    JSON.parse(named.stdout).diagnostics.map(({ found }: { found: string }) => found),
    ['"volume" has no value', '"number" has no value', '"date" has no value'],
  );
  await ok(['new', 'article', 'On Ink', '--issue', '2026-9'], root);
  assert.match(
    await readFile(join(root, 'manuscripts/2026-9/issue.yaml'), 'utf8'),
    / {6}- first-article\.md\n {6}- on-ink\.md\n$/,
  );
});

test('nothing is overwritten', async () => {
  const root = await emptyFolder();
  await writeFile(join(root, '.gitignore'), 'mine\n');
  await ok(['new', 'journal'], root);
  await ok(['new', 'issue', '2026-1'], root);
  await mkdir(join(root, 'manuscripts/2026-2'));
  await writeFile(join(root, 'manuscripts/2026-2/first-article.md'), 'mine\n');
  const before = await contents(root);
  for (const args of [
    ['journal'],
    ['issue', '2026-1'],
    ['issue', '2026-2'],
    ['article', 'The first article', '--issue', '2026-1'],
  ]) {
    if (args[0] === 'article') await ok(['new', ...args], root);
    const again = await offprint(['new', ...args], root);
    assert.is(again.code, 2);
    assert.match(again.stderr, / is there already; nothing was changed\.\n$/);
    if (args[0] !== 'article') assert.equal(await contents(root), before);
  }
  assert.is(await readFile(join(root, '.gitignore'), 'utf8'), 'mine\n');
});

test.run();
