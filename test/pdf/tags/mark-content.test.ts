import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { textsBeforeSpaces, withSpaces } from '../../../build/pdf/tags/line-spaces.ts';
import { markContent } from '../../../build/pdf/tags/mark-content.ts';
import type { PieceMark } from '../../../build/pdf/tags/marking.ts';
import { operationsOf, writeOperations } from '../../../build/pdf-reading/content/content-stream.ts';

const test = suite('pdf/mark-content');

const text = (x: number, y: number, glyph: string) => `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm <${glyph}> Tj ET`;
const piece = (id: number, content: string) => `/NonStruct <</MCID ${id} >>BDC ${content} EMC`;

function mark(content: string, marks: Record<number, Partial<PieceMark>>, goesOn = false, forms: string[] = []) {
  const marked = markContent([...operationsOf(Buffer.from(content))], {
    markOf: (id) => {
      const known = marks[id];
      return (
        known && {
          number: 1,
          tag: 'P',
          block: 1,
          order: 0,
          follows: undefined,
          special: undefined,
          label: undefined,
          ...known,
        }
      );
    },
    middle: 400,
    isMarked: (name) => forms.includes(name),
  });
  const ends = textsBeforeSpaces(marked.texts, () => goesOn);
  const operations = withSpaces(marked.operations, ends, () => [{ operator: 'Tj', operands: ['<space>'] }]);
  // Of text only the glyphs, to be legible.
  const short = [...operationsOf(writeOperations(operations))].filter(
    ({ operator }) => !/^(BT|ET|Tf|Tm)$/.test(operator),
  );
  return { ...marked, lines: short.map(({ operator, operands }) => [...operands, operator].join(' ')) };
}

test('pieces of a tag that follow each other are one, and a space stands between their lines', () => {
  const { lines, owners } = mark(`${piece(0, text(0, 100, '01'))} ${piece(1, text(0, 85, '02'))}`, {
    0: {},
    1: { follows: 0 },
  });
  assert.equal(lines, ['/P <</MCID 0>> BDC', '<01> Tj', '<space> Tj', '<02> Tj', 'EMC']);
  assert.equal(owners, [1]);
});

test('there is no space in a line, behind an added hyphen, or where a line goes on; the hyphen is U+00AD', () => {
  assert.not.match(mark(piece(0, `${text(0, 100, '01')} ${text(9, 100, '02')}`), { 0: {} }).lines.join(), 'space');
  const special = (name: PieceMark['special']) =>
    mark(`${piece(0, text(0, 100, '01'))} ${piece(1, text(5, 100, '2d'))} ${piece(2, text(0, 85, '02'))}`, {
      0: {},
      1: { follows: 0, special: name },
      2: { follows: 1 },
    }).lines.join(' ');
  assert.is(
    special('hyphen'),
    '/P <</MCID 0>> BDC <01> Tj EMC /Span <</MCID 1/ActualText<FEFF00AD>>> BDC <2d> Tj EMC /P <</MCID 2>> BDC <02> Tj EMC',
  );
  assert.is(special('joined'), '/P <</MCID 0>> BDC <01> Tj <2d> Tj <02> Tj EMC');
});

test('a mark that is raised stands in the line of its text object; a raised text in that of what is before it', () => {
  const raised = 'BT /F1 10 Tf 1 0 0 1 0 100 Tm <01> Tj 5 9 Td <02> Tj 0 14 Td <03> Tj ET';
  const again = 'BT /F2 10 Tf 1 0 0 1 0 100 Tm 12 -8 Td <04> Tj ET';
  assert.not.match(mark(piece(0, `${raised} ${again} ${text(20, 100, '05')}`), { 0: {} }).lines.join(), 'space');
  // A superscript of a superscript, and back to the line; but not from there to the beginning of the next.
  const power = `${text(0, 100, '01')} ${text(6, 103.5, '02')} ${text(9, 106, '03')}`;
  assert.not.match(mark(piece(0, `${power} ${text(12, 100, '04')}`), { 0: {} }).lines.join(), 'space');
  assert.match(mark(piece(0, `${power} ${text(0, 97, '04')}`), { 0: {} }).lines.join(), '<03> Tj,<space> Tj,<04>');
});

