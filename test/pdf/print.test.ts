import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { printSite } from '../../build/pdf/print.ts';
import { siteWith } from '../browser/site-with.ts';
import { fontsIn } from './fonts-in.ts';

const date = new Date('2015-09-01T00:00:00Z');
const head = '@font-face { font-family: Head; font-weight: 600; src: url(fonts/head.ttf) }';
const chrome = await startChrome();
test.after(() => chrome.close());

test('the same site gives the same bytes, in another browser process and time zone too', async () => {
  const table = '<table><thead><tr><th scope="col">Head</th></tr></thead><tbody><tr><td>Cell</td></tr></tbody></table>';
  const site = await siteWith(
    `<h1 id="a">One</h1><p>Text, <a href="#b">link</a>.</p><p id="b">Other</p>${table}`.repeat(40),
  );
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Chatham';
  const other = await startChrome();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  try {
    const first = await printSite(chrome, site, date);
    // What a browser printed before leaves its mark on the ids of table heads.
    await printSite(other, await siteWith('<p>Before</p>'.repeat(7)), date);
    const second = await printSite(other, site, date);
    assert.ok(Buffer.from(first).equals(second));
  } finally {
    await other.close();
  }
});

test('the PDF says the issue’s date, title and language, and has tags', async () => {
  const site = await siteWith('<h1>One</h1><h2>Two</h2>', '@page { size: 100mm 150mm }');
  const pdf = await PDFDocument.load(await printSite(chrome, site, date), { updateMetadata: false });
  assert.equal(pdf.getCreationDate(), date);
  assert.equal(pdf.getModificationDate(), date);
  assert.is(pdf.getTitle(), 'Try');
  assert.match(String(pdf.catalog.get(PDFName.of('Lang'))), 'en');
  assert.match(String(pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict)), '/Marked true');
  const { width, height } = pdf.getPage(0).getSize();
  // Chrome rounds sheets to whole points.
  assert.ok(Math.abs(width - (100 / 25.4) * 72) < 0.6 && Math.abs(height - (150 / 25.4) * 72) < 0.6);
});

test('a face that only the running head asks for is there in time', async () => {
  const site = await siteWith('<p>Text</p>', `${head} @page { @top-left { content: "Head"; font-family: Head } }`);
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  );
  site.files.set('fonts/head.ttf', { type: 'font/ttf', data: await readFile(file) });
  const names = await fontsIn(await printSite(chrome, site, date));
  assert.equal(names, ['SourceSans3-SemiBold', 'SourceSerif4-Regular']);
});

test('a face or a picture that is missing or broken is named', async () => {
  const site = await siteWith('<p>Text</p><img src="images/gone.png"><img src="images/broken.png">', head);
  site.files.set('images/broken.png', { type: 'image/png', data: 'not a picture' });
  const error = await printSite(chrome, site, date).catch((reason) => reason);
  assert.match(error.message, 'face Head 600 normal');
  assert.match(error.message, 'picture images/gone.png');
  assert.match(error.message, 'picture images/broken.png');
});

test.run();
