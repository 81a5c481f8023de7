import { PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
import type { LoadedUnit } from '../../../build/pdf/printed-unit.ts';
import { savePdf } from '../../../build/pdf/save-pdf.ts';
import { readPrintedTags } from '../../../build/pdf/tags/read-printed-tags.ts';
import { openPdf, openToRead } from '../../../build/pdf-reading/file/open-pdf.ts';
import { makeReadableOf } from '../../pdf/tags/made.ts';

/*
 * Our own reader finds the same in a PDF as pdf-lib’s, which reads any.
 */

const test = suite('pdf-reading/file/open-pdf');
const chrome = await startChrome();
test.after(() => chrome.close());
const { units, screen } = await makeReadableOf(
  chrome,
  new URL('../../pdf/tags/fixtures', import.meta.url).pathname,
  '2026-1',
);
const printed = units[1] as LoadedUnit;
const load = (pdf: Uint8Array) => PDFDocument.load(pdf, { updateMetadata: false });

function describe(object: PDFObject): string {
  const data = object instanceof PDFRawStream ? Buffer.from(object.contents).toString('base64') : '';
  return `${object.constructor.name} ${object} ${data}`;
}

/** Every object of a document, and its header and trailer. */
function all({ context }: PDFDocument): Record<string, string> {
  const { Root, Info, ID } = context.trailerInfo;
  const objects = context.enumerateIndirectObjects().filter(([, object]) => !/\/(XRef|ObjStm)\b/.test(String(object)));
  return {
    header: String(context.header),
    largest: String(context.largestObjectNumber),
    trailer: [Root, Info, ID].map(String).join(' '),
    ...Object.fromEntries(objects.map(([ref, object]) => [String(ref), describe(object)])),
  };
}

for (const [name, pdf] of [
  ['that the browser printed', printed.pdf],
  ['that our passes wrote', screen],
] as const) {
  test(`a PDF ${name} has the same objects for the library`, async () => {
    const [ours, theirs] = [all(openPdf(pdf)), all(await load(pdf))];
    assert.ok(Object.keys(ours).length > 200);
    assert.equal(ours, theirs);
  });
}

test('an object that is replaced or deleted before it is read is never read', () => {
  const document = openPdf(printed.pdf);
  const { context } = document;
  const [first, second, third] = [1, 3, 8].map((number) => PDFRef.of(number)) as [PDFRef, PDFRef, PDFRef];
  context.assign(first, PDFString.of('another'));
  assert.ok(context.delete(second));
  assert.not(context.delete(second));
  assert.is(String(context.lookup(first)), '(another)');
  assert.is(context.lookup(second), undefined);
  const numbers = context.enumerateIndirectObjects();
  assert.is(String(numbers.find(([ref]) => ref === first)?.[1]), '(another)');
  assert.not(numbers.some(([ref]) => ref === second));
  assert.ok(numbers.some(([ref]) => ref === third));
});

test('openToRead keeps no objects, and reads the same', () => {
  const [kept, read] = [openPdf(printed.pdf), openToRead(printed.pdf)];
  const { Root } = read.context.trailerInfo;
  assert.is(kept.context.lookup(Root), kept.context.lookup(Root));
  assert.is.not(read.context.lookup(Root), read.context.lookup(Root));
  assert.is(String(read.context.lookup(Root)), String(kept.context.lookup(Root)));
  assert.is(read.getPageCount(), kept.getPageCount());
  assert.equal([...readPrintedTags(read)], [...readPrintedTags(kept)]);
});

test('two documents of the same bytes can be changed independently', async () => {
  const [one, other] = [openPdf(printed.pdf), openPdf(printed.pdf)];
  const before = String(other.catalog);
  one.catalog.set(PDFName.of('Lang'), PDFString.of('la'));
  one.removePage(0);
  assert.is(String(other.catalog), before);
  assert.is(other.getPageCount(), one.getPageCount() + 1);
  assert.is(openPdf(await savePdf(one)).getPageCount(), one.getPageCount());
});

test('refuses unknown syntax, with its position', async () => {
  const text = Buffer.from(printed.pdf).toString('latin1');
  const changed = (from: string | RegExp, to: string) => Buffer.from(text.replace(from, to), 'latin1');
  assert.throws(() => openPdf(Buffer.from('Not a PDF')), /"Not a PDF" at byte 0, where there should be %PDF-/);
  assert.throws(() => openPdf(printed.pdf.subarray(0, 5000)), /startxref/);
  assert.throws(() => openPdf(changed(/\n\/Root/, '\n/Prev 9\n/Root')), /Prev/);
  assert.throws(() => openPdf(changed('xref\n0 ', 'xref\n1 ')), /a table of all objects/);
  const moved = openPdf(changed('1 0 obj', '2 0 obj'));
  assert.throws(() => moved.context.enumerateIndirectObjects(), /"2 0 obj.*where there should be 1 0 obj/);
  const broken = openPdf(changed('/Length', '/Langth'));
  assert.throws(() => broken.context.enumerateIndirectObjects(), /a stream of the length that it says/);
});

test.run();
