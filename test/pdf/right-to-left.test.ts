import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hasRightToLeft, inReadingOrder } from '../../build/pdf/right-to-left.ts';
import { operationsOf } from '../../build/pdf-reading/content/content-stream.ts';

const test = suite('pdf/right-to-left');

/** Each glyph or mark of a content, with where its line begins, once it is in the order of reading. */
function read(content: string): string[] {
  const shown: string[] = [];
  let [x, y, stepX, stepY] = [0, 0, 0, 0];
  for (const { operator, operands } of operationsOf(inReadingOrder(Buffer.from(content), () => 500))) {
    const [first = 0, second = 0] = operands.slice(-2).map(Number);
    if (operator === 'Tm') [x, y, stepX, stepY] = [first, second, 0, 0];
    else if (operator === 'Td') [stepX, stepY] = [stepX + first, stepY + second];
    else if (operator === 'Tj') shown.push(`${operands[0]} at ${x + stepX} ${y - stepY}`);
    else if (operator === 'BDC' || operator === 'BMC' || operator === 'EMC') shown.push(operator);
  }
  return shown;
}

test('glyphs that are shown from left to right and read from right to left come in their order, each where it was', () => {
  const word =
    'BT\n/ReversedChars BMC\n/F1 10 Tf\n1 0 0 -1 100 50 Tm\n<0001> Tj\n4 0 Td <0002> Tj\n<00030004> Tj\nEMC\nET';
  assert.ok(hasRightToLeft(word));
  assert.equal(read(word), ['<0004> at 114 50', '<0003> at 109 50', '<0002> at 104 50', '<0001> at 100 50']);
});

test('a letter is shown before its marks, under what both are said to be', () => {
  const marked =
    'BT /ReversedChars BMC /Span<</ActualText <FEFF0628> >> BDC /F1 10 Tf 1 0 0 -1 0 0 Tm 3 -2 Td <0009> Tj -3 2 Td <0001> Tj EMC 6 0 Td <0002> Tj EMC ET';
  assert.equal(read(marked), ['<0002> at 6 0', 'BDC', '<0001> at 0 0', '<0009> at 3 2', 'EMC']);
});

test('how a run is painted stays', () => {
  const hidden = 'BT /ReversedChars BMC /F1 10 Tf 3 Tr 1 0 0 -1 0 0 Tm <0001> Tj 5 0 Td <0002> Tj EMC ET';
  assert.match(Buffer.from(inReadingOrder(Buffer.from(hidden), () => 500)).toString(), /^BT\n3 Tr\n\/F1 10 Tf\n/);
});

test('words of one run stay in their order, though another face has the space between them; what stands elsewhere is not touched', () => {
  const part = (font: string, x: number, glyph: string, reversed = true) =>
    `BT ${reversed ? '/ReversedChars BMC' : ''} /${font} 10 Tf 1 0 0 -1 0 0 Tm ${x} 0 Td <${glyph}> Tj ${reversed ? 'EMC' : ''} ET`;
  const run = `${part('F1', 0, '0001')} ${part('F2', 5, '0020', false)} ${part('F1', 9, '0002')}`;
  assert.equal(read(run), ['<0002> at 9 0', '<0020> at 5 0', '<0001> at 0 0']);
  const before = 'BT /F2 10 Tf 1 0 0 -1 7 7 Tm <0005> Tj 5 0 Td <0006> Tj ET';
  assert.equal(read(`${before} ${run}`).slice(0, 2), ['<0005> at 7 7', '<0006> at 12 7']);
});

/** The strings of a content once it is in the order of reading. */
const glyphsOf = (content: string) => read(content).flatMap((one) => /^<(\w+)>/.exec(one)?.[1] ?? []);

test('the runs of a line come from its right end, figures as they are; the next line follows', () => {
  const run = (x: number, y: number, glyphs: string, reversed: boolean) =>
    `BT ${reversed ? '/ReversedChars BMC' : ''} /F1 10 Tf 1 0 0 -1 ${x} ${y} Tm <${glyphs}> Tj ${reversed ? 'EMC' : ''} ET`;
  const lines = `/P <</MCID 0>> BDC ${run(0, 9, '0005', false)} ${run(5, 9, '00120013', false)} ${run(15, 9, '00020001', true)} ${run(0, 20, '00070006', true)} EMC`;
  assert.equal(glyphsOf(lines), ['0001', '0002', '00120013', '0005', '0006', '0007']);
  const head = `${run(0, 9, '00120013', false)} ${run(5, 9, '00020001', true)} ${run(15, 9, '0005', false)}`;
  assert.equal(glyphsOf(head), ['00120013', '0001', '0002', '0005']);
});

test.run();
