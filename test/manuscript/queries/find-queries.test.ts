import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { parseMarkdown } from '../../../build/manuscript/parse.ts';
import { queriesOf } from '../../../build/manuscript/queries/queries-of.ts';
import { readManuscript } from '../../../build/manuscript/read-manuscript.ts';
import { readTree } from '../../../build/manuscript/structure.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

/** A tree without places and without what is said of nodes. */
const bare = (tree: unknown) =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' || key === 'data' ? undefined : value)));

for (const name of await readdir(fixtures)) {
  const folder = join(fixtures, name);
  const [input, without, expected] = await Promise.all(
    ['asked.md', 'without.md', 'queries.json'].map((one) => readFile(join(folder, one), 'utf8')),
  );
  const file = new VFile({ path: 'asked.md', value: input });

  test(`${name}: the queries are found in reading order, each with the word that it is about`, async () => {
    const words = [...String(file).matchAll(/[\p{L}\p{N}]+/gu)];
    const found = queriesOf(file).map(({ text, at, about }) => [
      `${at.line}:${at.column}`,
      text,
      words.find(({ 0: word, index }) => index <= about && about < index + word.length)?.[0],
    ]);
    if (process.env.UPDATE) await writeFile(join(folder, 'queries.json'), `${JSON.stringify(found, null, 1)}\n`);
    assert.equal(found, JSON.parse(expected as string));
  });

  test(`${name}: the article is as it is without them`, () => {
    const other = new VFile({ path: 'asked.md', value: without });
    const [one, two] = [file, other].map((each) => parseMarkdown(new VFile({ path: each.path, value: each.value })));
    assert.equal(bare(one), bare(two));
    assert.is(textOf(one as never).match(/ASK:/g)?.length, without?.match(/ASK:/g)?.length);
  });
}

/** The messages on a manuscript with this text. */
function told(text: string): string[] {
  const file = new VFile({ path: 'a.md', value: `---\ntitle: A\n---\n\n${text}\n` });
  const manuscript = readManuscript(file, 'a');
  readTree(manuscript.body, file, {});
  return file.messages
    .map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)
    .filter((one) => /quer|clos/.test(one));
}

test('a query that is not closed, or asks nothing, is told at its line, once', () => {
  assert.equal(told('A word <!-- ASK: which? and on.\n\nMore.'), ['5:8 query-form']);
  assert.equal(told('A word <!-- ASK: which? and on.\n\nMore. <!-- closed -->'), ['5:8 query-form']);
  assert.equal(told('A word.\n\n<!-- ASK: which?\n\nMore.'), ['7:1 html-closed']);
  assert.equal(told('A word.<!-- ASK: -->'), ['5:8 query-form']);
  assert.equal(told('A word.<!-- ASK -->'), ['5:8 query-form']);
  assert.equal(told('A word.<!-- ASKED --><!-- ask: me --><!-- TODO ASK: x -->'), []);
});

test('a query in the front matter is told; in a comment of YAML it is nobody’s', () => {
  const file = new VFile({ path: 'a.md', value: '---\ntitle: A <!-- ASK: b? -->\n# <!-- ASK: c? -->\n---\n\nText.\n' });
  parseMarkdown(file);
  assert.equal(
    file.messages.map(({ line, ruleId }) => `${line} ${ruleId}`),
    ['2 query-form'],
  );
});

test('in text that looks like code and is none it is found', () => {
  const file = new VFile({
    path: 'a.md',
    value: '---\ntitle: A\n---\n\n!!! note "Title"\n    Words <!-- ASK: who? -->\n',
  });
  assert.equal(
    queriesOf(file).map(({ text, at }) => [text, at.line]),
    [['who?', 6]],
  );
});

test.run();
