import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fromXml } from 'xast-util-from-xml';
import type { DocumentFacts } from '../../build/pdf/document-facts.ts';
import { setMetadata } from '../../build/pdf/metadata.ts';
import { savePdf } from '../../build/pdf/save-pdf.ts';
import type { Claims } from '../../build/pdf/xmp.ts';

const test = suite('pdf/metadata');

const about: DocumentFacts = {
  title: 'Ї & <“Q”> (\\)\u0001',
  creators: ['Анна Müller', 'B. C.'],
  description: 'One; two',
  keywords: ['one', 'два'],
  publisher: 'P',
  rights: 'A. B. CC-BY-4.0',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  languages: ['uk', 'en-GB'],
  date: new Date('2015-09-01T00:00:00Z'),
  doi: '10.5555/12345678',
  identifier: 'urn:uuid:6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  journal: 'J',
  issn: { print: '1234-5679' },
  volume: '1',
  number: '2',
  coverDate: 'September 2015',
  pages: { first: '45', last: '52' },
};

async function write(claims: Claims, description = about): Promise<{ bytes: Uint8Array; info: string[]; xmp: string }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage();
  setMetadata(document, description, claims, Buffer.from('seed'));
  const bytes = await savePdf(document);
  const read = await PDFDocument.load(bytes, { updateMetadata: false });
  const info = read.context.lookup(read.context.trailerInfo.Info, PDFDict);
  const xmp = read.catalog.lookup(PDFName.of('Metadata'));
  assert.ok(xmp instanceof PDFRawStream && !xmp.dict.has(PDFName.of('Filter')));
  return {
    bytes,
    info: ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'].map((key) => {
      const value = info.lookup(PDFName.of(key));
      return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
    }),
    xmp: new TextDecoder().decode(xmp.contents),
  };
}

/** The words of a property. */
function property(xmp: string, name: string): string[] {
  const inside = new RegExp(`<${name}>(.*?)</${name}>`).exec(xmp)?.[1] ?? '';
  return inside
    .split(/<[^>]*>/)
    .filter(Boolean)
    .map((text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

test('the packet is XML, and says the same as the document information', async () => {
  const { info, xmp } = await write({ pdfa: { part: 2, conformance: 'A' }, pdfua: 1 });
  fromXml(xmp.replace(/<\?xpacket.*?\?>/g, ''));
  assert.match(xmp, '<rdf:Description rdf:about=""');
  const [title, author, subject, keywords, creator, producer, created, modified] = info;
  assert.equal(property(xmp, 'dc:title'), [title?.replace('\u0001', '')]);
  assert.is(property(xmp, 'dc:creator').join('; '), author);
  assert.equal(property(xmp, 'dc:description'), [subject]);
  assert.equal(property(xmp, 'pdf:Keywords'), [keywords]);
  assert.equal(property(xmp, 'xmp:CreatorTool'), [creator]);
  assert.equal(property(xmp, 'pdf:Producer'), [producer]);
  assert.equal(property(xmp, 'xmp:CreateDate'), ['2015-09-01T00:00:00Z']);
  assert.equal([created, modified], ['D:20150901000000Z', 'D:20150901000000Z']);
  assert.equal(property(xmp, 'dc:language'), ['uk', 'en-GB']);
  assert.equal(property(xmp, 'prism:pageRange'), ['45-52']);
  assert.equal(property(xmp, 'dc:identifier'), ['doi:10.5555/12345678']);
});

test('it claims what it is asked to claim, and describes what PDF/A does not know', async () => {
  const screen = (await write({ pdfa: { part: 2, conformance: 'A' }, pdfua: 1 })).xmp;
  assert.equal(property(screen, 'pdfaid:part'), ['2']);
  assert.equal(property(screen, 'pdfuaid:part'), ['1']);
  for (const name of ['prism', 'pdfuaid']) assert.ok(screen.includes(`<pdfaSchema:prefix>${name}<`), name);
  const press = (await write({ pdfx: 'PDF/X-4' })).xmp;
  assert.equal(property(press, 'pdfxid:GTS_PDFXVersion'), ['PDF/X-4']);
  assert.equal(property(press, 'pdf:Trapped'), ['False']);
  assert.not.match(press, 'pdfaid:part>');
});

test('what is not known leaves no empty element', async () => {
  const { doi, description, rights, licence, pages, ...rest } = about;
  const poor = {
    ...rest,
    creators: [],
    keywords: [],
    issn: {},
    doi: undefined,
    description: undefined,
    rights: undefined,
    licence: undefined,
    pages: undefined,
  };
  const { info, xmp } = await write({}, poor);
  assert.not.match(xmp, /<([\w:]+)><\/\1>|undefined/);
  assert.equal(info.slice(1, 4), ['', '', '']);
  assert.equal(property(xmp, 'dc:identifier'), [about.identifier]);
});

test('the same facts give the same bytes; others give another file identifier', async () => {
  const [one, same, other] = [await write({}), await write({}), await write({}, { ...about, title: 'Other' })];
  assert.ok(Buffer.from(one.bytes).equals(same.bytes));
  const idOf = ({ bytes }: { bytes: Uint8Array }) => {
    const match = /\/ID \[ <(\w+)> <(\w+)> \]/.exec(Buffer.from(bytes).toString('latin1'));
    return [match?.[1], match?.[2]];
  };
  assert.is(idOf(one)[0], idOf(other)[0]);
  assert.is.not(idOf(one)[1], idOf(other)[1]);
});

test.run();
