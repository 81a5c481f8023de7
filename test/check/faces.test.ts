import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkFaces } from '../../build/check/faces.ts';
import { offprintRoot } from '../../build/disk/repository.ts';
import { composeDocument } from '../../build/galley/galley.ts';
import type { Style } from '../../build/styles/style.ts';
import type { StyleFault } from '../../build/styles/style-error.ts';
import { article, issueOf } from '../epub/sample.ts';
import { theme } from '../galley/compose.ts';
import { removeJournals, styleWith, wishesFor } from '../styles/journal.ts';

const test = suite('check/faces');
test.after(removeJournals);

/** The findings in an article's text under a style. */
async function told(style: Style, body: string, title = 'Plain'): Promise<StyleFault[]> {
  const issue = issueOf([article(1, { front: { authors: [{ name: 'Anon' }] }, title, body })]);
  const tree = await composeDocument(issue, style, theme);
  return checkFaces(issue, tree, style);
}

/** A face without italics, set as the face of the text by a stylesheet. */
const upright = `@font-face { font-family: "Code"; src: url("@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf"); }
:root { --text-face: "Code", "Noto Serif"; }`;

test('emphasis that a face cannot show is an error at the face, once, with the first place and the count', async () => {
  const found = await told(
    await styleWith(upright),
    '<p>a <em>first</em> and <strong>second</strong></p><p>a <em>third</em></p>',
  );
  const errors = found.filter(({ rule }) => rule === 'face-emphasis');
  assert.equal(
    errors.map(({ path, line, found }) => [path, line, found]),
    [
      [
        'styles/ours.css',
        1,
        'Code has no italics, and 2 emphases would be lost: first “first”, in manuscripts/2026-1/paper-1.md:1',
      ],
      [
        'styles/ours.css',
        1,
        'Code has no bold, and an emphasis would be lost: first “second”, in manuscripts/2026-1/paper-1.md:1',
      ],
    ],
  );
  assert.match(errors[0]?.fix ?? '', /@font-face of “Code” with font-style: italic/);
});

test('a face without italics is fine where nothing is in italics, or where a style shows emphasis otherwise', async () => {
  const plain = await told(await styleWith(upright), '<p>plain</p>');
  assert.equal(
    plain.filter(({ rule }) => rule === 'face-emphasis'),
    [],
  );
  const spaced = await styleWith(
    `${upright} em { font-style: inherit; letter-spacing: 0.06em; } strong { font-weight: inherit; }`,
  );
  const found = await told(spaced, '<p>a <em>first</em> and <strong>second</strong></p>');
  assert.equal(
    found.filter(({ rule }) => rule === 'face-emphasis'),
    [],
  );
});

test('the keys italic: and bold: give a face what it lacks', async () => {
  const [code, serif] = ['@expo-google-fonts/source-code-pro', '@expo-google-fonts/noto-serif'];
  const data = await readFile(join(offprintRoot, `node_modules/${code}/400Regular/SourceCodePro_400Regular.ttf`));
  const files = { 'styles/faces/code/Code.ttf': new Uint8Array(data) };
  const body = '<p>a <em>first</em> and <strong>second</strong></p>';
  const without = await styleWith('', wishesFor({}, { text: 'faces/code' }), files);
  assert.match(without.tokens.get('--text-face') ?? '', /^"Source Code Pro", "Source Serif 4"/);
  assert.is(without.tokens.get('--head-face'), without.tokens.get('--text-face'));
  const errors = (await told(without, body)).filter(({ rule }) => rule === 'face-emphasis');
  assert.equal(
    errors.map(({ path, column }) => [path, column]),
    [['manuscripts/journal.yaml', 7]],
  );
  assert.match(errors[0]?.fix ?? '', /under faces: in journal\.yaml, as italic:/);
  const mended = await styleWith('', wishesFor({}, { text: 'faces/code', italic: serif, bold: serif }), files);
  assert.equal(
    (await told(mended, body)).filter(({ rule }) => rule === 'face-emphasis'),
    [],
  );
});

test('letters, glyphs and figures that a journal’s own face lacks', async () => {
  const ours = await styleWith('', wishesFor({}, { text: '@expo-google-fonts/eb-garamond', code: 'nothing-here' }));
  assert.equal(
    ours.faults.map(({ path, found }) => [path, found]),
    [
      [
        'manuscripts/journal.yaml',
        'There is no package nothing-here in node_modules, and no folder of fonts of this name in styles/',
      ],
    ],
  );
  const found = await told(
    ours,
    '<p>Ꙗ and Ꙗ, x<sup>−1</sup>, <span class="smallcaps">НАТО</span> <span class="smallcaps">Nato</span></p>',
  );
  assert.equal(
    found.map(({ rule, found }) => [rule, found]),
    [
      [
        'face-letters',
        'EB Garamond lacks a letter of the issue (Ꙗ), 2 in all: Noto Serif sets them, first in manuscripts/2026-1/paper-1.md:1',
      ],
      [
        'face-glyphs',
        'EB Garamond does not have all of the superior glyphs (once: usual ones are made smaller and raised), small capitals (once: capitals are made smaller); first in manuscripts/2026-1/paper-1.md:1',
      ],
    ],
  );
});

test('of the house’s faces nothing is told but small capitals of two makes', async () => {
  const style = await styleWith('');
  assert.equal(await told(style, '<p>x<sup>макс</sup> <em>Ꙗ</em> <span class="smallcaps">Nato</span></p>'), []);
  const [first, ...more] = await told(
    style,
    '<p><span class="smallcaps">Nato</span></p><h3><span class="smallcaps">Nato</span></h3>',
  );
  assert.match(first?.found ?? '', /^Source Sans 3 does not have all of the small capitals \(once/);
  assert.equal(more, []);
});

test.run();
