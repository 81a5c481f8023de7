import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { startChrome } from '../../build/browser/browser.ts';
import { checkFonts } from '../../build/pdf/check-fonts.ts';
import type { Face } from '../../build/styles/style.ts';
import { siteWith } from '../browser/site-with.ts';

const chrome = await startChrome();
test.after(() => chrome.close());

/** What is found in a document set in one face, Text. */
async function check(body: string, css?: string): Promise<string[]> {
  const site = await siteWith(body, css);
  const pdf = await chrome.withPage(site, (page) => page.pdf());
  const data = site.files.get('fonts/text.ttf')?.data as Uint8Array;
  const face: Face = { family: 'Text', weight: 400, italic: false, file: 'fonts/text.ttf', data };
  const file = new VFile({ path: 'issue-print.pdf' });
  await checkFonts(file, pdf, [face]);
  assert.ok(file.messages.every(({ ruleId, fatal }) => ruleId === 'font-embedded' && fatal));
  return file.messages.map(({ reason }) => reason);
}

test('a document in the style’s faces is right', async () => {
  assert.equal(await check('<p>Text, 1 fi <span lang="uk">їжак</span></p>'), []);
});

test('a face of the machine’s own is reported', async () => {
  const found = await check('<p>Text <code style="font-family: monospace">code</code></p>');
  assert.is(found.length, 1);
  assert.match(found[0] ?? '', 'is none of the style’s faces');
});

test('a bold that Chrome draws itself is reported', async () => {
  const found = await check('<p>Text <b>bold</b></p>');
  assert.equal(found, ['The font SourceSerif4-Regular is a set of drawings (Type 3)']);
});

test.run();
