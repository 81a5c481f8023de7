import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { readEditions } from '../../../build/check/editions/read-editions.ts';
import { readPdf } from '../../../build/check/pdf/read-pdf.ts';
import { isContent, isTag } from '../../../build/check/pdf/tags.ts';
import { walkPages } from '../../../build/check/pdf/walk.ts';
import { collectTexts } from '../../../build/check/words/painted-texts.ts';
import { proveWords } from '../../../build/check/words/prove-words.ts';
import { proveSameWords } from '../../../build/check/words/same-words.ts';
import { sourcesOf } from '../../../build/dist/sources.ts';
import { readIssue } from '../../../build/issue/read.ts';
import { prepareIssue } from '../../../build/manuscript/prepare.ts';
import { openRepository } from '../../../build/repository.ts';
import { readTerms } from '../../../build/terms.ts';
import { emptyFolder } from '../../cli/folders.ts';
import { offprint } from '../../cli/offprint.ts';
import { changed, type Open } from '../pdf/change.ts';
import { dist, editionFile, journal } from '../pdf/edition.ts';

const test = suite('check/editions');

/** A copy of the built journal and its editions, to be spoilt. Java is hidden: what it does is CI’s to test. */
async function copy() {
  const root = await emptyFolder();
  await cp(journal, root, { recursive: true });
  await cp(await dist(), join(root, 'dist'), { recursive: true });
  const check = () => offprint(['check', '--quiet'], root, { PATH: '' });
  return { root, folder: join(root, 'dist/2026-1'), check };
}

test('good editions pass, and a report says what was looked at', async () => {
  const made = await copy();
  const { folder, check } = made;
  assert.equal(await check(), { code: 0, stdout: '', stderr: '' });
  const report = await readFile(join(folder, 'preflight.html'), 'utf8');
  for (const path of [
    'plates-2026-1-print.pdf',
    'plates-2026-1-screen.pdf',
    'plates-2026-1.epub',
    'offprints/proofs.pdf',
  ])
    assert.match(report, path);
  assert.match(report, 'veraPDF was skipped: there is no Java');
  assert.not.match(report, 'class="failed"');
  assert.match(report, /words-kept[\s\S]*?plates-2026-1\.epub/);
  assert.equal(await read(made), [], 'the report is no foreign file');
});

test('what is damaged, missing or foreign is told', async () => {
  const { folder, check } = await copy();
  await appendFile(join(folder, 'plates-2026-1-screen.pdf'), ' ');
  await rm(join(folder, 'offprints/proofs.pdf'));
  await writeFile(join(folder, 'notes.txt'), 'mine');
  const { code, stderr } = await check();
  assert.is(code, 1);
  assert.match(
    stderr,
    /plates-2026-1-screen\.pdf error The file was changed after it was built: it has \d+ bytes \[edition-whole\]/,
  );
  assert.match(stderr, /offprints\/proofs\.pdf error The file is missing \[edition-whole\]/);
  assert.match(stderr, /notes\.txt warning No build made this file \[edition-whole\]/);
  assert.not.match(stderr, 'words-kept');
  assert.match(await readFile(join(folder, 'preflight.html'), 'utf8'), /The file was changed after it was built/);
});

/** What is said of the editions of a copy, without looking into them. */
async function read({ root, folder }: Awaited<ReturnType<typeof copy>>) {
  const sources = await sourcesOf(await openRepository(root), '2026-1');
  const finished = await readEditions(join(root, 'dist'), '2026-1', sources);
  return finished?.reported.flatMap((file) =>
    file.messages.map(({ reason, ruleId }) => `${relative(folder, file.path)}: ${reason} [${ruleId}]`),
  );
}

test('editions that are older than the manuscripts are told as that', async () => {
  const made = await copy();
  assert.equal(await read(made), []);
  await appendFile(join(made.root, 'manuscripts/2026-1/proofs.md'), '\nOne word more.\n');
  const [said = '', ...others] = (await read(made)) ?? [];
  assert.equal(others, []);
  assert.match(said, /^manifest\.json: .*plates-2026-1-screen\.pdf.* of another state of the manuscripts/);
  assert.match(said, /: since then manuscripts\/2026-1\/proofs\.md changed \[edition-current\]$/);
});

