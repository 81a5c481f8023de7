import { parse } from 'postcss';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fromXml } from 'xast-util-from-xml';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { charactersByFace, setLettersIn } from '../../build/fonts/characters.ts';
import { fontRules } from '../../build/fonts/font-rules.ts';
import { readStyle } from '../../build/styles/style.ts';

const { faces } = await readStyle(await openRepository(offprintRoot), 'quarterly', 'epub');

/** Which characters each face sets; hyphens, which may always come, are left out. */
function found(css: string, body: string): Record<string, string> {
  const document = fromXml(
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Title</title></head><body>${body}</body></html>`,
  );
  const used = charactersByFace(faces, setLettersIn(document, fontRules(parse(css))));
  return Object.fromEntries(
    [...used].map(([{ family, weight, italic }, characters]) => [
      `${family} ${weight}${italic ? ' italic' : ''}`,
      [...characters]
        .filter((character) => !'-‐'.includes(character))
        .sort()
        .join(''),
    ]),
  );
}

const text = 'body { font-family: "Source Serif 4", "Noto Serif", serif }';

test('each face has the characters that it sets, and no others', () => {
  assert.equal(found(text, '<p>ab<em>cd<b>e</b></em></p><h1>f</h1>'), {
    'Source Serif 4 400': 'ab',
    'Source Serif 4 400 italic': 'cd',
    'Source Serif 4 600 italic': 'e',
    'Source Serif 4 600': 'f',
  });
});

test('the cascade tells the face', () => {
  const css = `${text} h1 { font-weight: 400 } .x h1 { font-weight: 600 } .note { font: italic 400 0.8em/1.2 "Source Sans 3", sans-serif }`;
  assert.equal(found(css, '<h1>a</h1><div class="x"><h1>b</h1></div><p class="note">c</p>'), {
    'Source Serif 4 400': 'a',
    'Source Serif 4 600': 'b',
    'Source Sans 3 400 italic': 'c',
  });
});

test('inherit gives back what stands around', () => {
  const css = `${text} .section { font: 600 1em "Source Sans 3"; text-transform: uppercase } div .section { font: inherit; text-transform: none }`;
  assert.equal(found(css, '<div><p class="section">a</p></div>'), { 'Source Serif 4 400': 'a' });
});

test('what holds at times counts as well', () => {
  const css = `${text} @media (prefers-color-scheme: dark) { p { font-weight: 600 } } p:first-child { font-style: italic }`;
  assert.equal(found(css, '<p>a</p>'), {
    'Source Serif 4 400': 'a',
    'Source Serif 4 400 italic': 'a',
    'Source Serif 4 600': 'a',
    'Source Serif 4 600 italic': 'a',
  });
});

test('a fallback face has what the first one lacks, a letter with its marks together', () => {
  assert.equal(found(text, '<p>бг\u0483ъ</p>'), { 'Source Serif 4 400': 'бъ', 'Noto Serif 400': 'г\u0483' });
});

test('capitals that the stylesheet makes, text that it adds, and numbers of lists', () => {
  assert.equal(found(`${text} p { text-transform: uppercase } p::before { content: "\\a7 x" }`, '<p>a</p>'), {
    'Source Serif 4 400': 'AXax§',
  });
  assert.equal(found(text, '<ol><li>a</li></ol>'), { 'Source Serif 4 400': '.0123456789a' });
});

test('no face is taken for a family that is not there', () => {
  assert.equal(found('body { font-family: monospace }', '<p>a</p>'), {});
});

test('a face has the letters of attributes that are shown, too', () => {
  const [face] = Object.entries(
    found(`${text} td::before { content: attr(data-head) }`, '<p data-head="z" title="y">a</p>'),
  );
  assert.ok(face?.[1].includes('z'));
  assert.not.ok(face?.[1].includes('y'));
});

test.run();
