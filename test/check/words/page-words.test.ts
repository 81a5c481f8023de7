import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
import { pageWith } from '../pdf/write-pdf.ts';
import { wordFaults } from './word-faults.ts';

const chrome = await startChrome();
test.after(() => chrome.close());

const body = '<p>Every word of it, the cooper’s ffi, слово.</p><p>An added hyp<span>-</span><br>hen.</p>';
const files = new Map([['x.html', { type: 'text/html; charset=utf-8', data: body }]]);
const pdf = await chrome.withPage({ entry: 'x.html', files }, (page) => page.pdf());

const faults = (pages: string[]) => wordFaults(pdf, pages);

test('the same words are the same, whatever the PDF makes of apostrophes and hyphens', async () => {
  assert.equal(await faults(['Every word of it, the cooper’s ffi, слово.\nAn added hyp\u00adhen.']), []);
});

test('what is missing, or in another order, is found', async () => {
  assert.match((await faults(['Every single word of it']))[0] ?? '', 'lacks text');
  assert.match((await faults(['word Every']))[0] ?? '', 'lacks text');
  assert.match((await faults(['Every word', 'and more']))[0] ?? '', 'x.pdf has 1 pages');
});

test('what a style places, and so is painted after all else, is no fault; what is lost among it is', async () => {
  const placed = pageWith(
    `BT /F 10 Tf 1 0 0 1 20 100 Tm (Running head) Tj 1 0 0 1 20 60 Tm (a note below) Tj 1 0 0 1 20 90 Tm (1. Some placed text) Tj 1 0 0 1 20 80 Tm (that goes on) Tj ET`,
    '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >>',
  );
  assert.equal(await wordFaults(placed, ['Some placed text that goes on\na note below']), []);
  assert.match((await wordFaults(placed, ['Some placed text that goes far\na note below']))[0] ?? '', 'lacks text');
  assert.match((await wordFaults(placed, ['a note below\nSome placed text\na note below']))[0] ?? '', 'lacks text');
});

test.run();
