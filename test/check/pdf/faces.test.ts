import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../../build/browser/browser.ts';
import { preflight } from '../../../build/check/pdf/preflight.ts';
import { postScriptName } from '../../../build/pdf/postscript-name.ts';
import { siteWith } from '../../browser/site-with.ts';
import { pageWith } from './write-pdf.ts';

const chrome = await startChrome();
test.after(() => chrome.close());

/** Returns the findings about fonts in a document set in one face, Text, as every build looks for them. */
async function check(body: string, css?: string): Promise<string[]> {
  const site = await siteWith(body, css);
  const pdf = await chrome.withPage(site, (page) => page.pdf());
  const data = site.files.get('fonts/text.ttf')?.data as Uint8Array;
  const { clauses } = await preflight(pdf, { profile: 'print', faces: [postScriptName(data)], quick: true });
  return clauses
    .filter(({ rule }) => /^pdf-fa|^pdf-font-(em|dr)/.test(rule))
    .flatMap(({ rule, findings }) => findings.map(({ found }) => `${rule}: ${found}`));
}

test('a document in the style’s faces is right', async () => {
  assert.equal(await check('<p>Text, 1 fi <span lang="uk">їжак</span></p>'), []);
});

test('a face of the machine’s own is reported', async () => {
  const found = await check('<p>Text <code style="font-family: monospace">code</code></p>');
  assert.is(found.length, 1);
  assert.match(found[0] ?? '', /^pdf-faces: The font .* is none of the style’s faces/);
});

test('a bold that Chrome draws itself is reported', async () => {
  const found = await check('<p>Text <b>bold</b></p>');
  assert.equal(found, ['pdf-font-drawn: The font SourceSerif4-Regular is a set of drawings (Type 3)']);
});

test('a look at the structure alone finds no less, whoever wrote the file and however broken it is', async () => {
  const links = pageWith('', '', [], '/Annots [<< /Subtype /Link /Dest (nowhere) >>]');
  for (const bytes of [links, links.subarray(0, links.length - 40), Buffer.from('no PDF')]) {
    const [quick, whole] = await Promise.all(
      [true, false].map((quick) => preflight(bytes, { profile: 'screen', quick })),
    );
    const failed = (rules = whole) => rules?.clauses.filter(({ state }) => state === 'failed').map(({ rule }) => rule);
    assert.equal(failed(quick), failed(whole));
    assert.ok((failed(quick) ?? []).length > 0);
  }
});

test('a font that is only named is reported', async () => {
  const named = pageWith('', '', ['<< /Type /Font /Subtype /TrueType /BaseFont /Text >>']);
  const { clauses } = await preflight(named, { profile: 'print', faces: ['Text'], quick: true });
  const states = Object.fromEntries(clauses.map(({ rule, state }) => [rule, state]));
  assert.is(states['pdf-faces'], 'passed');
  assert.is(states['pdf-font-embedded'], 'failed');
});

test.run();
