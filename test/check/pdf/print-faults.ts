import type { PDFDict } from '@cantoo/pdf-lib';
import { asDict, itemsAt } from '../../../build/pdf-reading/file/objects.ts';
import { name, type Open, string } from './change.ts';
import type { Fault } from './test-faults.ts';

/** A page with text. */
const text = 6;

/** Paints the first text of a page in another colour. */
const painted = (operators: string) => (open: Open) =>
  open.repaint(text, (content) => content.replace(/\bBT\n/, `q ${operators}\nBT\n`).replace(/\nET\n/, '\nET Q\n'));

/** Puts a picture on a page, so and so large, in points. */
const picture =
  (dict: object, data: Uint8Array, width: number, height: number) =>
  ({ doc, give, paint }: Open) => {
    give(
      text,
      'XObject',
      'Picture',
      doc.context.register(doc.context.stream(data, { Subtype: 'Image', BitsPerComponent: 8, ...dict })),
    );
    paint(text, `q ${width} 0 0 ${height} 60 60 cm /Picture Do Q`);
  };

/** Faults for the print PDF. */
export const printFaults: Fault[] = [
  {
    what: 'a version that the standard does not know',
    plant: ({ doc }) => Object.assign(doc.context.header, { minor: '7' }),
    rule: 'pdf-header',
    found: /%PDF-1\.7/,
  },
  {
    what: 'another standard in the metadata',
    plant: ({ describe }) => describe((xmp) => xmp.replace('PDF/X-4', 'PDF/X-1a:2003')),
    rule: 'pdf-claim',
    found: /PDF\/X-1a/,
  },
  {
    what: 'metadata that differ from Info',
    plant: ({ doc }) =>
      asDict(doc.context.lookup(doc.context.trailerInfo.Info))?.set(name('ModDate'), string('D:20200101000000Z')),
    rule: 'pdf-info',
    found: /Info has ModDate “D:2020/,
  },
  {
    what: 'no title',
    plant: ({ describe, doc }) => {
      describe((xmp) => xmp.replace(/<dc:title>[\s\S]*?<\/dc:title>/, ''));
      asDict(doc.context.lookup(doc.context.trailerInfo.Info))?.delete(name('Title'));
    },
    rule: 'pdf-title',
    found: /no title/,
  },
  {
    what: 'no output intent',
    plant: ({ catalog }) => catalog.delete(name('OutputIntents')),
    rule: 'pdf-output-intent',
    found: /no output intent GTS_PDFX/,
  },
  {
    what: 'the intent of a screen',
    plant: ({ catalog, doc }) => {
      const profile = Buffer.alloc(132);
      profile.writeUInt32BE(132, 0);
      profile.write('mntrRGB ', 12).toString();
      profile.write('acsp', 36);
      const intent = asDict(itemsAt(catalog, 'OutputIntents')[0]) as PDFDict;
      intent.set(name('DestOutputProfile'), doc.context.register(doc.context.stream(profile, { N: 3 })));
    },
    rule: 'pdf-output-intent',
    found: /one of RGB for a screen/,
  },
  {
    what: 'RGB text',
    plant: painted('1 0 0 rg'),
    rule: 'print-text-ink',
    found: /Text is painted in RGB 1 0 0/,
    page: text,
  },
  {
    what: 'rich black text',
    plant: painted('.5 .4 .4 1 k'),
    rule: 'print-text-ink',
    found: /other inks below it/,
    page: text,
  },
  {
    what: 'black text of three inks',
    plant: painted('.9 .8 .8 0 k'),
    rule: 'print-text-ink',
    found: /three inks/,
    page: text,
  },
  {
    what: 'an area in RGB',
    plant: ({ paint }) => paint(text, '1 0 0 rg 100 100 50 50 re f'),
    rule: 'pdf-colour',
    found: /painted in RGB without a profile/,
    page: text,
  },
  {
    what: 'RGB in a pattern in a form',
    plant: ({ doc: { context }, give, paint }) => {
      const tile = context.stream('1 0 0 rg 0 0 1 1 re f', {
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [0, 0, 2, 2],
        XStep: 2,
        YStep: 2,
      });
      const form = context.stream('/Pattern cs /Tile scn 0 0 50 50 re f', {
        Subtype: 'Form',
        BBox: [0, 0, 50, 50],
        Resources: { Pattern: { Tile: context.register(tile) } },
      });
      give(text, 'XObject', 'Outer', context.register(form));
      paint(text, 'q 1 0 0 1 90 90 cm /Outer Do Q');
    },
    rule: 'pdf-colour',
    found: /painted in RGB without a profile/,
    page: text,
  },
  {
    what: 'a group that is mixed in RGB',
    plant: ({ page, object }) => page(text).set(name('Group'), object({ S: 'Transparency', CS: 'DeviceRGB' } as never)),
    rule: 'pdf-transparency',
    found: /mixed in DeviceRGB/,
    page: text,
  },
  {
    what: 'too much ink',
    plant: ({ paint }) => paint(text, '1 .9 .8 .9 k 100 100 50 50 re f'),
    rule: 'print-ink-limit',
    found: /360 % of ink/,
    page: text,
  },
  {
    what: 'too much ink in a picture',
    plant: picture({ Width: 100, Height: 100, ColorSpace: 'DeviceCMYK' }, Buffer.alloc(40_000, 250), 20, 20),
    rule: 'print-ink-limit',
    found: /A picture has 392 % of ink/,
    page: text,
  },
  {
    what: 'too much ink where one colour is multiplied with another',
    plant: ({ doc: { context }, give, paint, object }) => {
      give(text, 'ExtGState', 'Mixed', object({ BM: 'Multiply' } as never));
      const plain = { ExtGState: { Plain: { BM: 'Normal' } } };
      const group = { Subtype: 'Form', BBox: [0, 0, 400, 400], Group: { S: 'Transparency' }, Resources: plain };
      const form = context.stream('/Plain gs .2 .9 .8 .4 k 120 120 50 50 re f', group);
      give(text, 'XObject', 'Group', context.register(form));
      paint(text, 'q .9 .6 0 .4 k 100 100 50 50 re f /Mixed gs /Group Do Q');
    },
    rule: 'print-ink-limit',
    // 92, 96, 80 and 64.
    found: /Ink on ink amounts to 332 %/,
    level: 'warning',
    page: text,
  },
  {
    what: 'too much ink below black that overprints',
    plant: ({ give, paint, object }) => {
      give(text, 'ExtGState', 'Over', object({ OP: true, OPM: 1 } as never));
      paint(
        text,
        '.9 .8 .8 0 k 100 100 50 50 re f q /Over gs 0 0 0 1 k 120 120 50 1 re f Q 0 0 0 0 k 100 100 9 9 re f',
      );
    },
    rule: 'print-ink-limit',
    found: /Ink on ink amounts to 350 %/,
    level: 'warning',
    page: text,
  },
  {
    what: 'too much ink for this paper',
    plant: ({ paint }) => paint(text, '.9 .8 .8 0 k 100 100 50 50 re f'),
    options: { inkLimit: 2.4 },
    rule: 'print-ink-limit',
    found: /250 % of ink/,
    page: text,
  },
  {
    what: 'white that overprints',
    plant: ({ give, paint, object }) => {
      give(text, 'ExtGState', 'Over', object({ OP: true, OPM: 1 } as never));
      paint(text, '/Over gs 0 0 0 0 k 100 100 50 50 re f');
    },
    rule: 'print-overprint',
    found: /white overprints/,
    page: text,
  },
  {
    what: 'white text that overprints',
    plant: (open) => {
      open.give(text, 'ExtGState', 'Over', open.object({ OP: true, OPM: 1 } as never));
      painted('/Over gs 0 0 0 0 k')(open);
    },
    rule: 'print-overprint',
    found: /White text overprints/,
    page: text,
  },
  {
    what: 'black text that knocks out, where it is asked to overprint',
    plant: (open) => {
      open.give(text, 'ExtGState', 'Out', open.object({ OP: false, op: false } as never));
      open.repaint(text, (content) => content.replace(/\/BlackOver gs/g, '/Out gs'));
    },
    options: { black: 'overprint' },
    rule: 'print-overprint',
    found: /Black text knocks out/,
    page: text,
  },
  {
    what: 'black text that overprints in the mode in which no ink is an ink, too',
    plant: (open) => {
      open.give(text, 'ExtGState', 'Zero', open.object({ OP: true, op: true, OPM: 0 } as never));
      open.repaint(text, (content) => content.replace(/\/BlackOver gs/g, '/Zero gs'));
    },
    options: { black: 'overprint' },
    rule: 'print-overprint',
    found: /Black text knocks out/,
    page: text,
  },
  {
    what: 'a hairline',
    plant: ({ paint }) => paint(text, 'q .1 0 0 .1 0 0 cm 1 w 500 500 m 2000 500 l S Q'),
    rule: 'print-hairline',
    found: /0\.10 pt thin/,
    level: 'warning',
    page: text,
  },
  {
    what: 'a line without a width',
    plant: ({ paint }) => paint(text, '0 w 50 50 m 200 50 l S'),
    rule: 'print-hairline',
    found: /0\.00 pt thin/,
    page: text,
  },
  {
    what: 'a picture of 72 pixels to the inch',
    plant: picture({ Width: 100, Height: 100, ColorSpace: 'DeviceGray' }, Buffer.alloc(10_000, 99), 100, 100),
    rule: 'print-resolution',
    found: /72 to the inch/,
    page: text,
  },
  {
    what: 'a picture of 144 pixels to the inch, made larger by a form',
    plant: ({ doc: { context }, give, paint }) => {
      const image = context.stream(Buffer.alloc(10_000, 99), {
        Subtype: 'Image',
        Width: 100,
        Height: 100,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceGray',
      });
      const form = context.stream('q 5 0 0 5 0 0 cm /Picture Do Q', {
        Subtype: 'Form',
        BBox: [0, 0, 9, 9],
        Matrix: [5, 0, 0, 5, 0, 0],
        Resources: { XObject: { Picture: context.register(image) } },
      });
      give(text, 'XObject', 'Outer', context.register(form));
      paint(text, 'q 2 0 0 2 60 60 cm /Outer Do Q');
    },
    rule: 'print-resolution',
    found: /144 to the inch/,
    level: 'warning',
    page: text,
  },
  {
    what: 'no TrimBox',
    plant: ({ page }) => page(3).delete(name('TrimBox')),
    rule: 'print-boxes',
    found: /where it is cut/,
    page: 3,
  },
  {
    what: 'a bleed beyond the sheet',
    plant: ({ page, object }) => page(3).set(name('BleedBox'), object([-500, -500, 2000, 2000])),
    rule: 'print-boxes',
    found: /larger than the sheet/,
    page: 3,
  },
  {
    what: 'a page of another size',
    plant: ({ page, object }) => page(4).set(name('TrimBox'), object([10, 10, 300, 400])),
    rule: 'print-trim-size',
    found: /cut to 102 × 138 mm/,
    level: 'warning',
    page: 4,
  },
  {
    what: 'a CropBox',
    plant: ({ page, object }) => page(4).set(name('CropBox'), object([10, 10, 300, 400])),
    rule: 'print-crop-box',
    found: /less than its sheet/,
    page: 4,
  },
  {
    what: 'nothing said of trapping',
    plant: ({ doc, describe }) => {
      asDict(doc.context.lookup(doc.context.trailerInfo.Info))?.delete(name('Trapped'));
      describe((xmp) => xmp.replace(/<pdf:Trapped>False<\/pdf:Trapped>/, ''));
    },
    rule: 'print-trapped',
    found: /is not said/,
  },
  {
    what: 'an annotation',
    plant: ({ page, object }) =>
      page(5).set(name('Annots'), object([{ Subtype: 'Text', Rect: [10, 10, 20, 20] } as never])),
    rule: 'print-static',
    found: /an annotation \(Text\)/,
    page: 5,
  },
  {
    what: 'a script on a page',
    plant: ({ page, object }) => page(5).set(name('AA'), object({ O: { S: 'JavaScript', JS: string('1') } } as never)),
    rule: 'pdf-scripts',
    found: /\(AA\)/,
    page: 5,
  },
];
