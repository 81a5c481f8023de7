import { cp, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FileMissing, openRepository, PathOutside, resolveFrom } from '../../build/disk/repository.ts';
import { listIssues } from '../../build/manuscript/list-issues.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { journal } from '../cli/folders.ts';

test('an issue: facts, sections and manuscripts, each with its file', async () => {
  const issue = await readIssue(await openRepository(await journal()), '2026-1');
  assert.is(issue.slug, 'notes-2026-1');
  assert.is(issue.journal.value.style, 'quarterly');
  assert.equal(
    issue.sections.map(({ title, manuscripts }) => [
      title,
      manuscripts.map(({ name, front }) => [name, front.value.title]),
    ]),
    [
      [
        'Articles',
        [
          ['first', 'On Footnotes'],
          ['second', 'On Margins'],
        ],
      ],
    ],
  );
  assert.equal(
    issue.files.map((file) => [file.path, file.messages.length]),
    [
      ['manuscripts/journal.yaml', 0],
      ['manuscripts/2026-1/issue.yaml', 0],
      ['manuscripts/2026-1/first.md', 0],
      ['manuscripts/2026-1/second.md', 0],
    ],
  );
});

test('articles of other scripts and folders have names of their own', async () => {
  const root = await journal();
  const folder = join(root, 'manuscripts/2026-1');
  await mkdir(join(folder, 'late'));
  await cp(join(folder, 'second.md'), join(folder, 'late/first.md'));
  await rename(join(folder, 'second.md'), join(folder, 'Поля.md'));
  await writeFile(join(folder, 'README.md'), 'How we work.\n');
  await writeFile(
    join(folder, 'issue.yaml'),
    'volume: 1\nnumber: 1\ndate: 2026\ncontents: [{ articles: [first.md, late/first.md, Поля.md] }]\n',
  );
  const issue = await readIssue(await openRepository(root), '2026-1');
  assert.equal(
    issue.sections[0]?.manuscripts.map(({ name }) => name.replace(/[0-9a-f]{6}$/, '…')),
    ['first', 'first-…', 'polya'],
  );
  assert.equal(
    issue.files.flatMap((file) => file.messages.map(String)),
    [],
  );
});

test('issues are the folders that have an issue.yaml', async () => {
  const root = await journal();
  await mkdir(join(root, 'manuscripts/drafts'));
  for (const name of ['2025-2', '2026-10'])
    await cp(join(root, 'manuscripts/2026-1'), join(root, 'manuscripts', name), { recursive: true });
  assert.equal(await listIssues(await openRepository(root)), ['2025-2', '2026-1', '2026-10']);
});

test('the repository: nothing outside is read, and a slip in a name is seen', async () => {
  const root = await journal();
  const repository = await openRepository(join(root, 'manuscripts'));
  assert.is((await repository.read('2026-1/first.md')).subarray(0, 3).toString(), '---');
  await writeFile(join(root, 'outside.md'), 'Secret.\n');
  await symlink(root, join(root, 'manuscripts/up'));
  for (const path of ['../outside.md', '2026-1/../../x', '/etc/hostname', 'up/outside.md']) {
    const error = await repository.read(path).catch((thrown: unknown) => thrown);
    assert.instance(error, PathOutside, path);
  }
  const close = async (path: string): Promise<string | undefined> => {
    const error = await repository.read(path).catch((thrown: unknown) => thrown);
    assert.instance(error, FileMissing, path);
    return (error as FileMissing).close;
  };
  assert.is(await close('2026-1/Frist.md'), 'first.md');
  assert.is(await close('2026-1/map.jpg'), 'map.png');
  assert.is(await close('2026-1/x.md'), undefined);
  assert.is(await close('2027-1/first.md'), undefined);
  assert.is(await close('2026-1'), undefined, 'a folder');
});

test('paths in files are from the file’s folder', () => {
  assert.is(resolveFrom('manuscripts/1/a.md', 'figures/b.png'), 'manuscripts/1/figures/b.png');
  assert.is(resolveFrom('manuscripts/1/a.md', '../../c.png'), 'c.png');
  assert.is(resolveFrom('manuscripts/1/a.md', '../../../c.png'), '../c.png');
  assert.is(resolveFrom('manuscripts/1/a.md', 'figures\\b.png'), 'manuscripts/1/figures/b.png');
});

test.run();
