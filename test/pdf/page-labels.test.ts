import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pageLabels, setPageLabels } from '../../build/pdf/page-labels.ts';

const test = suite('pdf/page-labels');

test('a reader program shows the folios, and names the cover', async () => {
  const document = await PDFDocument.create();
  const folios = ['', '', '97', '98', '99', '100'];
  for (const _ of folios) document.addPage();
  setPageLabels(document, pageLabels(folios, 'Обкладинка'));
  const bytes = await document.save();
  const read = await getDocument({ data: bytes, verbosity: 0 }).promise;
  assert.equal(await read.getPageLabels(), ['Обкладинка', 'Обкладинка 2', '97', '98', '99', '100']);
  await read.loadingTask.destroy();
  assert.match(String(document.catalog.get(PDFName.of('PageLabels'))), /Nums/);
});

test.run();
