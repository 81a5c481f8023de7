import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';
import { annotating, around, text, zigzag } from './write-annotations.ts';

const run = promisify(execFile);
const fixtures = join(import.meta.dirname, 'fixtures');
const path = 'manuscripts/2026-1/on-margins.md';
const proof = await readFile(join(fixtures, 'on-margins.pdf'));

/** A proof that came back with a replacement, an insertion, struck words, and struck words with a remark. */
async function comeBack(): Promise<Uint8Array> {
  const { add, linesOf, edgeOf, document } = await annotating(proof);
  const strike = (words: string, more: Record<string, unknown> = {}) => {
    const lines = linesOf(words);
    return add({ Subtype: 'StrikeOut', Rect: around(lines), QuadPoints: lines.flatMap(zigzag), ...more });
  };
  const [x, y] = edgeOf('a stroke in', 'before');
  const caret = add({
    Subtype: 'Caret',
    IT: 'Replace',
    Rect: [x - 4, y - 5, x + 4, y + 3],
    Contents: text('two *strokes*'),
  });
  strike('a stroke', { IRT: caret, RT: 'Group' });
  const [a, b] = edgeOf('no reason', 'behind');
  add({ Subtype: 'Caret', Rect: [a - 4, b - 5, a + 4, b + 3], Contents: text('at all') });
  strike('which are neither', {});
  strike('Nobody', { Contents: text('No one') });
  strike('third kind is', {});
  return document.save();
}

/** A copy of the journal, with the proof in it. */
async function journalWith(pdf: Uint8Array, change = (source: string) => source): Promise<string> {
  const root = await emptyFolder();
  await cp(join(fixtures, 'journal'), root, { recursive: true });
  await writeFile(join(root, 'back.pdf'), pdf);
  await writeFile(join(root, path), change(await readFile(join(root, path), 'utf8')));
  return root;
}

const pdf = await comeBack();
const source = await readFile(join(fixtures, 'journal', path), 'utf8');

test('changes are listed with their words, and said whether they can be made', async () => {
  const { code, stdout, stderr } = await offprint(['import-comments', 'back.pdf'], await journalWith(pdf));
  assert.is(code, 0, stderr);
  if (process.env.UPDATE) await writeFile(join(fixtures, 'listed.txt'), stdout);
  assert.is(stdout, await readFile(join(fixtures, 'listed.txt'), 'utf8'));
  assert.match(stderr, /5 comments\.\nChanges that --apply can make: 3/);
});

test('those that are named are made in the manuscript, and are known as made afterwards', async () => {
  const root = await journalWith(pdf);
  const { code, stderr } = await offprint(['import-comments', 'back.pdf', '--apply', '1,2', '--replace', '5'], root);
  assert.is(code, 0, stderr);
  assert.is(
    await readFile(join(root, path), 'utf8'),
    source
      .replace('proofs: a stroke in', 'proofs: two \\*strokes\\* in')
      .replace('It gives no reason,', 'It gives no reason at all,')
      .replace('Nobody has', 'No one has'),
  );
  const again = JSON.parse((await offprint(['import-comments', 'back.pdf', '--json'], root)).stdout);
  assert.equal(
    again.comments
      .filter(({ query }: { query?: unknown }) => !query)
      .map(({ unfit }: { unfit?: string }) => unfit ?? ''),
    ['done', 'done', '', 'marks', 'done'],
  );
  const twice = await offprint(['import-comments', 'back.pdf', '--apply', '1'], root);
  assert.is(twice.code, 2);
  assert.match(twice.stderr, 'made already');
});

test('a patch has the changes, one by one or all, as git applies it', async () => {
  const root = await journalWith(pdf);
  const one = await offprint(['import-comments', 'back.pdf', '--patch', 'one.patch', '--apply', '3'], root);
  assert.is(one.code, 0, one.stderr);
  assert.is(await readFile(join(root, path), 'utf8'), source);
  await run('git', ['apply', 'one.patch'], { cwd: root });
  assert.is(await readFile(join(root, path), 'utf8'), source.replace('third kind, which are neither.', 'third kind,.'));
  const all = await offprint(['import-comments', 'back.pdf', '--patch', 'all.patch'], await journalWith(pdf));
  assert.is(all.code, 0, all.stderr);
});

