import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  glyphsWithActualText,
  glyphsWithoutActualText,
  groupsWithActualText,
} from '../../build/pdf/actual-characters.ts';

const test = suite('pdf/actual-characters');

function read(content: string, codes: readonly string[]) {
  const said = glyphsWithActualText(content);
  return {
    said: said.map(({ font, code, text }) => `${font} ${code} ${text}`),
    around: said.map(({ around }) => content.slice(...around)),
    inside: said.map(({ inside }) => content.slice(...inside)),
    plain: glyphsWithoutActualText(content, new Set(codes), new Set(said.map(({ inside }) => inside[1]))).map(
      ({ font, code }) => `${font} ${code}`,
    ),
  };
}

test('tells what is said of a glyph from what is shown without a word', () => {
  const saying = '/Span<</ActualText (fi) >> BDC\n6.5 0 Td <00AF> Tj\nEMC';
  const { said, around, inside, plain } = read(
    `BT\n/F1 9 Tf\n<0001> Tj\n${saying}\n5 0 Td <00AF> Tj\n/F2 9 Tf <000300020004> Tj\nET`,
    ['00AF', '0002', '0300'],
  );
  assert.equal(said, ['F1 00AF fi']);
  assert.equal([around, inside], [[saying], ['6.5 0 Td <00AF> Tj']]);
  assert.equal(plain, ['F1 00AF', 'F2 0003', 'F2 0002', 'F2 0004']);
});

test('a glyph whose font is chosen within what says it is one of that font', () => {
  const { said, plain } = read(
    'BT /F1 9 Tf\n<0001> Tj\nET BT\n/Span<</ActualText <FEFF2019> >> BDC\n/F2 9 Tf\n1 0 0 -1 3 4 Tm\n<0007> Tj\nEMC\n1 0 Td <0008> Tj\nET',
    ['0007', '0008'],
  );
  assert.equal(said, ['F2 0007 ’']);
  assert.equal(plain, ['F2 0008']);
});

test('what is said of several glyphs is said of none of them', () => {
  const several = '/F1 9 Tf\n/Span<</ActualText <FEFF00A0> >> BDC\n<0001> Tj\n2 0 Td <0002> Tj\nEMC';
  assert.equal(read(several, ['0001', '0002']).said, []);
  assert.equal(read(several, ['0001', '0002']).plain, ['F1 0001', 'F1 0002']);
});

test('what is said of several glyphs is known of them together, with where each is shown', () => {
  const content =
    'BT /F1 9 Tf\n/Span<</ActualText (ab) >> BDC\n/F2 9 Tf\n<0001> Tj\n2 0 Td <00020003> Tj\nEMC\n/Span<</ActualText (c) >> BDC\n<0004> Tj\nEMC ET';
  const groups = groupsWithActualText(content);
  assert.equal(
    groups.map(({ text, glyphs }) => [text, ...glyphs.map(({ font, code, alone }) => `${font} ${code} ${alone}`)]),
    [['ab', 'F2 0001 true', 'F2 0002 false', 'F2 0003 false']],
  );
  const ends = groups.flatMap(({ glyphs }) => glyphs.map(({ end }) => end));
  assert.equal(
    ends.map((end) => content.slice(0, end).match(/<\w+> Tj$/)?.[0]),
    ['<0001> Tj', '<00020003> Tj', '<00020003> Tj'],
  );
});

test.run();
