import type { RootContent } from 'mdast';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { recognizeForm } from '../../../build/import/form/recognize.ts';
import type { Imported, Look } from '../../../build/import/imported.ts';
import { lineOfTree } from '../../../build/import/words-of-manuscript.ts';
import { words } from '../imported.ts';
import { importedText, long, paragraphOf } from './texts.ts';

const paragraph = (text: string, look: Look = {}) => paragraphOf(text, { size: 12, ...look });

const picture: RootContent = {
  type: 'paragraph',
  children: [{ type: 'image', url: 'picture.png', alt: '' }],
  data: { look: {}, from: { paragraph: 1, words: '' } },
};

/** What a text becomes by its form. */
function recognized(children: RootContent[], title?: string): Imported {
  const imported = importedText(
    children,
    title ? { title: { value: title, confidence: 1, at: { words: title } } } : {},
  );
  recognizeForm({ imported, words, lang: 'en', decided: () => undefined });
  return imported;
}

/** The kinds of blocks, with their words. */
const kindsOf = ({ tree }: Imported): string[] =>
  tree.children.map((node) => `${node.type}: ${lineOfTree(node).slice(0, 30)}`);

test('the lines of a title page are no headings, and one doubt', () => {
  const center: Look = { align: 'center', bold: true, size: 16 };
  const imported = recognized([
    paragraph('University of Dornheim', center),
    paragraph('Faculty of Letters', center),
    paragraph('The Salt Roads of the North', { ...center, size: 24 }),
    paragraph('Master’s Thesis', center),
    paragraph('Supervisor: Prof. Anna Reed', center),
    paragraph('Dornheim 2019', center),
    paragraph('Mills', { bold: true, pageBreakBefore: true }),
    paragraph(long),
  ]);
  assert.is(imported.facts.title?.value, 'The Salt Roads of the North');
  assert.equal(
    imported.tree.children.filter(({ type }) => type === 'heading').map((node) => lineOfTree(node as RootContent)),
    ['Mills'],
  );
  assert.is(imported.doubts.filter(({ found }) => found.startsWith('A title page')).length, 1);
});

test('contents lists that are typed, and headings of those that a program makes, are left out', () => {
  const imported = recognized([
    paragraph('Contents', { bold: true }),
    paragraph('Mills ........ 3'),
    paragraph('Rivers ....... 12'),
    paragraph('Roads 20'),
    paragraph('Mills', { bold: true, size: 14 }),
    paragraph(long),
  ]);
  assert.is(imported.words.changes.filter(({ why }) => /contents list/.test(why)).length, 4);
  assert.not.ok(kindsOf(imported).some((line) => /Contents|Rivers/.test(line)));
});

test('captions have numbers first, of other alphabets, and glued to their words', () => {
  for (const label of [
    '1. ábra A malom',
    'Εικόνα 1 Ο μύλος',
    'Figure 1The mill',
    'Figure S1. The mill',
    'Figura 1‑1 El molino',
    'FIGURE 1, The mill',
  ])
    assert.equal(
      kindsOf(recognized([paragraph(long), picture, paragraph(label), paragraph(long)], 'Mills')).map((line) =>
        line.slice(0, 9),
      ),
      ['paragraph', 'captioned', 'paragraph'],
      label,
    );
});

test('a caption below a picture is known by its look, where none has a label', () => {
  const kinds = kindsOf(
    recognized([paragraph(long), picture, paragraph('The mill in winter', { italic: true })], 'Mills'),
  );
  assert.equal(kinds.at(-1), 'captioned: The mill in winter');
});

test('a caption without its figure is a doubt, and so is a label without words', () => {
  const { doubts } = recognized(
    [paragraph(long), paragraph('Figure 1: Mills by year'), paragraph(long), picture],
    'Mills',
  );
  assert.ok(doubts.some(({ found }) => found === 'A caption without its figure next to it'));
});

test('the line below a figure that says its source belongs to the caption', () => {
  const kinds = kindsOf(
    recognized(
      [paragraph(long), picture, paragraph('Figure 1. Mills'), paragraph('Source: the town'), paragraph(long)],
      'Mills',
    ),
  );
  assert.equal(kinds.slice(1, -1), ['captioned: Mills Source: the town']);
});

