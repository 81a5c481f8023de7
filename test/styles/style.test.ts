import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { FileMissing, offprintRoot, openRepository, type Repository } from '../../build/disk/repository.ts';
import { readStyle } from '../../build/styles/style.ts';
import { StyleError } from '../../build/styles/style-error.ts';

const house = await openRepository(offprintRoot);

/** A journal's repository with some files in it. */
async function journalWith(files: Record<string, string>): Promise<Repository> {
  const root = await mkdtemp(join(tmpdir(), 'offprint-style-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return openRepository(root);
}

const folders: string[] = [];
test.after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

for (const name of ['quarterly', 'essay']) {
  test(`${name}: print and e-book are whole`, async () => {
    for (const edition of ['print', 'epub'] as const) {
      const { css, faces, files, tokens } = await readStyle(house, name, edition);
      assert.not.match(css, '@import');
      assert.not.match(css, 'url("@');
      const named = [...css.matchAll(/url\("(.*?)"\)/g)].map((match) => match[1]);
      assert.equal(named.sort(), [...files.keys()].sort());
      for (const face of faces) assert.match(face.licence ?? '', 'SIL Open Font License');
      for (const token of ['--text-face', '--head-face', '--sans-face', '--code-face']) {
        const family = (tokens.get(token) ?? '').split(',')[0]?.replaceAll('"', '');
        assert.ok(
          faces.some((face) => face.family === family && face.weight === 400 && !face.italic),
          `${token}: ${family}`,
        );
      }
    }
  });
}

test('faces say what they are', async () => {
  const { faces } = await readStyle(house, 'quarterly', 'print');
  const { data, licence, ...face } =
    faces.find(({ family, italic, weight }) => family === 'Source Serif 4' && italic && weight === 600) ??
    (assert.unreachable() as never);
  assert.equal(face, {
    family: 'Source Serif 4',
    weight: 600,
    italic: true,
    file: 'fonts/SourceSerif4_600SemiBold_Italic.ttf',
    at: { path: 'styles/quarterly/faces.css', line: 9, column: 123 },
  });
  assert.ok(data.length > 100_000 && licence);
});

test('for the e-book, custom properties become values', async () => {
  const { css } = await readStyle(house, 'quarterly', 'epub', {
    tokens: [{ name: '--accent', value: '#123456', at: { path: 'manuscripts/journal.yaml', line: 1, column: 1 } }],
    faces: [],
  });
  assert.not.match(css, 'var(');
  assert.not.match(css, '--accent');
  assert.match(css, '#123456');
});

test('a single file is laid over the quarterly, with files beside it', async () => {
  const journal = await journalWith({
    'styles/ours.css': ':root { --accent: #0000ff; }\n.box { background: url(mark.svg); color: var(--accent) }',
    'styles/mark.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const { css, files, tokens } = await readStyle(journal, 'ours', 'epub');
  assert.is(tokens.get('--accent'), '#0000ff');
  assert.match(css, 'background: url("style/mark.svg"); color: #0000ff');
  assert.match(css, '.pullquote');
  assert.ok(files.has('style/mark.svg'));
});

test('a journal may replace one file of a house style', async () => {
  const journal = await journalWith({ 'styles/base/notes.css': '.notes { color: green }' });
  const { css } = await readStyle(journal, 'quarterly', 'print');
  assert.match(css, '.notes { color: green }');
  assert.match(css, '.opening');
});

test('a fault is told with its place', async () => {
  const faults: [css: string, line: number, reason: RegExp][] = [
    ['a {\n b: c;\n }}', 3, /Unexpected }/],
    ['\n.a { background: url(none.png) }', 2, /no file styles\/ours\/none\.png/],
    ['.a { background: url(https://example.org/x.png) }', 1, /not a file beside/],
    ['.a { background: url(../../../etc/passwd) }', 1, /leads out of the journal/],
    ['@import "print.css";', 1, /imports itself/],
    ['@import "gone.css";', 1, /no file styles\/ours\/gone\.css/],
    ['@font-face { font-family: A; src: url("@nobody/nothing/A.ttf") }', 1, /node_modules/],
    [':root { --a: var(--b); --b: var(--a) }', 1, /refers to itself/],
    ['@font-face { font-family: A; font-weight: 200 900; src: url(a.ttf) }', 1, /one number/],
    ['@font-face { font-family: A; src: url(a.ttf) }', 1, /cannot be read as a font/],
    ['@font-face { font-family: A; src: local("A"), url(a.ttf) }', 1, /face of one machine/],
    ['@font-face { font-family: A }', 1, /without src/],
  ];
  for (const [css, line, reason] of faults) {
    const error = await failure(
      readStyle(await journalWith({ 'styles/ours/print.css': css, 'styles/ours/a.ttf': '' }), 'ours', 'print'),
    );
    assert.instance(error, StyleError);
    assert.equal([(error as StyleError).path, (error as StyleError).line], ['styles/ours/print.css', line]);
    assert.match((error as StyleError).reason, reason);
  }
});

test('a style that is nowhere is missing', async () => {
  assert.instance(await failure(readStyle(house, 'baroque', 'print')), FileMissing);
});

test.run();
