import { PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { savePdf } from '../../build/pdf/save-pdf.ts';

const test = suite('pdf/save-pdf');

test('other programs read what was written, whatever numbers its objects have', async () => {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([100, 200]).drawLine({ start: { x: 0, y: 0 }, end: { x: 9, y: 9 } });
  const refs = Array.from({ length: 1000 }, (_, i) => document.context.register(PDFNumber.of(i)));
  const [gap] = refs;
  if (gap) document.context.delete(gap);
  document.catalog.set(PDFName.of('Numbers'), document.context.obj(refs.slice(1)));
  await document.flush();
  const bytes = await savePdf(document);
  assert.ok(Buffer.from(bytes).equals(await savePdf(document)));
  const read = await PDFDocument.load(bytes, { updateMetadata: false });
  assert.equal(read.getPage(0).getSize(), { width: 100, height: 200 });
  const numbers = read.catalog.lookup(PDFName.of('Numbers'));
  assert.match(String(numbers), ' R');
  assert.is(String(read.context.lookup(refs[999])), '999');
});

test.run();
