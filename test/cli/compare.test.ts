import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { emptyFolder, journal } from './folders.ts';
import { offprint } from './offprint.ts';

const root = await journal();
const path = join(root, 'manuscripts/2026-1/first.md');
const original = await readFile(path, 'utf8');
const compare = (...args: string[]) => offprint(['compare', ...args], root);

execFileSync('git', ['init', '-q'], { cwd: root });
execFileSync('git', ['add', 'manuscripts'], { cwd: root });
execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qm', 'One'], { cwd: root });
const built = await offprint(['build', '--only', 'epub,screen', '--quiet', '--out', 'old'], root);
assert.is(built.code, 0, built.stderr);

test('where nothing changed, that is said', async () => {
  const { code, stdout } = await compare('old/2026-1', '2026-1', '--quiet', '--exit-code');
  assert.is(code, 0);
  assert.is(stdout, 'Nothing changed.\n\nNo page changed.\n');
});

test('a word is told at both places, between a build and manuscripts, and a revision', async () => {
  const [, word = ''] = /\n\n[A-Z][a-z]+ ([a-z]+) /.exec(original) ?? [];
  await writeFile(path, original.replace(` ${word} `, ' zyxolite '));
  for (const before of ['old/2026-1', 'HEAD', 'HEAD:2026-1']) {
    const { code, stdout, stderr } = await compare(before, '.', '--quiet', '--json');
    assert.is(code, 0, stderr);
    const { same, changes, pages } = JSON.parse(stdout);
    assert.is(same, false);
    assert.is(changes.length, 1);
    const [{ kind, what, before: had, after: has, places }] = changes;
    assert.equal([kind, what, had, has], ['words', 'changed', word, 'zyxolite']);
    const line = original.slice(0, original.indexOf(` ${word} `)).split('\n').length;
    for (const { page, at } of [places.before, places.after])
      assert.equal([at.path, at.line, page], ['manuscripts/2026-1/first.md', line, places.after.page]);
    assert.equal(
      pages.changed.map(({ after, changes: numbers }: { after: string; changes: number[] }) => [after, numbers]),
      [[places.after.page, [1]]],
    );
  }
  assert.is((await compare('old/2026-1', '.', '--quiet', '--exit-code', '--no-pages')).code, 1);
});

test('the report has the changed page of both, and axe finds nothing in it; the notice has the line', async () => {
  const out = await emptyFolder();
  const [html, notice] = [join(out, 'report.html'), join(out, 'notice.md')];
  const { code, stderr } = await compare('old/2026-1', '2026-1', '--html', html, '--notice', notice);
  assert.is(code, 0, stderr);
  assert.match(await readFile(notice, 'utf8'), /On p\. \d+, line \d+: for “[a-z]+” read “zyxolite”/);
  const text = await readFile(html, 'utf8');
  assert.is(text.match(/<img /g)?.length, 2);
  assert.match(text, /<a class="mark" href="#change-1"/);
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const chrome = await startChrome();
  const files = new Map([['report.html', { type: 'text/html', data: text }]]);
  const violations = await chrome
    .withPage({ entry: 'report.html', files }, async (page) => {
      await page.evaluate(axe);
      return page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
        return (await axe.run()).violations.map(({ id }) => id);
      });
    })
    .finally(() => chrome.close());
  assert.equal(violations, []);
});

test('a notice in another language has the words of the issue as they stand there', async () => {
  const now = await readFile(path, 'utf8');
  await writeFile(path, now.replace(' zyxolite ', ' The issue ” read “ inserted '));
  const notice = join(await emptyFolder(), 'notice.md');
  const { code, stderr } = await offprint(['compare', 'old/2026-1', '2026-1', '--no-pages', '--notice', notice], root, {
    OFFPRINT_LANG: 'uk',
  });
  await writeFile(path, now);
  assert.is(code, 0, stderr);
  assert.match(await readFile(notice, 'utf8'), /замість «[a-z]+» читати «The issue ” read “ inserted»/);
});

test('two PDFs are compared by their tags', async () => {
  const now = await offprint(['build', '--only', 'screen', '--quiet', '--out', 'new'], root);
  assert.is(now.code, 0, now.stderr);
  const name = (folder: string) => `${folder}/2026-1/${/[\w-]+-screen\.pdf/.exec(slugs)?.[0]}`;
  const slugs = execFileSync('ls', [join(root, 'new/2026-1')], { encoding: 'utf8' });
  const { code, stdout, stderr } = await compare(name('old'), name('new'), '--json');
  assert.is(code, 0, stderr);
  const { by, changes } = JSON.parse(stdout);
  assert.is(by, 'tags');
  assert.equal(
    changes.map(({ kind, after }: { kind: string; after: string }) => [kind, after]),
    [['words', 'zyxolite']],
  );
});

test('what cannot be compared is said', async () => {
  await writeFile(join(root, 'broken.pdf'), '%PDF-1.7\nnothing');
  await writeFile(join(root, 'other.epub'), 'nothing');
  const said = async (...args: string[]) => {
    const { code, stderr } = await compare(...args);
    assert.is(code, 2, args.join(' '));
    return stderr.trim().split('\n').at(-1) ?? '';
  };
  assert.match(
    await said('nowhere', '.'),
    'There is no file, folder or issue nowhere, and no Git revision of that name',
  );
  assert.match(await said('--root=.', 'HEAD:2027', '.'), 'HEAD:2027 has no issue 2027. It has: 2026-1.');
  assert.match(await said('none.pdf', '.'), 'There is no file none.pdf.');
  assert.match(
    await said('broken.pdf', 'broken.pdf'),
    'The PDF of broken.pdf cannot be compared. The file breaks off.',
  );
  assert.match(await said('other.epub', 'other.epub'), 'The e-book of other.epub cannot be read:');
  assert.match(await said('other.epub', 'broken.pdf'), 'other.epub has only an e-book, and broken.pdf only a PDF.');
  assert.match(await said('--', '-x', '.'), '-x cannot be a Git revision: it begins with a hyphen.');
});

test.run();
