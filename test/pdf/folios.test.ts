import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { readFolios } from '../../build/pdf/folios.ts';
import { siteWith } from '../browser/site-with.ts';

const page = (id: string) => `<p style="break-after: page"><span id="${id}">${id}</span></p>`;
const ids = ['cover', 'back', 'a1', 'a1-sec-x', 'a2_Fig'];
const links = ids.map((id) => `<a href="#${id}">x</a>`).join(' ');
const site = await siteWith(`${ids.map(page).join('')}<p id="unlinked">${links} <a href="#nowhere">x</a></p>`);
const chrome = await startChrome();
const pdf = await chrome.withPage(site, (opened) => opened.pdf());
await chrome.close();

test('each id that is linked to has the folio of its page', async () => {
  assert.equal(
    [...(await readFolios(pdf, 1, 0))],
    [
      ['a1', '3'],
      ['a1-sec-x', '4'],
      ['a2_Fig', '5'],
      ['back', '2'],
      ['cover', '1'],
    ],
  );
});

test('pages before the first that is counted have none', async () => {
  assert.equal(
    [...(await readFolios(pdf, 47, 2))],
    [
      ['a1', '47'],
      ['a1-sec-x', '48'],
      ['a2_Fig', '49'],
    ],
  );
});

test('a document without links has no folios', async () => {
  const other = await startChrome();
  const plain = await other.withPage(await siteWith('<p id="a">x</p>'), (opened) => opened.pdf());
  await other.close();
  assert.is((await readFolios(plain, 1, 0)).size, 0);
});

test.run();
