import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { openRepository } from '../../build/disk/repository.ts';
import { writeManuscript } from '../../build/manuscript/write.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { randomTree } from './random-tree.ts';
import { readAgain, roundTrip } from './same-tree.ts';

/*
 * The law of the writer: reading a written text gives the same tree and the same HTML, and writing that again the same
 * text.
 */

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const repository = await openRepository(fixtures);
const terms = await readTerms(repository);
const journals = [
  `${fixtures}/manuscripts`,
  fileURLToPath(new URL('../../manuscripts', import.meta.url)),
  fileURLToPath(new URL('../../../shared/journals/ukraine-analytica/manuscripts', import.meta.url)),
];

/** The values of front matter; undefined if YAML cannot read them. */
function frontOf(text: string): object | undefined {
  try {
    const value: unknown = parse(/^\uFEFF?---\r?\n([\s\S]*?)\r?\n?---\r?\n/.exec(text)?.[1] ?? '');
    return value && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}

for (const journal of journals) {
  const names = await readdir(journal, { recursive: true }).catch(() => []);
  for (const name of names.filter((file) => file.endsWith('.md') && !file.includes('README')).sort())
    test(`${journal.split('/').at(-2)}: ${name}`, async () => {
      const text = await readFile(`${journal}/${name}`, 'utf8');
      const lang = /^lang: *(\w+)/m.exec(text)?.[1] ?? 'en';
      const { written, again, trees, html } = roundTrip(text, lang, terms);
      assert.equal(trees[1], trees[0]);
      assert.equal(html[1], html[0]);
      assert.is(again, written);
      const front = frontOf(text);
      if (front) assert.equal(frontOf(writeManuscript({ type: 'root', children: [] }, front)), front);
    });
}

test('trees that no manuscript was read to', () => {
  for (let seed = 0; seed < 80; seed++) {
    const { written, again, trees } = readAgain(randomTree(seed), terms);
    assert.equal(trees[1], trees[0], `seed ${seed}`);
    assert.is(again, written);
  }
});

/** What articles from elsewhere had. */
const met = {
  'a loose list in a note': 'A call[^1].\n\n[^1]: 1) One.\n\n    2) Two.\n\n    3) Three.\n\n    An end.\n',
  'a bar in the code of a definition': 'A term\n: One `a|b`\n\n: Another\n\nAn end.\n',
  'an end tag that nothing opens': '<ul>\n<li>One</li>\n</ul>\n</p>\n\nAn end.\n',
  'a label in italics, by hand': '*Table 1*: Ages\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
  'keys and addresses in an alternative text': 'A ![by @roe, or @hill2010](x.png) b [@hill2010, p. 3].\n',
  'a colon behind a call that opens no line': 'Word[^1]: more.\n\n[^1]: Note.\n',
  'a colon behind a call that opens a line': '[^1]\\: more.\n\n[^1]: Note.\n',
  'brackets beside citations':
    'A [b], [<https://example.org>] [@roe2010] [c], \\[d @roe2010 [e]\\], @roe2010 \\[f\\].\n',
  'an address before a space that does not break': 'See \\[there\\](https://example.org/a_b)\u00a0», and on.\n',
};
for (const [name, text] of Object.entries(met))
  test(name, () => {
    const { written, again, trees, html } = roundTrip(text, 'en', terms);
    assert.equal(trees[1], trees[0], written);
    assert.equal(html[1], html[0]);
    assert.is(again, written);
  });

test('no needless backslash', () => {
  const text = 'Word[^1]: see [1], [<https://example.org>] and [@roe2010].\n\n[^1]: Note.\n';
  assert.is(roundTrip(text, 'en', terms).written, text);
});

test('front matter is read as it was written', () => {
  const front = {
    title: 'On: "margins" # and\u00a0more',
    authors: [{ name: 'Анна Мюллер', orcid: '0000-0002-1825-0097' }],
    abstract: 'One.\n\nTwo, with *stars*.',
    keywords: ['yes', '1914', 'поле'],
  };
  const text = writeManuscript({ type: 'root', children: [] }, front);
  assert.equal(frontOf(text), front);
});

test('only what would be read as a mark has a backslash', () => {
  const plain = [
    "Об’єднання, п'ять, don't, snake_case and a * b, 5 < 6 & more; ~5 km, x^2, 20:1, [1914] {sic} $5, a|b, #1.",
    'In 1914. It began - so - and 3) ended -- or not.',
  ];
  for (const words of plain)
    assert.is(
      writeManuscript({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }] }),
      `${words}\n`,
    );
  const marks: [string, string][] = [
    ['1914. It began', '1914\\. It began'],
    ['# No heading', '\\# No heading'],
    ['- no item', '\\- no item'],
    ['> no quotation', '\\> no quotation'],
    [':::box', '\\:::box'],
    ['a *b* c', 'a \\*b\\* c'],
    ['[a](b)', '[a]\\(b)'],
    ['a^b^', 'a\\^b\\^'],
    ['[^1]', '[\\^1]'],
    ['no words {#id}', 'no words \\{#id}'],
    ['p.\u00a05', 'p.\\ 5'],
  ];
  for (const [words, written] of marks)
    assert.is(
      writeManuscript({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }] }),
      `${written}\n`,
    );
});

test.run();
