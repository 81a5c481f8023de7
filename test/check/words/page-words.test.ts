import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
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

test('what is missing, what is in another order, what is in pieces, is found', async () => {
  assert.match((await faults(['Every single word of it']))[0] ?? '', 'lacks text');
  assert.match((await faults(['word Every']))[0] ?? '', 'lacks text');
  assert.match((await faults(['Every wordof it']))[0] ?? '', 'in pieces, or run into another: “wordof”');
  assert.match((await faults(['Every word', 'and more']))[0] ?? '', 'The PDF has 1 pages');
});

test.run();
