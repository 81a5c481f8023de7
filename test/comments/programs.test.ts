import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder } from '../cli/folders.ts';
import { offprint } from '../cli/offprint.ts';
import { kept } from '../run/kept.ts';
import { openEditor } from './pdfjs-editor.ts';
import { annotating, around, zigzag } from './write-annotations.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const journal = join(fixtures, 'journal');

/** The proof of the fixture’s first article, and the screen PDF of its issue. */
const made = kept([journal], 'proof of 2026-1, and its screen PDF', async (folder) => {
  const proof = await offprint(['proof', '2026-1/on-margins', '--out', folder], journal);
  assert.is(proof.code, 0, proof.stderr);
  const built = await offprint(['build', '--only', 'screen', '--out', folder], journal);
  assert.is(built.code, 0, built.stderr);
});

interface Told {
  kind: string;
  words?: string;
  file?: string;
  line?: number;
  column?: number;
  text: string;
  how?: string;
  change?: { text: string; length: number };
}

/** The comments of a PDF in a copy of the journal. */
async function commentsIn(pdf: Uint8Array): Promise<Told[]> {
  const root = await emptyFolder();
  await cp(journal, root, { recursive: true });
  await writeFile(join(root, 'annotated.pdf'), pdf);
  const { code, stdout, stderr } = await offprint(['import-comments', 'annotated.pdf', '--json'], root);
  assert.is(code, 0, stderr);
  return JSON.parse(stdout).comments.filter(({ query }: { query?: unknown }) => !query);
}

const inShort = ({ kind, words, line, column, text, how }: Told) =>
  `${line}:${column} ${kind} “${words}” ${how} ${text}`;

test('marks, a text and a stroke of PDF.js in a browser are at their words', async () => {
  const editor = await openEditor(await readFile(join(await made, 'proofs/2026-1/on-margins.pdf')));
  await editor.highlight('once in the line and once beside it');
  await editor.highlight('Nobody has counted');
  await editor.highlight('None of them says');
  await editor.type('Who complained?', 'complaints');
  await editor.draw('recommends a doctor');
  const comments = await commentsIn(await editor.save());
  assert.equal(comments.map(inShort).sort(), [
    '15:158 highlight “once in the line and once beside it” exact ',
    '25:212 drawing “recommends a doctor” exact ',
    '34:1 highlight “Nobody has counted” exact ',
    '34:216 text “complaints” exact Who complained?',
    '36:85 highlight “None of them says” exact ',
  ]);
});

test('in the screen PDF of an issue, words are found in the article that they are from', async () => {
  const pdf = await readFile(join(await made, '2026-1/rr-2026-1-screen.pdf'));
  const page = (await PDFDocument.load(pdf)).getPageCount() - 1;
  const { add, linesOf, document } = await annotating(pdf, page);
  for (const words of ['Pencil was for questions', 'On Red Ink', 'compositors complained']) {
    const lines = linesOf(words);
    add({ Subtype: 'Highlight', Rect: around(lines), QuadPoints: lines.flatMap(zigzag) });
  }
  const comments = await commentsIn(await document.save());
  assert.equal(
    comments.map(({ file, line, column, words }) => `${file?.split('/').at(-1)}:${line}:${column} ${words}`),
    ['on-ink.md:2:8 On Red Ink', 'on-ink.md:8:178 compositors complained', 'on-ink.md:10:1 Pencil was for questions'],
  );
});

test('marks of Okular are at their words, and what it struck out is taken out', async () => {
  const comments = await commentsIn(await readFile(join(fixtures, 'okular.pdf')));
  assert.equal(comments.map(inShort), [
    '25:51 highlight “found nothing to” exact ',
    '25:179 squiggly “1712, and” exact ',
    '34:1 strike-out “Nobody has counted” exact ',
    '34:212 note “the” exact Which complaints?',
  ]);
});

test.run();
