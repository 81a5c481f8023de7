import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  markedContentId,
  type Operation,
  operationsOf,
  operationsWithRuns,
  writeOperations,
} from '../../../build/pdf-reading/content/content-stream.ts';
import { TextRun } from '../../../build/pdf-reading/content/read-operation.ts';

const test = suite('pdf-reading/content/content-stream');

const read = (text: string) =>
  [...operationsOf(Buffer.from(text, 'latin1'))].map(({ operator, operands }) => [...operands, operator].join(' '));

test('reads an operation with its operands, whatever stands between them', () => {
  assert.equal(read('q\n1 0 0 -1 .5 +2. cm%a comment (\r/G3 gs[]0 d'), ['q', '1 0 0 -1 .5 +2. cm', '/G3 gs', '[] 0 d']);
});

test('keeps strings, arrays and dictionaries whole, even if they contain what looks like their ends', () => {
  assert.equal(read('(a\\)b(c)d) Tj [(]) 2 <5D>] TJ <41> Tj'), ['(a\\)b(c)d) Tj', '[(]) 2 <5D>] TJ', '<41> Tj']);
  assert.equal(read('/Span<</ActualText(>>)/A<</B 1>>/MCID 7>>BDC EMC'), [
    '/Span <</ActualText(>>)/A<</B 1>>/MCID 7>> BDC',
    'EMC',
  ]);
});

test('takes an inline image for one operation, its data untouched', () => {
  const [image, after] = [...operationsOf(Buffer.from('BI /W 2 /H 1\nID \x00( \xff EI Q', 'latin1'))];
  assert.is(image?.operator, 'BI');
  assert.equal(image?.operands, ['/W 2 /H 1', '\x00( \xff']);
  assert.is(after?.operator, 'Q');
});

test('comes to an end on a stream that breaks off', () => {
  for (const text of ['(', '<', '<<', '[', '[(', 'BI', 'BI /W 1 ID ', '1 2', '%', ')', '}', '<<(']) {
    assert.ok(read(text).length <= 2, text);
  }
});

test('finds the number of marked content', () => {
  const ids = (text: string) => [...operationsOf(Buffer.from(text))].map(markedContentId);
  assert.equal(ids('/P <</MCID 12 >>BDC EMC /Artifact BMC /Span <</ActualText <00AD>>> BDC'), [
    12,
    undefined,
    undefined,
    undefined,
  ]);
});

test('writes what it reads as the same operations', () => {
  const text = 'q 1 0 0 1 0 0 cm /P <</MCID 0 >>BDC BT (\\)) Tj ET EMC BI /W 1 ID \xff\x00 EI Q';
  const operations = [...operationsOf(Buffer.from(text, 'latin1'))];
  const written = Buffer.from(writeOperations(operations)).toString('latin1');
  assert.equal(read(written), read(text));
  assert.equal(operations.length, 9);
});

test('writes operations that were left out, inserted and reordered', () => {
  const operations = [...operationsOf(Buffer.from('q(a)Tj%b\n1 0 0 rg 2 w Q', 'latin1'))];
  const [begin, text, colour, width, end] = operations as Operation[];
  const put = { operator: 'k', operands: ['0', '0', '0', '1'] };
  const written = writeOperations([text, begin, put, colour, width, end, end].filter((one) => one !== undefined));
  assert.equal(read(Buffer.from(written).toString('latin1')), [
    '(a) Tj',
    'q',
    '0 0 0 1 k',
    '1 0 0 rg',
    '2 w',
    'Q',
    'Q',
  ]);
});

const runs = (text: string) => operationsWithRuns(Buffer.from(text, 'latin1'));

test('takes glyphs that are shown one after the other in a line for one run', () => {
  const [begin, font, run, up, other, , end] = runs(
    'BT /F1 9 Tf <0001> Tj\n5.25 0 Td <0002> Tj\n3 0 Td <00030004> Tj\n1 2 Td <05> Tj\nET <06>Tj',
  );
  assert.equal(
    [begin, font, up, end].map((one) => one?.operator),
    ['BT', 'Tf', 'Td', 'Tj'],
  );
  assert.equal([run?.operator, run?.operands, run?.advance], ['Tj', ['<0001>', '<0002>', '<00030004>'], 8.25]);
  assert.equal([other?.operands, other?.advance], [['<05>'], 0]);
});

test('ends a run where the text goes back, up, or is another kind of text', () => {
  const texts = [
    '<01> Tj -1 0 Td <02> Tj ',
    '<01> Tj 1 0.5 Td <02> Tj ',
    '<01> Tj (02) Tj ',
    '<01> Tj 1 0 Td [<02>] TJ ',
  ];
  for (const text of texts) assert.equal(runs(text)[0]?.operands, ['<01>'], text);
});

test('writes runs as they were read', () => {
  const text = 'q\nBT\n<0001> Tj\n5.25 0 Td <0002> Tj\n3 0 Td <0003> Tj\nET\nQ\n';
  const [save, begin, run, end, restore] = runs(text);
  assert.is(String(writeOperations(runs(text))), text);
  const without = [save, begin, { operator: 'Tc', operands: ['1'] }, run, end, restore].flatMap((one) => one ?? []);
  assert.is(String(writeOperations(without)), text.replace('BT\n', 'BT\n1 Tc\n'));
});

test('a run has the bytes of its strings, and the steps between them', () => {
  const shown = (text: string) =>
    runs(text).flatMap((one) =>
      one instanceof TextRun ? [[Buffer.from(one.shown.bytes).toString('hex'), one.shown.steps]] : [],
    );
  assert.equal(shown('<0018> Tj 5.43 0 Td <0023> Tj\nET'), [['00180023', [5.43]]]);
  assert.equal(shown('<0018> Tj\n5 0 Td <002> Tj\n12 0 Td <> Tj\n.5 0 Td <01fF02> Tj\n'), [
    ['0018002001ff02', [5, 12, 0.5]],
  ]);
  assert.equal(shown('<0018> Tj\n'), [['0018', []]]);
});

test.run();
