import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { deviation, mean, share, tellFacts } from './tell-facts.ts';
import { tellPages } from './tell-pages.ts';
import { type Typeset, typesetPages } from './typeset-pages.ts';

/*
 * PDFs of two columns, 200 pt each, drawn word by word: text of 10 pt on 12 pt, notes of 8 pt on 10 pt. So all numbers are known.
 */

const measure = 200;
const lefts = [50, 270];
const head = 500;
const sample = 'every word of these lines has a place of its own'.split(' ');

interface Drawing {
  page: PDFPage;
  text: PDFFont;
  title: (words: string) => void;
  /** A line of full width; `words` are set apart by what is left. */
  full: (column: number, y: number, words?: readonly string[]) => void;
  short: (column: number, y: number, words: string, size?: number) => void;
}

async function factsOf(...pages: ((drawing: Drawing) => void)[]): Promise<PageFacts> {
  return pageFacts(await typesetOf(...pages));
}

async function typesetOf(...pages: ((drawing: Drawing) => void)[]): Promise<Typeset> {
  const document = await PDFDocument.create();
  const text = await document.embedFont(StandardFonts.Helvetica);
  const other = await document.embedFont(StandardFonts.TimesRoman);
  for (const draw of pages) {
    const page = document.addPage([520, 560]);
    // Running heads and folios are no part of the text.
    page.drawText('A running head', { x: 50, y: 530, size: 8, font: other });
    page.drawText('17', { x: 260, y: 20, size: 8, font: other });
    draw({
      page,
      text,
      title: (words) => page.drawText(words, { x: 50, y: 515, size: 20, font: text }),
      full: (column, y, words = sample) => {
        const widths = words.map((word) => text.widthOfTextAtSize(word, 10));
        const gap = (measure - sum(widths)) / (words.length - 1);
        let x = lefts[column] ?? 0;
        for (const [i, word] of words.entries()) {
          page.drawText(word, { x, y, size: 10, font: text });
          x += (widths[i] ?? 0) + gap;
        }
      },
      short: (column, y, words, size = 10) => page.drawText(words, { x: lefts[column] ?? 0, y, size, font: text }),
    });
  }
  return typesetPages(await document.save());
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** Full lines from one baseline down to another, both included. */
function fill({ full }: Drawing, column: number, from: number, to: number): void {
  for (let y = from; y >= to; y -= 12) full(column, y);
}

/** A page that is not the last: both columns full to a line. */
function fullPage(drawing: Drawing, feet: readonly [number, number] = [104, 104]): void {
  for (const [column, foot] of feet.entries()) fill(drawing, column, head, foot);
}

const end = (drawing: Drawing) => {
  for (const column of [0, 1]) fill(drawing, column, head, head - 5 * 12);
};

test('white above notes is from body to body, in each column', async () => {
  const facts = await factsOf((drawing) => {
    drawing.title('A Title of Some Length');
    fullPage(drawing);
    drawing.short(0, 80, '1 A note.', 8);
    drawing.short(0, 70, '2 Another note, of the other column.', 8);
  }, end);
  // 104 − 0.3 · 10 below the text, 80 + 1 · 8 above the notes.
  assert.equal(facts.whites.map(round), [13, 13]);
  assert.is(facts.leading, 12);
  assert.equal([facts.pages, facts.notes, facts.notesOverPages, facts.notesOverColumns], [2, 2, 0, 0]);
});

test('where each column has notes of its own, each has its own white', async () => {
  const facts = await factsOf((drawing) => {
    drawing.title('A Title');
    fullPage(drawing, [164, 56]);
    for (const [i, note] of [
      '1 The first of three notes.',
      '2 The second of three.',
      '3 The third of three.',
    ].entries())
      drawing.short(0, 140 - i * 42, note, 8);
  }, end);
  assert.equal(facts.whites.map(round), [164 - 3 - 148]);
  assert.equal(facts.uneven, [108]);
});

test('notes that go on are counted where they do', async () => {
  const facts = await factsOf(
    (drawing) => {
      drawing.title('A Title');
      fullPage(drawing);
      drawing.short(0, 80, '1 A note that', 8);
      drawing.short(1, 80, 'goes on in the other column', 8);
      drawing.short(1, 70, '2 and one that', 8);
    },
    (drawing) => {
      end(drawing);
      drawing.short(0, 80, 'goes on over the page in 1900.', 8);
      drawing.short(0, 70, '3 Third.', 8);
    },
  );
  assert.equal([facts.notes, facts.notesOverColumns, facts.notesOverPages], [3, 1, 1]);
});

test('divided words are told by what they are divided over', async () => {
  const divided = 'every word of these lines has a place of its ow-'.split(' ');
  const page = (drawing: Drawing) => {
    drawing.title('A Title');
    fullPage(drawing, [116, 116]);
    drawing.full(0, 104);
    drawing.full(1, 104, divided);
  };
  const plain = (drawing: Drawing) => {
    fullPage(drawing, [116, 116]);
    drawing.full(0, 104, divided);
    drawing.full(1, 104, divided);
  };
  const facts = await factsOf(page, plain, end);
  assert.equal([facts.overColumns, facts.overPages, facts.overLeaves], [1, 1, 1]);
  assert.is(facts.hyphensInRow, 1);
});

test('feet are level, or not', async () => {
  const facts = await factsOf(
    (drawing) => {
      drawing.title('A Title');
      fullPage(drawing);
    },
    (drawing) => fullPage(drawing, [104, 116]),
    (drawing) => fullPage(drawing, [104, 104]),
    // The last page of an article may end as it ends.
    (drawing) => fullPage(drawing, [200, 224]),
  );
  assert.equal(facts.uneven.map(round), [12]);
});

test('a stub is the rest of a word, or shorter than the indent', async () => {
  const facts = await factsOf((drawing) => {
    drawing.title('A Title');
    fullPage(drawing, [224, 104]);
    drawing.full(0, 212, 'every word of these lines has a place of well-'.split(' '));
    drawing.short(0, 200, 'being.');
    drawing.full(0, 188);
    drawing.short(0, 176, 'is');
    drawing.full(0, 164);
    drawing.short(0, 152, 'Russia, and more.');
    drawing.full(0, 140);
    drawing.short(0, 128, 'altogether.');
  }, end);
  assert.equal(facts.stubs, ['well- / being.', 'own / is']);
});

test('gaps are those between words, of full lines alone', async () => {
  const two = ['abcdefghijklmnopqrstuv', 'wxyz', 'abcdefgh'];
  const facts = await factsOf((drawing) => {
    drawing.title('A Title');
    fullPage(drawing);
    drawing.full(0, 92, two);
    drawing.short(0, 80, 'a last line is not counted, however long it be');
  }, end);
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
  const gapOf = (words: readonly string[]) =>
    (measure - sum(words.map((word) => font.widthOfTextAtSize(word, 10)))) / (words.length - 1) / 10;
  const expected = [...Array<number>(68 + 12).fill(gapOf(sample)), gapOf(two)].sort((a, b) => a - b);
  assert.equal([...facts.gaps].sort((a, b) => a - b).map(round), expected.map(round));
  assert.is(round(facts.hyphens), 0);
});

test('an article begins with a title above text, and ends where the next begins', async () => {
  const first = (drawing: Drawing) => {
    drawing.title('A Title');
    fullPage(drawing);
  };
  const contents = (drawing: Drawing) => {
    drawing.title('Contents');
    drawing.short(0, 400, 'A title 3');
  };
  const four = (drawing: Drawing) => {
    for (const column of [0, 1]) fill(drawing, column, head, head - 3 * 12);
  };
  const facts = await factsOf(contents, first, four, first, first, end);
  assert.equal([facts.pages, facts.lastPages], [5, [4, 34, 6]]);
});

test('the table has a column for each PDF', async () => {
  const facts = await factsOf((drawing) => {
    drawing.title('A Title');
    fullPage(drawing);
  }, end);
  const lines = tellFacts([
    { name: 'One', facts },
    { name: 'Other', facts },
  ]).split('\n');
  assert.match(lines[0] ?? '', /One +Other$/);
  assert.ok(lines.some((line) => /^ {2}pages of articles +2 +2$/.test(line)));
  assert.is(share([3, 1, 2], 0.5), 2);
  assert.is(mean([1, 2, 3]), 2);
  assert.is(round(deviation([1, 2, 3])), 0.82);
});

test('each page has a line that says where to look', async () => {
  const typeset = await typesetOf(
    (drawing) => {
      drawing.title('A Title');
      fullPage(drawing, [104, 116]);
      drawing.full(1, 104, 'every word of these lines has a place of its ow-'.split(' '));
      drawing.short(0, 80, '1 A note of the page.', 8);
    },
    (drawing) => fullPage(drawing, [104, 116]),
    end,
  );
  assert.equal(tellPages(typeset).trim().split(/\n\s*/), [
    '1 (1 in the file)       white 13.0, 13.0 pt  divided “… place of its ow-”',
    '2 (2 in the file)       feet 12.0 pt apart',
    '3 (3 in the file)       ends with 6, 6 lines',
  ]);
});

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

test.run();