test('lines that begin at one place, and lines of one letter, are lines', () => {
  const lines = [85, 70, 55].map((y) => text(0, y, '01')).join(' ');
  assert.is(mark(piece(0, lines), { 0: {} }).lines.join().match(/space/g)?.length, 2);
});

test('a space behind what is said to be other words is said with them', () => {
  const said = (x: number, y: number) =>
    `BT /Span<</ActualText <FEFF04300301> >> BDC /F1 10 Tf 1 0 0 1 ${x} ${y} Tm <01> Tj 0 8 Td <02> Tj EMC ET`;
  const { lines } = mark(piece(0, `${said(0, 100)} ${text(0, 85, '03')}`), { 0: {} });
  assert.equal(lines.slice(1, 5), ['/Span <</ActualText<FEFF043003010020> >> BDC', '<01> Tj', '0 8 Td', '<02> Tj']);
});

test('a block that goes on elsewhere ends with a space', () => {
  assert.equal(mark(piece(0, text(0, 100, '01')), { 0: {} }, true).lines.slice(-2), ['<space> Tj', 'EMC']);
});

test('text before all other is a running head or a folio; rules and grounds are artifacts; so is what is repeated', () => {
  const { lines } = mark(`${text(0, 700, '01')} ${text(0, 50, '02')} 0 0 9 1 re f ${piece(0, text(0, 300, '03'))}`, {});
  assert.match(lines[0] ?? '', /Artifact <<\/Type\/Pagination\/Subtype\/Header\/Attached\[\/Top\]/);
  assert.match(lines[3] ?? '', /Subtype\/Footer\/Attached\[\/Bottom\]/);
  assert.equal(lines.slice(6), [
    '/Artifact <</Type/Layout>> BDC',
    '0 0 9 1 re',
    'f',
    'EMC',
    '/Artifact <</Type/Pagination>> BDC',
    '<03> Tj',
    'EMC',
  ]);
});

test('what stands right before a list’s item in its line is its label; what stands elsewhere is not', () => {
  const item = { 0: { number: 3, tag: 'LBody', label: 2 } };
  const { lines, labels } = mark(`${text(0, 100, '2d')} ${piece(0, text(9, 100, '01'))}`, item);
  assert.equal(lines, ['/Lbl <</MCID 0>> BDC', '<2d> Tj', 'EMC', '/LBody <</MCID 1>> BDC', '<01> Tj', 'EMC']);
  assert.equal([...labels], [[2, 0]]);
  assert.is(mark(`${text(0, 700, '2d')} ${piece(0, text(9, 100, '01'))}`, item).labels.size, 0);
});

test('lines alone, as around a table, are no content', () => {
  const { lines, ids } = mark(piece(0, '0 0 9 1 re f'), { 0: { tag: 'Table' } });
  assert.is(lines[0], '/Artifact <</Type/Layout>> BDC');
  assert.is(ids.size, 0);
});

test('a form with marks of its own stands in no mark of the page; another form is an artifact', () => {
  const content = `${piece(0, text(0, 100, '01'))} q 2 0 0 2 3 4 cm /X1 Do Q /X2 Do ${text(0, 700, '02')}`;
  const { lines, forms } = mark(content, { 0: {} }, false, ['/X1']);
  const artifact = '/Artifact <</Type/Layout>> BDC';
  assert.equal(lines.slice(3), [
    'q',
    '2 0 0 2 3 4 cm',
    '/X1 Do',
    'Q',
    artifact,
    '/X2 Do',
    'EMC',
    artifact,
    '<02> Tj',
    'EMC',
  ]);
  assert.equal(forms, [{ name: '/X1', matrix: [2, 0, 0, 2, 3, 4] }]);
});

test.run();
