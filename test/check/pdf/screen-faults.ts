import { type PDFArray, PDFBool, type PDFDict } from '@cantoo/pdf-lib';
import { asDict, asNumber, dictAt, itemsAt, numberAt, valueAt } from '../../../build/pdf-reading/file/objects.ts';
import { name, type Open, string } from './change.ts';
import type { Fault } from './test-faults.ts';

/** A page with text and links in the first article, and one with its table. */
const text = 6;

/** Faults for the screen PDF. */
export const screenFaults: Fault[] = [
  {
    what: 'no identifier',
    plant: ({ doc }) => delete doc.context.trailerInfo.ID,
    rule: 'pdf-id',
    found: /no identifier/,
  },
  {
    what: 'another standard in the metadata',
    plant: ({ describe }) => describe((xmp) => xmp.replace(/(pdfaid:part(?:>|="))2/, '$11')),
    rule: 'pdf-claim',
    found: /pdfaid:part 1/,
  },
  {
    what: 'metadata that differ from Info',
    plant: ({ describe }) => describe((xmp) => xmp.replace(/(<dc:title>[\s\S]*?)Plates/, '$1Gates')),
    rule: 'pdf-info',
    found: /Info has Title “.*Plates.*”.*Gates/,
  },
  {
    what: 'a title that is not shown',
    plant: ({ catalog }) => dictAt(catalog, 'ViewerPreferences')?.set(name('DisplayDocTitle'), PDFBool.False),
    rule: 'pdf-title',
    found: /file’s name/,
  },
  {
    what: 'no output intent',
    plant: ({ catalog }) => catalog.delete(name('OutputIntents')),
    rule: 'pdf-output-intent',
    found: /no output intent/,
  },
  {
    what: 'an output intent for something else',
    plant: ({ catalog }) => asDict(itemsAt(catalog, 'OutputIntents')[0])?.set(name('S'), name('GTS_PDFX')),
    rule: 'pdf-output-intent',
    found: /only GTS_PDFX/,
  },
  {
    what: 'a profile that is cut off',
    plant: ({ catalog, doc }) => {
      const intent = asDict(itemsAt(catalog, 'OutputIntents')[0]) as PDFDict;
      const whole = doc.context.stream(Buffer.alloc(200).fill('acsp', 36, 40), { N: 3 });
      whole.getContents().set([0, 0, 12, 0]);
      intent.set(name('DestOutputProfile'), doc.context.register(whole));
    },
    rule: 'pdf-output-intent',
    found: /of its 3072 bytes only 200/,
  },
  {
    what: 'data in another file',
    plant: ({ doc }) => doc.context.register(doc.context.stream('x', { F: string('elsewhere.bin') })),
    rule: 'pdf-streams',
    found: /in another file/,
  },
  {
    what: 'a script',
    plant: ({ catalog, object }) =>
      catalog.set(name('OpenAction'), object({ S: 'JavaScript', JS: string('app.alert(1)') } as never)),
    rule: 'pdf-scripts',
    found: /JavaScript/,
  },
  {
    what: 'another file',
    plant: ({ doc }) => doc.context.register(doc.context.stream('x', { Type: 'EmbeddedFile' })),
    rule: 'pdf-attachments',
    found: /another file/,
  },
  {
    what: 'a font that the style has not',
    plant: () => {},
    options: { faces: ['SourceSerif4-Regular'] },
    rule: 'pdf-faces',
    found: /none of the style’s faces/,
  },
  {
    what: 'a font that is not embedded',
    plant: ({ pages }) => {
      const fonts = dictAt(dictAt(pages[text - 1]?.dict, 'Resources'), 'Font') as PDFDict;
      const font = asDict(fonts.values().map((one) => fonts.context.lookup(one))[0]) as PDFDict;
      dictAt(asDict(itemsAt(font, 'DescendantFonts')[0]), 'FontDescriptor')?.delete(name('FontFile2'));
    },
    rule: 'pdf-font-embedded',
    found: /is not in the file/,
  },
  {
    what: 'a font of drawings',
    plant: ({ give, paint, doc }) => {
      const { context } = doc;
      const font = context.obj({
        Type: 'Font',
        Subtype: 'Type3',
        Name: 'Drawn',
        FontBBox: [0, 0, 1, 1],
        FontMatrix: [1, 0, 0, 1, 0, 0],
        CharProcs: { a: context.register(context.stream('1 0 d0 0 0 1 1 re f')) },
        Encoding: { Type: 'Encoding', Differences: [97, 'a'] },
        FirstChar: 97,
        LastChar: 97,
        Widths: [1],
      });
      give(text, 'Font', 'Drawn', font);
      paint(text, '/Artifact BMC BT /Drawn 9 Tf 50 50 Td (a) Tj ET EMC');
    },
    rule: 'pdf-font-drawn',
    found: /Drawn is a set of drawings/,
    page: text,
  },
  {
    what: 'a font that does not say what its glyphs are',
    plant: ({ doc }) => {
      const font = doc.context
        .enumerateIndirectObjects()
        .map(([, object]) => asDict(object))
        .find((dict) => dict?.get(name('Subtype')) === name('Type0'));
      font?.delete(name('ToUnicode'));
    },
    rule: 'pdf-font-unicode',
    found: /does not say which characters/,
  },
  {
    what: 'glyphs that are said to be U+0000',
    plant: ({ doc }) => {
      const fonts = doc.context.enumerateIndirectObjects().map(([, object]) => asDict(object));
      const font = fonts.find((dict) => dict?.get(name('Subtype')) === name('Type0'));
      const all = Array.from({ length: 2000 }, (_, code) => `<${code.toString(16).padStart(4, '0')}> <0000>`);
      font?.set(
        name('ToUnicode'),
        doc.context.register(doc.context.stream(`2000 beginbfchar ${all.join(' ')} endbfchar`)),
      );
    },
    rule: 'pdf-font-unicode',
    found: /said to be U\+0000, which is not a character/,
  },
  {
    what: 'a glyph that is not there',
    plant: ({ repaint }) =>
      repaint(text, (content) => content.replace(/(\/F\d+ [\d.]+ Tf\s[^<]*)<[\dA-F]{4}>/, '$1<0000>')),
    rule: 'pdf-glyph',
    found: /has no glyph/,
    page: text,
  },
  {
    what: 'inks on a screen',
    plant: ({ paint }) => paint(text, '/Artifact BMC 0 0 0 1 k 20 20 50 50 re f EMC'),
    rule: 'pdf-colour',
    found: /in CMYK without a profile/,
    page: text,
  },
  {
    what: 'tags that are not to be relied on',
    plant: ({ catalog }) => dictAt(catalog, 'MarkInfo')?.set(name('Suspects'), PDFBool.True),
    rule: 'tags-present',
    found: /may be wrong/,
  },
  {
    what: 'a word without a tag',
    plant: ({ repaint }) =>
      repaint(text, (content) => content.replace(/\/P <<\/MCID \d+ ?>> ?BDC/, '/P <</Other 1>> BDC')),
    rule: 'tags-cover',
    found: /Text belongs to no tag/,
    page: text,
  },
  {
    what: 'a broken parent tree',
    plant: ({ page, catalog }) => {
      const row = numberAt(page(text), 'StructParents');
      const kids = itemsAt(dictAt(dictAt(catalog, 'StructTreeRoot'), 'ParentTree') as PDFDict, 'Kids');
      const nums = kids.flatMap((kid) => (valueAt(kid as PDFDict, 'Nums') as PDFArray).asArray());
      const at = nums.findIndex((number, i) => i % 2 === 0 && asNumber(number) === row);
      const list = catalog.context.lookup(nums[at + 1]) as PDFArray;
      list.set(0, list.get(list.size() - 1));
    },
    rule: 'tags-tree',
    found: /does not name it/,
    page: text,
  },
  {
    what: 'a tag that nobody knows',
    plant: ({ tag }) => tag('P').dict.set(name('S'), name('Blob')),
    rule: 'tags-roles',
    found: /The tag Blob/,
  },
  {
    what: 'a figure that says nothing',
    plant: ({ tag }) => tag('Figure').dict.delete(name('Alt')),
    rule: 'tags-alt',
    found: /figure says nothing/,
    page: 1,
  },
  {
    what: 'a figure that says its file’s name',
    plant: ({ tag }) => tag('Figure').dict.set(name('Alt'), string('plate.png')),
    rule: 'tags-alt-words',
    found: /plate\.png/,
    page: 1,
  },
  {
    what: 'a heading level left out',
    plant: ({ tag }) => tag('H3').dict.set(name('S'), name('H5')),
    rule: 'tags-headings',
    found: /level 5 follows one of level 2/,
  },
  {
    what: 'a head cell that does not say what it heads',
    plant: ({ tags }) => {
      for (const { dict, type } of tags) if (type === 'TH') for (const key of ['A', 'ID']) dict.delete(name(key));
    },
    rule: 'tags-tables',
    found: /head cell/,
  },
  {
    what: 'an item without a body',
    plant: ({ tag }) => tag('LBody').dict.set(name('S'), name('Span')),
    rule: 'tags-lists',
    found: /A Span stands in a LI/,
  },
  {
    what: 'a note without an identifier',
    plant: ({ tag }) => tag('Note').dict.delete(name('ID')),
    rule: 'tags-notes',
    found: /no identifier/,
  },
  {
    what: 'a link without words',
    plant: ({ pages }) => linksOf(pages)[0]?.delete(name('Contents')),
    rule: 'tags-links',
    found: /does not say in words/,
  },
  {
    what: 'a Tab key that goes its own way',
    plant: ({ pages }) => pages.find(({ dict }) => dict.has(name('Annots')))?.dict.delete(name('Tabs')),
    rule: 'pdf-tab-order',
    found: /Tab key/,
  },
  {
    what: 'no language',
    plant: ({ catalog }) => catalog.delete(name('Lang')),
    rule: 'pdf-language',
    found: /what language/,
  },
  {
    what: 'a language that is none',
    plant: ({ tag }) => tag('P').dict.set(name('Lang'), string('very_english')),
    rule: 'pdf-language',
    found: /“very_english” is not a language/,
  },
  {
    what: 'no page labels',
    plant: ({ catalog }) => catalog.delete(name('PageLabels')),
    rule: 'pdf-page-labels',
    found: /numbers of its pages/,
  },
  {
    what: 'page labels out of step with the printed folios',
    plant: () => {},
    options: { folios: ['', '', '', '', '7'] },
    rule: 'pdf-page-labels',
    found: /labelled “/,
    page: 5,
  },
  {
    what: 'no bookmarks',
    plant: ({ catalog }) => catalog.delete(name('Outlines')),
    rule: 'pdf-outline',
    found: /no bookmarks/,
  },
  {
    what: 'a bookmark that leads to nowhere',
    plant: ({ catalog }) => dictAt(dictAt(catalog, 'Outlines'), 'First')?.set(name('Dest'), string('nowhere')),
    rule: 'pdf-outline',
    found: /leads to no page/,
  },
  {
    what: 'a link that leads to nowhere',
    plant: ({ pages }) =>
      linksOf(pages)
        .find((link) => link.has(name('Dest')))
        ?.set(name('Dest'), string('nowhere')),
    rule: 'pdf-targets',
    found: /leads to no page/,
  },
  {
    what: 'a lock',
    plant: ({ doc }) => {
      doc.context.trailerInfo.Encrypt = doc.context.register(doc.context.obj({ Filter: 'Standard', V: 1 }));
    },
    rule: 'pdf-unlocked',
    found: /encrypted/,
  },
];

function linksOf(pages: Open['pages']): PDFDict[] {
  return pages.flatMap(({ dict }) => itemsAt(dict, 'Annots').flatMap((item) => asDict(item) ?? []));
}