test('a manifest that is none, and one that leads elsewhere', async () => {
  const made = await copy();
  const path = join(made.folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.files[0].path = '../../manuscripts/journal.yaml';
  await writeFile(path, JSON.stringify(manifest));
  assert.match((await read(made))?.join('\n') ?? '', /journal\.yaml: The file is missing/);
  await writeFile(path, '{}');
  assert.equal(await read(made), ['manifest.json: The manifest cannot be read [edition-whole]']);
  await rm(path);
  assert.is(await read(made), undefined, 'an issue that was never built');
});

/** What is said of the words of a PDF after a change. */
async function words(name: string, change: (open: Open) => void) {
  const repository = await openRepository(journal);
  const source = await readIssue(repository, '2026-1');
  const issue = await prepareIssue(source, repository, await readTerms(repository));
  for (const file of source.files) file.messages.length = 0;
  const record = JSON.parse(Buffer.from(await editionFile('pages.json')).toString());
  const pdf = await readPdf(await changed(await editionFile(name), change));
  const { texts, watcher } = collectTexts();
  walkPages(pdf.pages, [watcher]);
  if (pdf.tags) proveWords({ name, tags: pdf.tags, texts, articles: issue.articles, folios: record.ids }, issue);
  return {
    said: source.files.flatMap((file) =>
      file.messages.map((message) => `${file.basename}:${message.line}: ${message.reason}`),
    ),
    texts,
  };
}

const screen = 'plates-2026-1-screen.pdf';
/** The page of the first article’s opening, and the text of its first paragraph as it is painted, from its second line of signs on. */
const page = 6;
/** A glyph of the body’s face, and its space. */
const glyph = /<(?!0001)[\dA-F]{4}> Tj/g;
const inBody = (change: (content: string) => string) => (open: Open) =>
  open.repaint(page, (content) => {
    const from = content.indexOf('/P <</MCID 3>>');
    assert.ok(from > 0);
    return content.slice(0, from) + change(content.slice(from));
  });

test('the words of the finished PDF are those of the manuscripts', async () => {
  assert.equal((await words(screen, () => {})).said, []);
});

test('a lost letter is found, in the body and in a note', async () => {
  const body = await words(
    screen,
    inBody((content) => content.replace(glyph, '')),
  );
  assert.is(body.said.length > 0, true);
  assert.match(body.said.join('\n'), /plates\.md:7: The text is not whole/);
  const note = await words(screen, (open) =>
    open.repaint(page, (content) => {
      const [text] = open
        .tag('Note')
        .kids.filter(isTag)
        .filter(({ type }) => type === 'P');
      const from = content.indexOf(`/P <</MCID ${text?.kids.find(isContent)?.id}>>`);
      assert.ok(from > 0);
      return content.slice(0, from) + content.slice(from).replace(/<(?!0001)[\dA-F]{4}> Tj/, '');
    }),
  );
  assert.match(note.said.join('\n'), /plates\.md:\d+: Note \d is not whole/);
});

test('a word in pieces, and words run together, are found', async () => {
  let count = 0;
  const torn = await words(
    screen,
    inBody((content) => content.replace(glyph, (shown) => (++count === 9 ? `${shown} <0001> Tj` : shown))),
  );
  assert.match(torn.said.join('\n'), /plates\.md:7: The text has a word in pieces/);
  const joined = await words(
    screen,
    inBody((content) => content.replace('<0001> Tj', '')),
  );
  assert.match(joined.said.join('\n'), /plates\.md:7: The text has words run together/);
});

test('the print PDF has the words of the screen PDF, page by page', async () => {
  const print = 'plates-2026-1-print.pdf';
  const [one, other] = [await words(print, () => {}), await words(screen, () => {})];
  const file = new VFile({ path: print });
  const at = { name: print, pages: one.texts.pages };
  assert.ok(proveSameWords(file, at, { name: screen, pages: other.texts.pages }, 0));
  const spoilt = await words(print, (open) =>
    open.repaint(page, (content) => content.replace(/<(?!0001)[\dA-F]{4}>\s*Tj/, '')),
  );
  assert.not.ok(
    proveSameWords(file, { ...at, pages: spoilt.texts.pages }, { name: screen, pages: other.texts.pages }, 0),
  );
  assert.match(String(file.messages[0]?.reason), /^Page 6 has other words than page 6 of/);
});

test.run();
