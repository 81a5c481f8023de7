import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readSaid, type Shown } from '../../build/pdf/said-characters.ts';

const test = suite('pdf/said-characters');

function read(content: string) {
  const font = (): Shown => ({ plain: new Uint8Array(0x10000), said: new Map() });
  const fonts = { F1: font(), F2: font() };
  const all = readSaid(Buffer.from(content, 'latin1'), new Map(Object.entries(fonts)));
  const glyphs = ({ plain }: Shown) => [...plain.entries()].flatMap(([glyph, is]) => (is ? [glyph] : []));
  const texts = ({ said }: Shown) => [...said].map(([glyph, some]) => [glyph, ...some]);
  return {
    plain: [glyphs(fonts.F1), glyphs(fonts.F2)],
    said: [texts(fonts.F1), texts(fonts.F2)],
    around: all.map((one) => content.slice(...one.around)),
    inside: all.map((one) => content.slice(...one.inside)),
  };
}

test('tells what is said of a glyph from what is shown without a word', () => {
  const saying = '/Span<</ActualText (fi) >> BDC\n6.5 0 Td <00AF> Tj\nEMC';
  const { plain, said, around, inside } = read(`BT\n/F1 9 Tf\n<0001> Tj\n${saying}\n5 0 Td <00020003> Tj\nET`);
  assert.equal(plain, [[1, 2, 3], []]);
  assert.equal(said, [[[0xaf, 'fi']], []]);
  assert.equal([around, inside], [[saying], ['6.5 0 Td <00AF> Tj']]);
});

test('a glyph whose font is chosen within what says it is one of that font', () => {
  const { plain, said } = read(
    'BT /F1 9 Tf\n<0001> Tj\nET BT\n/Span<</ActualText <FEFF2019> >> BDC\n/F2 9 Tf\n1 0 0 -1 3 4 Tm\n<0007> Tj\nEMC\n1 0 Td <0008> Tj\nET',
  );
  assert.equal(said, [[], [[7, '’']]]);
  assert.equal(plain, [[1], [8]]);
});

test('what is said of several glyphs is said of none of them', () => {
  const { plain, said } = read('/F1 9 Tf\n/Span<</ActualText <FEFF00A0> >> BDC\n<0001> Tj\n2 0 Td <0002> Tj\nEMC');
  assert.equal([plain[0], said[0]], [[1, 2], []]);
});

test.run();
