import { deflateSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startPreflighter } from '../../../build/check/pdf/preflight-in-worker.ts';
import { randomFrom } from '../../pages/random.ts';
import { pageWith, writePdf } from './write-pdf.ts';

/*
 * Bytes that are not a PDF, are broken, or are made to stall a reader end in a diagnostic, and in time: never in a
 * stack trace, never in a hang.
 */
const test = suite('check/pdf/hostile');
const preflighter = startPreflighter(20_000);
test.after(() => preflighter.close());

/** Returns the rules that a file breaks, without that for a missing claim, and the first message. */
async function look(bytes: Uint8Array): Promise<{ rules: string[]; found: string | undefined }> {
  const { clauses } = await preflighter.preflight(bytes);
  const failed = clauses.filter(({ state, rule }) => state === 'failed' && rule !== 'pdf-claim');
  return { rules: failed.map(({ rule }) => rule), found: failed[0]?.findings[0]?.found };
}

const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const plain = pageWith('0 0 10 10 re f');
const form = (content: string, dict = '') => ({
  dict: `/Subtype /Form /BBox [0 0 9 9] ${dict}`,
  data: Buffer.from(content),
});
const gigabyte = deflateSync(Buffer.alloc(2 ** 30), { level: 9 });

const unreadable: [what: string, bytes: Uint8Array, found: RegExp][] = [
  ['nothing', new Uint8Array(), /is not a PDF/],
  ['a text that was renamed', Buffer.from('Dear editors, 1 0 obj '.repeat(1000)), /is not a PDF/],
  ['a file that was cut off', plain.subarray(0, plain.length - 60), /breaks off/],
  [
    'a file whose line ends were changed',
    Buffer.from(Buffer.from(plain).toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
    /not where/,
  ],
  ['no catalogue', writePdf(['[1 2]']), /no catalogue/],
  ['no page tree', writePdf(['<< /Type /Catalog >>']), /no page tree/],
  ['no pages', writePdf([catalog, '<< /Type /Pages /Kids [] /Count 0 >>']), /no pages/],
  [
    'a page tree that comes round to itself',
    writePdf([catalog, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
    /comes round/,
  ],
  ['pages that are not there', writePdf([catalog, '<< /Type /Pages /Kids [9 0 R] /Count 1 >>']), /page is missing/],
  [
    'a page tree of a thousand floors',
    writePdf([
      catalog,
      ...Array.from({ length: 1000 }, (_, i) => `<< /Type /Pages /Kids [${i + 3} 0 R] >>`),
      '<< /Type /Page >>',
    ]),
    /200 deep/,
  ],
  [
    'a form that paints itself',
    pageWith('/F Do', '/XObject << /F 5 0 R >>', [form('/F Do', '/Resources << /XObject << /F 5 0 R >> >>')]),
    /without end/,
  ],
  [
    'forms that paint each other a million times a million times',
    pageWith(
      '/F Do',
      '/XObject << /F 5 0 R >>',
      Array.from({ length: 12 }, (_, i) =>
        form('/F Do '.repeat(100), `/Resources << /XObject << /F ${i + 6} 0 R >> >>`),
      ),
    ),
    /million things/,
  ],
  ['a state saved again and again', pageWith('q '.repeat(10_000)), /saves its state/],
  ['marked content without an end', pageWith('/P BMC '.repeat(10_000)), /Marked content on page 1 is 200 deep/],
  ['content that swells to a gigabyte', pageOfZeros(), /more than 512 MB/],
  [
    'objects in a stream that swells to a gigabyte',
    writePdf([catalog, { dict: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', data: gigabyte }]),
    /more than 512 MB/,
  ],
  [
    'content that is damaged',
    writePdf([
      catalog,
      '<< /Type /Pages /Kids [3 0 R] >>',
      '<< /Type /Page /Contents 4 0 R >>',
      { dict: '/Filter /FlateDecode', data: Buffer.from('xxxxxxxx') },
    ]),
    /damaged/,
  ],
];

function pageOfZeros(): Uint8Array {
  const page = '<< /Type /Page /Contents 4 0 R >>';
  return writePdf([
    catalog,
    '<< /Type /Pages /Kids [3 0 R] >>',
    page,
    { dict: '/Filter /FlateDecode', data: gigabyte },
  ]);
}

for (const [what, bytes, found] of unreadable) {
  test(what, async () => {
    const result = await look(bytes);
    assert.equal(result.rules, ['pdf-readable']);
    assert.match(result.found ?? '', found);
  });
}

test('arrays in arrays in arrays are taken as damage', async () => {
  const deep = pageWith('', '', [`${'['.repeat(200_000)}${']'.repeat(200_000)}`]);
  assert.ok((await look(deep)).rules.every((rule) => rule === 'pdf-readable'));
});

test('rings of tags, bookmarks and names are walked once', async () => {
  const ring = writePdf([
    '<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R /Outlines 7 0 R /Names << /Dests 9 0 R >> /PageLabels 9 0 R /MarkInfo << /Marked true >> /Metadata 10 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Annots [<< /Subtype /Link /Dest (x) >>] >>',
    '<< >>',
    '<< /Type /StructTreeRoot /K 6 0 R /ParentTree 9 0 R /RoleMap << /A /B /B /A >> >>',
    '<< /Type /StructElem /S /A /P 5 0 R /K [6 0 R 5 0 R] >>',
    '<< /First 8 0 R >>',
    '<< /Title (A) /Next 8 0 R /First 8 0 R /Dest (x) >>',
    '<< /Kids [9 0 R] >>',
    {
      dict: '/Subtype /XML',
      data: Buffer.from(
        '<x:x xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/></rdf:RDF></x:x>',
      ),
    },
  ]);
  const { rules } = await look(ring);
  for (const rule of ['tags-roles', 'pdf-outline', 'pdf-targets', 'pdf-page-labels'])
    assert.ok(rules.includes(rule), rule);
});

test('a file that takes too long is given up, and the next is looked at', async () => {
  const quick = startPreflighter(1);
  try {
    const { clauses } = await quick.preflight(plain);
    assert.match(clauses[0]?.findings[0]?.found ?? '', /took more than/);
  } finally {
    await quick.close();
  }
  assert.equal(await look(plain), { rules: [], found: undefined });
});

test('a thousand files with bytes changed by chance end in diagnostics', async () => {
  const chance = randomFrom(7);
  const rich = pageWith(
    'q 1 0 0 1 5 5 cm /P <</MCID 0>> BDC BT /F 9 Tf (abc) Tj [(a) 3 <62>] TJ ET EMC /X Do /S sh BI /W 1 /H 1 /CS /G ID x EI Q /Pattern cs /T scn 1 2 3 4 re f',
    '/Font << /F 5 0 R >> /XObject << /X 6 0 R >> /ColorSpace << /C [/Indexed /DeviceRGB 1 <000000ffffff>] >> /Pattern << /T 7 0 R >>',
    [
      '<< /Type /Font /Subtype /TrueType /BaseFont /Abc /Encoding << /Differences [97 /a /b /.notdef] >> /ToUnicode 4 0 R >>',
      { dict: '/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /C', data: Buffer.from('x') },
      { dict: '/PatternType 1 /PaintType 1 /BBox [0 0 1 1]', data: Buffer.from('1 0 0 rg 0 0 1 1 re f') },
    ],
  );
  for (let i = 0; i < 1000; i++) {
    const bytes = Buffer.from(rich);
    for (let n = 0; n < 4; n++) bytes[Math.floor(chance() * bytes.length)] = 32 + Math.floor(chance() * 96);
    for (const { findings } of (await preflighter.preflight(bytes)).clauses)
      for (const { found } of findings) assert.not.match(found, /undefined|NaN|\[object/);
  }
});

test.run();
