import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Open } from '../pdf/change.ts';
import { name } from '../pdf/change.ts';
import { editionFile, journal } from '../pdf/edition.ts';
import { provedAfter } from './proved.ts';

/*
 * Words that a finished PDF has and no reader sees: off the page, behind a clip, in the colour of the paper, under
 * something else … Each is planted in the first paragraph of an article, and reported at its line with its page and the
 * reason.
 */
const test = suite('check/words/seen-words');

const screen = 'plates-2026-1-screen.pdf';
const print = 'plates-2026-1-print.pdf';
/** The page of the first article’s opening. */
const page = 6;

async function said(path: string, change: (open: Open) => void, composed?: readonly string[]): Promise<string[]> {
  const [bytes, record] = [await editionFile(path), await editionFile('pages.json')];
  const given = { name: path, bytes, record, ...(composed ? { composed } : {}) };
  return (await provedAfter(journal, given, change)).said;
}

/** Changes the content of the first paragraph, inside its marked-content sequence. */
const inParagraph = (change: (content: string) => string) => (open: Open) =>
  open.repaint(page, (content) => {
    const from = content.indexOf('BDC', content.indexOf('/P <</MCID 3>>')) + 3;
    const to = content.indexOf('EMC', from);
    assert.ok(from > 10 && to > from);
    return content.slice(0, from) + change(content.slice(from, to)) + content.slice(to);
  });
const within = (operators: string) => inParagraph((content) => `\nq ${operators}\n${content}\nQ\n`);

const clear = (alpha: object) => (open: Open) => {
  open.give(page, 'ExtGState', 'Clear', open.object(alpha as never));
  within('/Clear gs')(open);
};

const picture = (dict: object) => (open: Open) => {
  const image = { Subtype: 'Image', Width: 1, Height: 1, BitsPerComponent: 8, ColorSpace: 'DeviceGray', ...dict };
  open.give(page, 'XObject', 'Over', open.doc.context.register(open.doc.context.stream(Buffer.from([200]), image)));
  open.paint(page, '/Artifact BMC q 900 0 0 900 0 0 cm /Over Do Q EMC');
};

const mask = (open: Open) =>
  open.doc.context.register(
    open.doc.context.stream(Buffer.from([0]), {
      Subtype: 'Image',
      Width: 1,
      Height: 1,
      BitsPerComponent: 8,
      ColorSpace: 'DeviceGray',
    }),
  );

/** The faults that are planted, and what the report says. */
const hidden: [what: string, spoil: (open: Open) => void, becomes: RegExp][] = [
  ['text that is not painted (mode 3)', within('3 Tr'), /is on page 6 of \S+ without being painted: “/],
  ['white text', within('1 1 1 rg'), /has on page 6 of \S+ the colour of what lies below it: “/],
  ['text nearly as white as the paper', within('.98 .99 .98 rg'), /the colour of what lies below it/],
  ['text in the colour of its ground', within('.2 .3 .4 rg 0 0 9999 9999 re f'), /the colour of what lies below it/],
  ['text without opacity', clear({ ca: 0 }), /is transparent on page 6/],
  ['text behind a clip', within('0 0 20 20 re W n'), /is cut off on page 6 of \S+ by the box it stands in/],
  ['text behind a clip that is no rectangle', within('0 0 m 9 0 l 9 9 l h W* n'), /is cut off on page 6/],
  ['text far from the page', within('1 0 0 1 5000 0 cm'), /goes over the edge of page 6 of \S+ and is cut off/],
  ['text that begins on the page and leaves it', within('40 0 0 1 0 0 cm'), /goes over the edge of page 6/],
  ['text too small to be read', within('.1 0 0 .1 100 100 cm'), /is too small to be read on page 6/],
  [
    'text below a white area',
    (open) => open.paint(page, '/Artifact BMC 1 1 1 rg 0 0 900 900 re f EMC'),
    /is covered on page 6/,
  ],
  ['text below a picture', picture({}), /is covered on page 6/],
  [
    'a page cut at its foot',
    ({ page: dict, object }) => dict(page).set(name('MediaBox'), object([0, 640, 480, 681])),
    /goes over the edge of page 6/,
  ],
  [
    'glyphs that the face has not',
    inParagraph((content) => content.replace(/<(?!0001)[\dA-F]{4}> Tj/, '<FFFF> Tj')),
    /(face has no glyph for|is not whole)/,
  ],
  [
    'letters in another face',
    inParagraph((content) => content.replace(/\/F\d+ [\d.]+ Tf/, '/F99 12 Tf')),
    /(is not whole|is painted on no page|face has no glyph for)/,
  ],
];

