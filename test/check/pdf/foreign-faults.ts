import type { Profile } from '../../../build/check/pdf/profile.ts';
import type { PdfRuleId } from '../../../build/diagnostics/pdf-rules.ts';
import { pageWith, taggedPage } from './write-pdf.ts';

interface Wrong {
  what: string;
  bytes: Uint8Array;
  profile: Profile;
  rule: PdfRuleId;
  found: RegExp;
}

/**
 * A table of these rows, each of cells in a few letters: `hdd` is a head and two cells; `parts` are its own, in the
 * order of the file.
 */
function table(rows: readonly string[], parts?: readonly string[], cell = ''): Uint8Array {
  const kids: string[] = [];
  const first = 8;
  const objects: string[] = [];
  for (const row of rows) {
    const at = first + objects.length;
    kids.push(`${at} 0 R`);
    objects.push(`<< /S /TR /P 6 0 R /K [${[...row].map((_, i) => `${at + 1 + i} 0 R`).join(' ')}] >>`);
    for (const sign of row)
      objects.push(
        sign === 'h'
          ? `<< /S /TH /P ${at} 0 R /A << /O /Table /Scope /Column >> >>`
          : `<< /S /TD /P ${at} 0 R ${cell} >>`,
      );
  }
  const around = parts?.map((part, i) => {
    objects.push(`<< /S /${part} /P 6 0 R /K [${part === 'Caption' ? '' : (kids[i] ?? '')}] >>`);
    return `${first + objects.length - 1} 0 R`;
  });
  return taggedPage(`<< /S /Table /P 5 0 R /K [${(around ?? kids).join(' ')}] >>`, objects);
}

const screen = { profile: 'screen' as const };
const tables = { ...screen, rule: 'tags-tables' as const };
const marked = (content: string) => taggedPage('<< /S /P /P 5 0 R /Pg 3 0 R /K 0 >>', [], '/Lang (en)', content);
const show = 'BT /F 9 Tf (a) Tj ET';
const simple = (font: string, string: string) =>
  pageWith(`BT /F 9 Tf ${string} Tj ET`, `/Font << /F << /Type /Font ${font} >> >>`);

