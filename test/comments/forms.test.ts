import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { degrees, type PDFArray, type PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { importComments } from '../../build/comments/import-comments.ts';
import { readPdfComments } from '../../build/comments/read-comments.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { type AnnotatedPdf, annotating, around, round, text, zigzag } from './write-annotations.ts';

/** The proof of the fixture’s first article, as it was sent: without what Okular put into it. */
const proof = await readFile(join(import.meta.dirname, 'fixtures/on-margins.pdf'));
const repository = await openRepository(join(import.meta.dirname, 'fixtures/journal'));
const terms = await readTerms(repository);

/** What comes back of an annotated PDF, a line for each comment that is no query of ours. */
async function told(pdf: AnnotatedPdf, useObjectStreams = true): Promise<string[]> {
  const bytes = await pdf.document.save({ useObjectStreams });
  const { comments } = await importComments(repository, ['2026-1'], terms, await readPdfComments(bytes));
  return comments
    .filter(({ query }) => !query || query.answers.length > 0)
    .map(({ kind, covered, place, text: said, change, unfit, replies, states, insert, author, query }) =>
      [
        place ? `${place.line}:${place.column}` : 'nowhere',
        query ? `query ${query.text}` : kind,
        ...(query ? [] : [`“${covered?.words ?? ''}”`]),
        ...(place && place.how !== 'exact' ? [place.how] : []),
        ...(insert === undefined ? [] : [`+“${insert}”`]),
        ...(said && !query ? [said] : []),
        ...(query?.answers ?? replies).map((reply) => `→${reply.author}: ${reply.text}`),
        ...states.map(({ state }) => state),
        ...(change ? [`“${change.text}” for ${change.to - change.from}`] : []),
        ...(unfit ? [`(${unfit})`] : []),
        ...(author && !query ? [`by ${author}`] : []),
      ].join(' '),
    );
}

test('Acrobat: words replaced by a caret with struck words as its part, an insertion, a deletion, answers and a state', async () => {
  const pdf = await annotating(proof);
  const { add, linesOf, edgeOf } = pdf;
  const struck = linesOf('a ring');
  const [x, y] = edgeOf('a ring', 'behind');
  const caret = add({
    Subtype: 'Caret',
    Rect: [x - 4, y - 6, x + 4, y + 2],
    RD: [0.5, 0.5, 0.5, 0.5],
    IT: 'Replace',
    Contents: text('a circle'),
    RC: text('<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml"><p>a circle</p></body>'),
    T: text('Ben Folio'),
    Subj: text('Replacement Text'),
    NM: text('0b6c8c2e-21f3-4a3b-9e0e-acrobat'),
  });
  add({
    Subtype: 'StrikeOut',
    Rect: around(struck),
    QuadPoints: struck.flatMap(zigzag),
    IT: 'StrikeOutTextEdit',
    IRT: caret,
    RT: 'Group',
    T: text('Ben Folio'),
  });
  add({ Subtype: 'Text', Rect: [0, 0, 24, 24], F: 28, IRT: caret, Contents: text('or an oval'), T: text('Ada') });
  add({
    Subtype: 'Text',
    F: 30,
    Rect: [0, 0, 24, 24],
    IRT: caret,
    State: text('Accepted'),
    StateModel: text('Review'),
    Contents: text('Accepted set by Ada'),
    T: text('Ada'),
  });
  const [a, b] = edgeOf('Nobody has', 'behind');
  add({ Subtype: 'Caret', Rect: [a - 4, b - 6, a + 6, b + 2], Contents: text('ever'), T: text('Ben Folio') });
  const two = linesOf('therefore never');
  add({
    Subtype: 'StrikeOut',
    Rect: around(two),
    QuadPoints: two.flatMap(zigzag),
    IT: 'StrikeOutTextEdit',
    T: text('Ben Folio'),
  });
  assert.equal((await told(pdf)).sort(), [
    '13:227 strike-out “therefore never” “” for 16 by Ben Folio',
    '30:20 replacement “a ring” +“a circle” →Ada: or an oval Accepted “a circle” for 6 by Ben Folio',
    '34:11 insertion “” +“ever” “ ever” for 0 by Ben Folio',
  ]);
});

test('Preview: text in the windows of marks, quads round about, a note, notes in UTF-16 of the other order', async () => {
  const pdf = await annotating(proof);
  const { add, linesOf, document } = pdf;
  const { context } = document;
  const struck = linesOf('recommends');
  const mark = add({
    Subtype: 'StrikeOut',
    Rect: around(struck),
    QuadPoints: struck.flatMap(round),
    Contents: text('prescribes'),
    T: text('Ada Quill'),
  });
  const popup = context.register(context.obj({ Type: 'Annot', Subtype: 'Popup', Rect: [0, 0, 9, 9], Parent: mark }));
  (context.lookup(mark) as PDFDict).set(PDFName.of('Popup'), popup);
  const bright = linesOf('used to wrap the next one');
  const window = context.register(
    context.obj({ Type: 'Annot', Subtype: 'Popup', Rect: [0, 0, 9, 9], Contents: text('Is that true?') } as never),
  );
  add({ Subtype: 'Highlight', Rect: around(bright), QuadPoints: bright.flatMap(round), Popup: window });
  const [line = [0, 0, 0, 0]] = linesOf('third kind is the longest');
  const left = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Längste?', 'utf16le')]).toString('hex');
  add({
    Subtype: 'Text',
    Name: 'Note',
    Rect: [line[0], line[1] - 8, line[0] + 20, line[3] + 2],
    Contents: PDFHexString.of(left),
  });
  assert.equal((await told(pdf, false)).sort(), [
    '25:212 strike-out “recommends” prescribes “” for 11 (remark) by Ada Quill',
    '25:6 note “third” Längste?',
    '34:115 highlight “used to wrap the next one” Is that true?',
  ]);
});

test('Foxit, PDF-XChange: the words copied into a mark are no remark; the caret is the part of the struck words', async () => {
  const pdf = await annotating(proof);
  const { add, linesOf, edgeOf } = pdf;
  const bright = linesOf('bound by mistake');
  add({
    Subtype: 'Highlight',
    Rect: around(bright),
    QuadPoints: bright.flatMap(zigzag),
    Contents: text('bound by mis\u00adtake'),
    T: text('Clara'),
  });
  const struck = linesOf('mistake');
  const strike = add({
    Subtype: 'StrikeOut',
    Rect: around(struck),
    QuadPoints: struck.flatMap(zigzag),
    Subj: text('Replace'),
    T: text('Clara'),
  });
  const [x, y] = edgeOf('mistake', 'behind');
  add({
    Subtype: 'Caret',
    Rect: [x - 3, y - 5, x + 3, y + 3],
    IRT: strike,
    RT: 'Group',
    Contents: text('accident'),
    T: text('Clara'),
  });
  assert.equal((await told(pdf)).sort(), [
    '34:190 highlight “bound by mistake” by Clara',
    '34:199 replacement “mistake” +“accident” “accident” for 7 by Clara',
  ]);
});

test('Edge, Zotero, Evince: strokes, areas, stamps and pages without words are told, too', async () => {
  const pdf = await annotating(proof);
  const { add, linesOf } = pdf;
  const [under = [0, 0, 0, 0]] = linesOf('that nobody');
  const y = under[1] + 1;
  add({
    Subtype: 'Ink',
    Rect: [under[0], y - 1, under[2], y + 1],
    InkList: [[under[0], y, (under[0] + under[2]) / 2, y + 1, under[2], y]],
    Contents: text('who?'),
  });
  const table = linesOf('a stroke');
  add({
    Subtype: 'Square',
    Rect: around(table),
    NM: text('Zotero-ABCD2345'),
    'ZOTERO:Key': text('ABCD2345'),
    Contents: text('check'),
  });
  const bright = linesOf('Readers of proofs have used it');
  add({
    Subtype: 'Underline',
    Rect: around(bright),
    QuadPoints: bright.flatMap(zigzag),
    NM: text('Zotero-WXYZ2345'),
    Contents: text('since when?'),
    T: text('Clara Sorts'),
  });
  const [word = [0, 0, 0, 0]] = linesOf('compositors');
  add({ Subtype: 'Stamp', Name: 'Approved', Rect: [word[0], word[1] - 6, word[0] + 60, word[3] + 6] });
  add({
    Subtype: 'Line',
    Rect: [0, 0, 400, 400],
    L: [10, 10, word[0] + 2, word[1] + 5],
    LE: ['None', 'OpenArrow'],
    Contents: text('these'),
  });
  add({ Subtype: 'Link', Rect: [0, 0, 10, 10] });
  assert.equal((await told(pdf)).sort(), [
    '13:116 drawing “a stroke” check',
    '13:32 drawing “that nobody” who?',
    '13:60 underline “Readers of proofs have used it” since when? by Clara Sorts',
    '34:230 drawing “compositors” these',
    '34:230 stamp “compositors” Approved',
  ]);
});

test('an answer to a query, and one that was typed over it, are shown at the query', async () => {
  const pdf = await annotating(proof);
  const page = pdf.document.getPage(0);
  const own = (page.node.lookup(PDFName.of('Annots')) as PDFArray)
    .asArray()
    .filter((ref) => (pdf.document.context.lookup(ref) as PDFDict).has(PDFName.of('NM')));
  assert.is(own.length, 2);
  pdf.add({
    Subtype: 'Text',
    Rect: [0, 0, 20, 20],
    IRT: own[0],
    Contents: text('Moxon’s, 1683.'),
    T: text('Ben Folio'),
  });
  (pdf.document.context.lookup(own[1]) as PDFDict).set(
    PDFName.of('Contents'),
    PDFHexString.fromText('[Q2] In every one? Yes, in all.'),
  );
  assert.equal(await told(pdf), [
    '15:49 query Which advice do you mean? Please give a title. →Ben Folio: Moxon’s, 1683.',
    '36:57 query In every one? →: Yes, in all.',
  ]);
});

test('a page that is turned and cut has the words where they were', async () => {
  const pdf = await annotating(proof);
  const bright = pdf.linesOf('question');
  pdf.add({ Subtype: 'Highlight', Rect: around(bright), QuadPoints: bright.flatMap(zigzag) });
  const page = pdf.document.getPage(0);
  page.setRotation(degrees(90));
  page.setCropBox(30, 30, 400, 600);
  assert.equal(await told(pdf), ['30:3 highlight “question”']);
});

test.run();
