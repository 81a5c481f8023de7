import type { Profile } from '../../../build/check/pdf/profile.ts';
import type { PdfRuleId } from '../../../build/diagnostics/pdf-rules.ts';
import { pageWith, taggedPage, writePdf } from './write-pdf.ts';

interface Right {
  what: string;
  bytes: Uint8Array;
  profile: Profile;
  /** The rule that once took it for a fault. */
  rule: PdfRuleId;
}

const text = 'BT /F 9 Tf (a) Tj ET';
const composite = (encoding: string, ordering: string) =>
  pageWith('BT /F 9 Tf <30423044> Tj ET', '/Font << /F 5 0 R >>', [
    `<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding ${encoding} /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> >>`,
  ]);
const metadata = (properties: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const annotated = (annotation: string, tag: string) =>
  taggedPage(`<< ${tag} /P 5 0 R /K << /Type /OBJR /Obj 8 0 R >> >>`, [annotation]);

/** Features that the standards allow. */
export const foreignRights: Right[] = [
  {
    what: 'characters of East Asia by their numbers in Adobe’s collections',
    bytes: composite('/UniJIS-UCS2-H', 'Japan1'),
    profile: 'screen',
    rule: 'pdf-font-unicode',
  },
  {
    what: 'code 0 through another map than Identity',
    bytes: pageWith('BT /F 9 Tf <0000> Tj ET', '/Font << /F 5 0 R >>', [
      '<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Subtype /CIDFontType0 >>] >>',
    ]),
    profile: 'screen',
    rule: 'pdf-glyph',
  },
  {
    what: 'a font of letters without an encoding of its own',
    bytes: pageWith(text, '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'),
    profile: 'screen',
    rule: 'pdf-font-unicode',
  },
  {
    what: 'colours that all have profiles, and no output intent',
    bytes: pageWith('/C cs 1 0 0 sc 0 0 9 9 re f', '/ColorSpace << /C [/CalRGB << /WhitePoint [0.95 1 1.09] >>] >>'),
    profile: 'screen',
    rule: 'pdf-output-intent',
  },
  {
    what: 'an output intent for an archive that has no name',
    bytes: writePdf([
      '<< /Type /Catalog /Pages 2 0 R /OutputIntents [<< /S /GTS_PDFA1 >>] >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>',
    ]),
    profile: 'screen',
    rule: 'pdf-output-intent',
  },
  {
    what: 'a language that the tags say, and the file does not',
    bytes: taggedPage('<< /S /P /P 5 0 R /Lang (uk) /K [<< /Type /MCR /Pg 3 0 R /MCID 0 >>] >>'),
    profile: 'screen',
    rule: 'pdf-language',
  },
  {
    what: 'a language that marked content says',
    bytes: taggedPage(
      '<< /S /P /P 5 0 R /Pg 3 0 R /K 0 >>',
      [],
      '',
      '/Span <</MCID 0 /Lang (uk)>> BDC BT /F 9 Tf (a) Tj ET EMC',
    ),
    profile: 'screen',
    rule: 'pdf-language',
  },
  {
    what: 'a mark whose words are in its tag',
    bytes: annotated('<< /Type /Annot /Subtype /Highlight /Rect [1 1 9 9] >>', '/S /Annot /Alt (Yellow)'),
    profile: 'screen',
    rule: 'tags-links',
  },
  {
    what: 'a link outside the page',
    bytes: pageWith('', '', [], '/Annots [<< /Subtype /Link /Rect [900 900 950 950] >>]'),
    profile: 'screen',
    rule: 'tags-links',
  },
  {
    what: 'a figure that stands for nothing',
    bytes: taggedPage('<< /S /Figure /P 5 0 R /Pg 3 0 R /K 0 /ActualText () >>'),
    profile: 'screen',
    rule: 'tags-alt',
  },
  {
    what: 'text in an item of a list, in no part of it',
    bytes: taggedPage('<< /S /L /P 5 0 R /K 8 0 R >>', ['<< /S /LI /P 6 0 R /Pg 3 0 R /K 0 >>']),
    profile: 'screen',
    rule: 'tags-lists',
  },
  {
    what: 'head cells without a scope, where cells name their heads',
    bytes: taggedPage('<< /S /Table /P 5 0 R /K 8 0 R >>', [
      '<< /S /TR /P 6 0 R /K [9 0 R 10 0 R 11 0 R] >>',
      '<< /S /TH /P 8 0 R /ID (a) >>',
      '<< /S /TH /P 8 0 R >>',
      '<< /S /TD /P 8 0 R /A << /O /Table /Headers [(a)] >> >>',
    ]),
    profile: 'screen',
    rule: 'tags-tables',
  },
  {
    what: 'an author whose name has “and” in it',
    bytes: writePdf(
      [
        '<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>',
        {
          dict: '/Subtype /XML',
          data: Buffer.from(
            metadata('<dc:creator><rdf:Seq><rdf:li>Refugees and Citizenship</rdf:li></rdf:Seq></dc:creator>'),
          ),
        },
        '<< /Author (Refugees and Citizenship) >>',
      ],
      '/Info 5 0 R',
    ),
    profile: 'screen',
    rule: 'pdf-info',
  },
  {
    what: 'version 2.0, of a file that claims no standard',
    bytes: Buffer.from(Buffer.from(pageWith('')).toString('latin1').replace('%PDF-1.6', '%PDF-2.0'), 'latin1'),
    profile: 'plain',
    rule: 'pdf-header',
  },
  {
    what: 'a page that stands in the file twice',
    bytes: writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>',
    ]),
    profile: 'plain',
    rule: 'pdf-readable',
  },
  {
    what: 'bytes before the beginning, from which places are counted',
    bytes: Buffer.concat([Buffer.from('junk of a mail program\n'), Buffer.from(pageWith(''))]),
    profile: 'plain',
    rule: 'pdf-readable',
  },
];