test('entries in a row are a bibliography, with and without a heading', () => {
  const entries = [
    'Reed, Anna. 2010. On Mills. Dornheim: Press.',
    'Roe, J., and Max Weiss. 2012. “Salt.” Journal of Roads 3: 1–20.',
    'Stone, Eva. (1999). The river. Dornheim.',
    'Young, C. 2003. Carts. Dornheim: Press.',
  ].map((text) => paragraph(text));
  assert.is(
    kindsOf(recognized([paragraph(long), paragraph(long), ...entries]))
      .at(-1)
      ?.split(':')[0],
    'containerDirective',
  );
  const heading: RootContent = { type: 'heading', depth: 2, children: [{ type: 'text', value: '5 References' }] };
  assert.is(
    kindsOf(recognized([paragraph(long), heading, ...entries]))
      .at(-1)
      ?.split(':')[0],
    'containerDirective',
  );
});

test('quotations are indented on both sides, also short, bold or in the middle', () => {
  const both: Look = { left: 36, right: 36 };
  for (const [text, look] of [
    ['Salt goes by water, and fire by the road.', both],
    ['Salt goes by water, and fire goes by the road, as everybody knows.', { ...both, align: 'center', italic: true }],
    ['Salt goes by water, and fire goes by the road, as everybody knows.', { ...both, bold: true }],
  ] as [string, Look][])
    assert.is(
      kindsOf(recognized([paragraph(long), paragraph(text, look), paragraph(long)]))[1]?.split(':')[0],
      'blockquote',
    );
});

test('quotations stand out behind a colon by their marks, by smaller type, or indented on one side', () => {
  const marked = '“Salt goes by water, and fire goes by the road, as everybody in this town has always known.”';
  const plain = `${marked.slice(1, -1)} So it was written down, and so it has been copied.`;
  const colon = paragraph(`${long} As the clerk writes:`);
  const isQuoted = (before: RootContent, text: string, look: Look = {}): boolean =>
    kindsOf(recognized([paragraph(long), before, paragraph(text, look), paragraph(long)], 'Mills'))[2]?.startsWith(
      'blockquote',
    ) ?? false;
  assert.ok(isQuoted(colon, marked));
  assert.ok(isQuoted(colon, `${marked} (Roe 2010, 12)`));
  assert.ok(isQuoted(colon, plain, { size: 10 }));
  assert.ok(isQuoted(colon, plain, { left: 36 }));
  assert.ok(isQuoted(paragraph(long), plain, { left: 36 }));
  assert.not.ok(isQuoted(paragraph(long), marked));
  assert.not.ok(isQuoted(colon, plain));
});

test('indented paragraphs of other kinds are no quotations', () => {
  const isQuoted = (text: string, look: Look, before = paragraph(long)): boolean =>
    kindsOf(recognized([before, paragraph(text, look), paragraph(long)], 'Mills')).some((one) =>
      one.startsWith('blockquote'),
    );
  const tail = 'the number of carts that came by the road in a year, as far as the clerks counted them at the gate';
  assert.not.ok(isQuoted(`k – ${tail};`, { left: 36 }));
  assert.not.ok(isQuoted(`Carts – ${tail}.`, { left: 36 }));
  assert.not.ok(isQuoted(`1.2.1 - ${tail}.`, { left: 36 }));
  assert.not.ok(isQuoted(`and so on with ${tail}.`, { left: 36 }));
  assert.not.ok(isQuoted(`Most is ${tail}.`, { right: 60 }));
  assert.not.ok(isQuoted(`Figure 3. Most is ${tail}.`, { left: 36, right: 36 }));
  const heading: RootContent = { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Sources' }] };
  const entry = paragraph('Roe, J. 2010. Salt and Carts in the Towns of the North before the Railway. Dornheim.', {
    left: 36,
  });
  assert.not.ok(kindsOf(recognized([paragraph(long), heading, entry], 'Mills')).some((one) => /^blockquote/.test(one)));
});

test.run();
