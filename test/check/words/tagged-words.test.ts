import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PDFArray, PDFDict } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type PaintedTexts, paintedTextsOf } from '../../../build/check/words/painted-texts.ts';
import { tagText } from '../../../build/check/words/tag-text.ts';
import { readPdf } from '../../../build/pdf-reading/read-pdf.ts';
import { isContent, isTag, type Tag } from '../../../build/pdf-reading/tags.ts';
import { fold, lettersIn } from '../../../build/words/normalized-text.ts';
import { emptyFolder } from '../../cli/folders.ts';
import { offprint } from '../../cli/offprint.ts';
import { name, type Open } from '../pdf/change.ts';
import { journal } from '../pdf/edition.ts';
import { provedAfter } from './proved.ts';

/*
 * A screen reader reads what the manuscripts have, tag by tag: what it would leave out, read twice or read at another
 * place is reported at its line, although it is painted as it should be.
 */
const test = suite('check/words/tagged-words');

const root = await emptyFolder();
await cp(journal, root, { recursive: true });
const proofs = join(root, 'manuscripts/2026-1/proofs.md');
const facts = `    affiliation: The Reading Room
    bio: Bohdan Reader reads proofs aloud.
abstract: |
  Why one reads twice.
  
  And why not thrice, though it is often asked for.
keywords: [proofs, letters, sense]
---`;
await writeFile(proofs, (await readFile(proofs, 'utf8')).replace(/^---$(?![\s\S]*^---$)/m, facts));
const built = await offprint(['build', '--quiet', '--only', 'screen,offprints'], root);
assert.is(built.code, 0, built.stderr);

const screen = 'plates-2026-1-screen.pdf';
const fileOf = (path: string) => readFile(join(root, 'dist/2026-1', path));

/** Returns the reports about a file after a change; `find` returns its innermost tag that begins with words. */
async function said(change: (open: Open, find: (words: string) => Tag) => void, path = screen): Promise<string[]> {
  const bytes = await fileOf(path);
  const texts = paintedTextsOf(await readPdf(bytes));
  const given = { name: path, bytes, record: await fileOf('pages.json') };
  return (await provedAfter(root, given, (open) => change(open, (words) => tagWith(open, texts, words)))).said;
}

function tagWith({ tags }: Open, texts: PaintedTexts, words: string): Tag {
  const begins = (tag: Tag) =>
    lettersIn(tagText([tag], texts, () => false).characters).startsWith(lettersIn(fold(words)));
  const found = tags.findLast(begins);
  assert.ok(found, `No tag has ${words}`);
  return found;
}

/** Marks the content of a tag as decoration. */
function decorate(open: Open, tag: Tag): void {
  for (const kid of tag.kids) {
    if (isTag(kid)) decorate(open, kid);
    if (!isContent(kid)) continue;
    const page = open.pages.find(({ dict }) => dict === kid.owner);
    const mark = new RegExp(`/\\w+ <</MCID ${kid.id}\\b[^>]*>>\\s*BDC`);
    open.repaint(page?.number ?? 0, (content) => content.replace(mark, '/Artifact <</Type/Layout>> BDC'));
  }
}

const kidsOf = ({ parent }: Tag) => parent?.dict.lookup(name('K')) as PDFArray;
const indexOf = (tag: Tag) =>
  kidsOf(tag)
    .asArray()
    .findIndex((_, i) => kidsOf(tag).lookup(i) === tag.dict);

function swap(one: Tag, other: Tag): void {
  const [kids, others, i, j] = [kidsOf(one), kidsOf(other), indexOf(one), indexOf(other)];
  const kept = kids.get(i);
  kids.set(i, others.get(j));
  others.set(j, kept);
}

/** Repeats a tag, after another. */
function repeat({ doc }: Open, tag: Tag, at: Tag): void {
  const copy = (tag.dict as PDFDict).clone(doc.context);
  kidsOf(at).insert(indexOf(at) + 1, doc.context.register(copy));
}

test('good files have the words, each once and in its place', async () => {
  for (const path of [screen, 'offprints/plates.pdf', 'offprints/proofs.pdf'])
    assert.equal(await said(() => {}, path), []);
});