for (const [what, spoil, becomes] of hidden)
  test(what, async () => {
    const faults = (await said(screen, spoil)).filter((one) => one.startsWith('plates.md:7: The text'));
    assert.is(faults.length, 1, (await said(screen, spoil)).join('\n'));
    assert.match(faults[0] ?? '', becomes);
  });

const seen: [what: string, spoil: (open: Open) => void][] = [
  ['a clip that is larger', within('-9 -9 9999 9999 re W n')],
  ['white text on a dark ground', within('.1 .1 .1 rg 0 880 900 30 re f 1 1 1 rg')],
  [
    'white text on a ground that has no one colour',
    within('.1 .1 .1 rg 0 880 m 900 880 l 900 910 l 0 910 l h f 1 1 1 rg'),
  ],
  ['faint text', clear({ ca: 0.4 })],
  ['a line through text', (open) => open.paint(page, '/Artifact BMC 0 0 0 rg 0 300 900 .5 re f EMC')],
  ['a clear picture over text', (open) => picture({ SMask: mask(open) })(open)],
];

for (const [what, spoil] of seen)
  test(`${what} hides nothing`, async () => {
    assert.equal(await said(screen, spoil), []);
  });

test('a line that is painted on another is told, the same line painted twice is not', async () => {
  const lineOn = (by: number) => (open: Open) =>
    open.repaint(page, (content) => {
      const lines = [
        ...content.matchAll(/1 0 0 -1 ([\d.]+) ([\d.]+) Tm\n<[\dA-F]{4}> Tj\n(?:[\d.]+ 0 Td <[\dA-F]{4}> Tj\n){20,}/g),
      ];
      const [one, other] = [lines[0], lines[by]];
      assert.ok(one && other);
      return content.replace(`${other[1]} ${other[2]} Tm`, `${one[1]} ${one[2]} Tm`);
    });
  assert.match(
    (await said(screen, lineOn(1))).join('\n'),
    /On page 6 of \S+ words stand on others: “[^”]+” on “[^”]+”/,
  );
  assert.equal(await said(screen, lineOn(0).length > 1 ? () => {} : (open) => void open), []);
});

test('the print PDF alone is held against the composed pages, and its faults are told in the manuscript', async () => {
  const composed = (await provedPages()).map((text) => text);
  assert.equal(await said(print, () => {}, composed), []);
  const white = await said(
    print,
    (open) => open.repaint(page, (content) => content.replace(/\bBT\n/g, '0 0 0 0 k BT\n')),
    composed,
  );
  assert.match(white.join('\n'), /plates\.md:\d+: Text has on page 6 of \S+ the colour of what lies below it/);
  const cut = await said(
    print,
    ({ page: dict, object }) => dict(page).set(name('TrimBox'), object([0, 0, 480, 60])),
    composed,
  );
  assert.match(cut.join('\n'), /Text goes over the edge of page 6 of/);
});

/** Returns what the pages of the print PDF paint, as if they had been composed so. */
async function provedPages(): Promise<string[]> {
  const [bytes, record] = [await editionFile(print), await editionFile('pages.json')];
  const { texts } = await provedAfter(journal, { name: print, bytes, record }, () => {});
  return texts.pages.map((pieces) => pieces.map(({ text }) => text).join('\n'));
}

test.run();
