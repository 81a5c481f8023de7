import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { imported } from '../imported.ts';
import { makeWord, paragraph as p, run as r, usualStyles } from '../word/make-word.ts';

const long = 'Salt came by the river and left by cart, as it had for many years before there was a road to the town. ';
const styles = `${usualStyles}<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>`;
const title = (content: string): string => p(content, '<w:pStyle w:val="Title"/>');

test('raised letters and italics within a title are marks, and no words', async () => {
  const up = (words: string): string => r(words, '<w:i/><w:vertAlign w:val="superscript"/>');
  const body =
    title(`${r('The Salt ', '<w:i/>')}${up('(road)')}${r(' and post', '<w:i/>')}${r('-s', '')}${r('alt', '<w:i/>')}`) +
    p(long.repeat(4));
  const made = await imported('salt.docx', makeWord({ styles, body }));
  assert.equal(made.differences, []);
});

test('a heading of notes with nothing below it is left out, and told', async () => {
  const heading = (words: string): string => p(words, '<w:pStyle w:val="H1"/>');
  const body =
    title(r('Salt')) +
    p(`${r(long.repeat(4))}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
    heading('Notes') +
    heading('The Road') +
    p(long.repeat(2));
  const footnotes = `<w:footnote w:id="2">${p('A note.')}</w:footnote>`;
  const made = await imported('salt.docx', makeWord({ styles, body, footnotes }));
  assert.equal(made.differences, []);
  assert.not.match(made.text, /Notes/);
  assert.ok(made.changes.some(({ from, why }) => from === 'Notes' && /^heading of the notes/.test(why)));
});

test('lettered paragraphs with lists between stay words, and lists go on behind z', async () => {
  const numbered = (words: string, id: number): string =>
    p(words, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`);
  const kind = (id: number, format: string, text: string): string =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`;
  const num = (id: number): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  const numbering =
    [kind(1, 'lowerLetter', '%1)'), kind(2, 'decimal', '%1.'), kind(3, 'lowerLetter', '%1.')].join('') +
    [1, 2, 3].map(num).join('');
  const body =
    title(r('Salt')) +
    p(long.repeat(4)) +
    numbered('with a fee', 1) +
    numbered('T. Roe, Carts', 2) +
    numbered('A. Reed, Boats', 2) +
    p('b) without one') +
    numbered('J. Stone, Roads', 2) +
    Array.from({ length: 28 }, (_, i) => numbered(`item ${i}`, 3)).join('');
  const made = await imported('salt.docx', makeWord({ styles, body, numbering }));
  assert.equal(made.differences, []);
  assert.match(made.text, /^a\\\) with a fee$/m);
  assert.match(made.text, /^b\\\) without one$/m);
  assert.match(made.text, /^z\. item 25\naa\. item 26\nbb\. item 27$/m);
});

test('several pictures are described by the words of their caption, without its marks', async () => {
  const made = await imported(
    'salt.md',
    `# Salt\n\n${long.repeat(4)}\n\n:::figure\n![](a.png)\n\n![](b.png)\n\nThe road of [LabView]{lang=en}.\n:::\n`,
  );
  assert.equal(made.differences, []);
});

test.run();