const leftOut = (place: string, page: number, words: string, path = screen) =>
  `${place}: On page ${page} of ${path} words are in no tag, so that a screen reader leaves them out: “${words}`;

/** Asserts that the first report begins so, and is the only one. */
function only(found: string[], wanted: string): void {
  assert.is(found[0]?.slice(0, wanted.length), wanted);
  assert.is(found.length, 1, found.join('\n'));
}

const decorated = (words: string, path = screen) => said((open, find) => decorate(open, find(words)), path);

test('what is marked as decoration is found: a paragraph, a name, keywords, part of an abstract, who the author is', async () => {
  only(await decorated('A proof is read'), leftOut('proofs.md:14', 7, 'a proof is read twice'));
  only(await decorated('The Reading Room'), leftOut('proofs.md:5', 7, 'The Reading Room”'));
  only(await decorated('Keywords'), leftOut('proofs.md:11', 7, 'Keywords: proofs, letters, sense”'));
  only(await decorated('And why not'), leftOut('proofs.md:10', 7, 'and why not thrice'));
  only(await decorated('Bohdan Reader reads'), leftOut('proofs.md:6', 7, 'Bohdan Reader reads proofs aloud.”'));
  const path = 'offprints/proofs.pdf';
  only(await decorated('The Reading Room', path), leftOut('proofs.md:5', 1, 'The Reading Room”', path));
});

test('so is what stands in no article: editors, an entry of the contents', async () => {
  only(await decorated('Ann Editor'), leftOut('journal.yaml:7', 4, 'Ann Editor”'));
  const entry = await said((open) => decorate(open, open.tag('TOCI')));
  only(entry, leftOut('plates.md:2', 5, 'On Plates 4 Ann Author”'));
});

test('content that its tag does not name, and a tag that is lost', async () => {
  const content = await said((_, find) => find('A proof is read').dict.delete(name('K')));
  only(content, leftOut('proofs.md:14', 7, 'a proof is read'));
  const tag = await said((_, find) => kidsOf(find('Keywords')).remove(indexOf(find('Keywords'))));
  only(tag, leftOut('proofs.md:11', 7, 'Keywords: proofs'));
});

test('tags in another order: paragraphs, of an abstract too, names, notes, articles', async () => {
  const moved = (place: string, words: string) =>
    `${place}: ${screen} has words at another place of its tags, so that a screen reader says them in another order: “${words}`;
  only(await said((_, find) => swap(find('A proof is read'), find('An n that'))), moved('proofs.md:16', 'of letters'));
  only(
    await said((_, find) => swap(find('Abstract: Why one'), find('And why not'))),
    moved('proofs.md:7', 'Abstract:'),
  );
  only(
    await said((_, find) => swap(find('Keywords'), find('The Reading Room'))),
    moved('proofs.md:5', 'The Reading Room'),
  );
  const both = (type: string) => (open: Open) => {
    const [one, other] = open.tags.filter((tag) => tag.type === type);
    swap(one as Tag, other as Tag);
  };
  only(await said(both('Note')), `plates.md:27: Note 1 is read aloud too late in ${screen}`);
  assert.equal(await said(both('Art')), [
    `plates.md:2: ${screen} has the article at another place of its tags: it is read aloud as article 2`,
    `proofs.md:2: ${screen} has the article at another place of its tags: it is read aloud as article 1`,
  ]);
});

test('what is read aloud twice: within the text, at its end, around it', async () => {
  const twice = (words: string) =>
    `${screen} has words twice in its tags, so that a screen reader says them twice: “${words}`;
  const again = (words: string, at: string) => said((open, find) => repeat(open, find(words), find(at)));
  only(await again('A proof is read', 'A proof is read'), `proofs.md:16: ${twice('a proof is read')}`);
  only(await again('An n that', 'An n that'), `proofs.md:18: ${twice('an n that is a u')}`);
  only(await again('And why not', 'An n that'), `proofs.md:10: ${twice('and why not thrice')}`);
});

test.run();