/** Faults that the standards forbid. */
export const foreignFaults: Wrong[] = [
  {
    what: 'decoration inside what a tag has',
    bytes: marked(`/P <</MCID 0>> BDC /Artifact BMC ${show} EMC EMC`),
    ...screen,
    rule: 'tags-cover',
    found: /decoration and belongs to a tag/,
  },
  {
    what: 'what a tag has, inside decoration',
    bytes: marked(`/Artifact BMC /P <</MCID 0>> BDC ${show} EMC EMC`),
    ...screen,
    rule: 'tags-cover',
    found: /decoration and belongs to a tag/,
  },
  {
    what: 'a tag that is mapped to itself',
    bytes: taggedPage('<< /S /P /P 5 0 R >>', [], '', '', '/RoleMap << /P /P >>'),
    ...screen,
    rule: 'tags-roles',
    found: /P is mapped to itself/,
  },
  {
    what: 'rows of different length',
    bytes: table(['hh', 'd']),
    ...tables,
    found: /Row 2 of a table has 1 columns, another 2/,
  },
  {
    what: 'two heads of one table',
    bytes: table(['hh', 'hh', 'dd'], ['THead', 'THead', 'TBody']),
    ...tables,
    found: /2 parts THead/,
  },
  { what: 'a head without a body', bytes: table(['hh', 'dd'], ['THead', 'TFoot']), ...tables, found: /and no body/ },
  {
    what: 'a caption between rows',
    bytes: table(['hh', '', 'dd'], ['THead', 'Caption', 'TBody']),
    ...tables,
    found: /caption of a table stands between/,
  },
  {
    what: 'a cell that goes on below the table',
    bytes: table(['hh', 'dd'], undefined, '/A << /O /Table /RowSpan 3 >>'),
    ...tables,
    found: /below its last row/,
  },
  {
    what: 'a caption at the end of a list',
    bytes: taggedPage('<< /S /L /P 5 0 R /K [8 0 R 9 0 R] >>', ['<< /S /LI /P 6 0 R >>', '<< /S /Caption /P 6 0 R >>']),
    ...screen,
    rule: 'tags-lists',
    found: /Caption stands between/,
  },
  {
    what: 'two headings without a level, side by side',
    bytes: taggedPage('<< /S /Sect /P 5 0 R /K [8 0 R 9 0 R] >>', ['<< /S /H /P 6 0 R >>', '<< /S /H /P 6 0 R >>']),
    ...screen,
    rule: 'tags-headings',
    found: /Two headings without a level stand in one Sect/,
  },
  {
    what: 'text in no language',
    bytes: taggedPage('<< /S /P /P 5 0 R /Pg 3 0 R /K 0 >>'),
    ...screen,
    rule: 'pdf-language',
    found: /nor does its text/,
  },
  {
    what: 'a field of a form without words',
    bytes: pageWith('', '', [], '/Annots [<< /Subtype /Widget /Rect [1 1 9 9] /T (a) /Contents (b) >>]'),
    ...screen,
    rule: 'tags-links',
    found: /Widget does not say in words what it is/,
  },
  {
    what: 'the colours of a device, and no output intent',
    bytes: pageWith('0.5 g 0 0 9 9 re f'),
    ...screen,
    rule: 'pdf-output-intent',
    found: /no output intent GTS_PDFA1/,
  },
  {
    what: 'an ink that is shown in RGB',
    bytes: pageWith('/C cs 1 sc 0 0 9 9 re f', '/ColorSpace << /C [/Separation /Gold /DeviceRGB 9 0 R] >>'),
    profile: 'print',
    rule: 'pdf-colour',
    found: /in RGB without a profile/,
  },
  {
    what: 'letters drawn in outline',
    bytes: pageWith('1 Tr 1 0 0 RG BT /F 9 Tf (a) Tj ET'),
    profile: 'print',
    rule: 'print-text-ink',
    found: /RGB 1 0 0/,
  },
  {
    what: 'a page with two boxes for what is printed',
    bytes: pageWith('', '', [], '/TrimBox [10 10 290 390] /ArtBox [20 20 280 380]'),
    profile: 'print',
    rule: 'print-boxes',
    found: /ArtBox beside its TrimBox/,
  },
  {
    what: 'a picture with a mask of its own, and nothing to mix in',
    bytes: pageWith('/I Do', '/XObject << /I 5 0 R >>', [
      {
        dict: '/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /SMask 6 0 R',
        data: Buffer.from('x'),
      },
      {
        dict: '/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
        data: Buffer.from('x'),
      },
    ]),
    ...screen,
    rule: 'pdf-transparency',
    found: /nothing says in which colours/,
  },
  {
    what: 'a way of mixing that is none',
    bytes: pageWith('/G gs 0 0 9 9 re f', '/ExtGState << /G << /BM /Brighten >> >>'),
    ...screen,
    rule: 'pdf-transparency',
    found: /method Brighten/,
  },
  {
    what: 'an action that no standard knows',
    bytes: pageWith('', '', [], '/Annots [<< /Subtype /Link /A << /S /NOP >> >>]'),
    profile: 'plain',
    rule: 'pdf-scripts',
    found: /action NOP/,
  },
  {
    what: 'a script after a link',
    bytes: pageWith('', '', ['<< /Subtype /Link /A << /S /URI /URI (x) /Next << /S /JavaScript /JS (x) >> >> >>']),
    profile: 'plain',
    rule: 'pdf-scripts',
    found: /action JavaScript/,
  },
  {
    what: 'a control character in a font of letters',
    bytes: simple('/Subtype /TrueType /BaseFont /A /Encoding /WinAnsiEncoding', '<00>'),
    ...screen,
    rule: 'pdf-glyph',
    found: /has no glyph/,
  },
  {
    what: 'a character of private use',
    bytes: pageWith('BT /F 9 Tf (a) Tj ET', '/Font << /F 5 0 R >>', [
      '<< /Type /Font /Subtype /Type1 /BaseFont /A /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>',
      { dict: '', data: Buffer.from('1 beginbfchar <61> <e001> endbfchar') },
    ]),
    ...screen,
    rule: 'pdf-font-unicode',
    found: /private use/,
  },
  ...['0000', 'fffd', 'fffe', 'feff', 'd83fdffe'].map((value) => ({
    what: `a glyph that is said to be U+${value}, beside what stands for it`,
    bytes: pageWith('/Span << /ActualText (b) >> BDC BT /F 9 Tf (a) Tj ET EMC', '/Font << /F 5 0 R >>', [
      '<< /Type /Font /Subtype /Type1 /BaseFont /A /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>',
      { dict: '', data: Buffer.from(`1 beginbfchar <61> <${value}> endbfchar`) },
    ]),
    ...screen,
    rule: 'pdf-font-unicode' as const,
    found: /U\+(0000|FFFD|FFFE|FEFF|1FFFE), which is not a character/,
  })),
  {
    what: 'a glyph beyond the last of its font',
    bytes: pageWith('BT /F 9 Tf <0005> Tj ET', '/Font << /F 5 0 R >>', [
      '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /FontDescriptor << /FontFile2 7 0 R >> >>',
      { dict: '', data: fontOf(3) },
    ]),
    ...screen,
    rule: 'pdf-glyph',
    found: /has no glyph/,
  },
];

/** As much of a TrueType font as says how many glyphs it has. */
function fontOf(glyphs: number): Uint8Array {
  const data = Buffer.alloc(36);
  data.writeUInt16BE(1, 4);
  data.write('maxp', 12, 'latin1');
  data.writeUInt32BE(28, 20);
  data.writeUInt32BE(6, 24);
  data.writeUInt16BE(glyphs, 32);
  return data;
}