test('line ends and the mark at the head of a file stay', async () => {
  const root = await journalWith(pdf, (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`);
  const { code, stderr } = await offprint(['import-comments', 'back.pdf', '--apply', '2'], root);
  assert.is(code, 0, stderr);
  const after = await readFile(join(root, path), 'utf8');
  assert.is(after, `\ufeff${source.replace('no reason,', 'no reason at all,').replaceAll('\n', '\r\n')}`);
});

test('in a manuscript that was changed since, words are found by what is around them, and that is said', async () => {
  const root = await journalWith(pdf, (text) =>
    text
      .replace('A margin is the part', '## New\n\nA paragraph before.\n\nA margin is the part')
      .replace('Nobody has counted the remarks', 'We have not counted the remarks')
      .replace('since there were proofs:', 'from the first:'),
  );
  const { comments } = JSON.parse((await offprint(['import-comments', 'back.pdf', '--json'], root)).stdout);
  const told = comments
    .filter(({ query }: { query?: unknown }) => !query)
    .map(({ line, words, how, unfit }: Record<string, unknown>) => `${line} ${words} ${how} ${unfit ?? ''}`);
  assert.equal(told, [
    '17 a stroke exact ',
    '19  exact ',
    '27 which are neither exact ',
    '29 third kind is exact marks',
    '38 Nobody gone gone',
  ]);
});

test('a page that is from no manuscript is listed with its page, not dropped', async () => {
  const root = await journalWith(pdf, () => '---\ntitle: Another\nauthors: [{ name: A }]\n---\n\nQuite other words.\n');
  const { stdout, stderr } = await offprint(['import-comments', 'back.pdf'], root);
  assert.is(stdout.match(/not placed · \[\d+\]/g)?.length, 5);
  assert.match(stdout, '4 (page 1 of the PDF)');
  assert.match(stderr, 'could not be placed: 5');
});

test('a file that qpdf wrote anew is read as it was', async () => {
  const root = await journalWith(pdf);
  await run('qpdf', ['--object-streams=generate', '--linearize', 'back.pdf', 'anew.pdf'], { cwd: root }).catch(
    () => {},
  );
  const [one, other] = await Promise.all(
    ['back.pdf', 'anew.pdf'].map((name) => offprint(['import-comments', name], root)),
  );
  if (other?.code === 0) assert.is(other.stdout, one?.stdout);
});

test('what is locked, broken or no PDF is told in a line', async () => {
  const root = await journalWith(pdf);
  await writeFile(join(root, 'broken.pdf'), pdf.subarray(0, pdf.length / 2));
  await writeFile(join(root, 'none.pdf'), 'no PDF');
  for (const [name, message] of [
    ['broken.pdf', /broken\.pdf cannot be read\. The file breaks off/],
    ['none.pdf', /none\.pdf is not a PDF\. A file of Word or LibreOffice is read by offprint import/],
    ['manuscripts', /manuscripts is not a file/],
    ['lacking.pdf', /There is no file lacking\.pdf/],
  ] as const) {
    const { code, stderr } = await offprint(['import-comments', name], root);
    assert.is(code, 2, name);
    assert.match(stderr, message);
  }
  const locked = await run('qpdf', ['--encrypt', 'a', 'b', '256', '--', 'back.pdf', 'locked.pdf'], { cwd: root }).catch(
    () => undefined,
  );
  if (!locked) return;
  const { code, stderr } = await offprint(['import-comments', 'locked.pdf'], root);
  assert.is(code, 2);
  assert.match(stderr, 'locked with a password');
});

test('queries are listed with the answers of a proof that came back', async () => {
  const { add, document } = await annotating(proof);
  const page = document.getPage(0);
  const annotations = page.node.Annots()?.asArray() ?? [];
  const query = annotations.find((ref) => String(document.context.lookup(ref)).includes('/Subtype /Text'));
  add({
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    IRT: query,
    T: text('Ben Folio'),
    Contents: text('Moxon’s.\nThe second part.'),
  });
  const root = await journalWith(await document.save());
  const { stdout, stderr } = await offprint(['queries', '2026-1', 'back.pdf'], root);
  assert.is(
    stdout,
    `${path}:15:49 [Q1] Which advice do you mean? Please give a title.\n    → Ben Folio: Moxon’s.\n    The second part.\n${path}:36:57 [Q2] In every one?\n`,
  );
  assert.match(stderr, '2 queries are open, 1 with an answer.');
  const { queries } = JSON.parse((await offprint(['queries', '2026-1/on-ink', '--json'], root)).stdout);
  assert.equal(queries, []);
  assert.is((await offprint(['queries', '2026-1/on-inc'], root)).code, 2);
});

test.run();
