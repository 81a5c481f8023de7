import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { glyphPlaces, shiftedCodes } from '../../../build/pdf-reading/content/glyph-places.ts';

const state = { fontSize: 10, letterSpace: 0, wordSpace: 0, stretch: 1 };
/** A font whose glyphs are all half an em wide. */
const font = { type: 'TrueType', width: () => 500, codes: (bytes: Uint8Array) => [...bytes] } as never;
const rounded = ({ spans, end }: ReturnType<typeof glyphPlaces>) => [
  spans.map((span) => span.map((one) => Math.round(one * 100) / 100)),
  Math.round(end * 100) / 100,
];

test('glyphs follow one another by their widths', () => {
  const places = glyphPlaces({ codes: [65, 66], steps: undefined, shifts: undefined, font, state });
  assert.equal(rounded(places), [
    [
      [0, 5],
      [5, 10],
    ],
    10,
  ]);
});

test('the numbers of a TJ move what follows to the left, and do not make a glyph wider', () => {
  const { codes, shifts } = shiftedCodes('[(A\\)) -200 <42> 100]', font);
  assert.equal(codes, [65, 41, 66]);
  const places = glyphPlaces({ codes, steps: undefined, shifts, font, state });
  assert.equal(rounded(places), [
    [
      [0, 5],
      [5, 10],
      [12, 17],
    ],
    16,
  ]);
});

test('letter and word spaces come behind glyphs, and all is stretched', () => {
  const wide = { ...state, letterSpace: 1, wordSpace: 2, stretch: 0.5 };
  const places = glyphPlaces({ codes: [65, 32, 66], steps: undefined, shifts: undefined, font, state: wide });
  assert.equal(rounded(places), [
    [
      [0, 2.5],
      [3, 5.5],
      [7, 9.5],
    ],
    10,
  ]);
});

test('steps between glyphs that were shown one by one are as the file has them', () => {
  const places = glyphPlaces({ codes: [65, 66], steps: [4.2], shifts: undefined, font, state });
  assert.equal(rounded(places), [
    [
      [0, 5],
      [4.2, 9.2],
    ],
    9.2,
  ]);
});

test.run();
