import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { makeEdits } from '../../build/manuscript/mend/edits.ts';
import { parseMarkdown } from '../../build/manuscript/parse.ts';

/*
 * Markdown that is nearly right is mended before it is read. Findings on it point into the source as its author wrote
 * it.
 */

const folder = fileURLToPath(new URL('fixtures/manuscripts', import.meta.url));

test('places in an edited text lead back to the source', () => {
  const { text, back, isWhole } = makeEdits('one two three', [
    { from: 4, to: 7, text: 'TWO and a half' },
    { from: 13, to: 13, text: '!' },
  ]);
  assert.is(text, 'one TWO and a half three!');
  assert.is(back(0), 0);
  assert.is(back(4), 4);
  assert.is(back(9), 4);
  assert.is(back(text.indexOf('three')), 8);
  assert.ok(isWhole(0, 4));
  assert.not(isWhole(0, 6));
});

test('every word of a mended text stands where it is said to stand', async () => {
  let words = 0;
  for (const name of (await readdir(folder)).filter((one) => one.startsWith('nearly-'))) {
    for (const file of (await readdir(`${folder}/${name}`)).filter((one) => one.endsWith('.md'))) {
      const value = await readFile(`${folder}/${name}/${file}`, 'utf8');
      visit(parseMarkdown(new VFile({ path: file, value })) as Root, 'text', (text) => {
        const { start } = text.position ?? {};
        const word = /^[\p{L}\d]+/u.exec(text.value)?.[0];
        // Pandoc’s captions may have only a colon.
        if (!start || !word || word === 'Table') return;
        const lines = value.split('\n');
        if (start.offset === undefined) {
          // Text joined from pieces has a place on its line, or on one of a row of lines that begins there.
          const near = lines.slice(start.line - 1, start.line + 3).join('\n');
          assert.ok(near.includes(word), `${name}/${file}:${start.line} ${word}`);
        } else {
          assert.is(value.slice(start.offset, start.offset + word.length), word, `${name}/${file}:${start.line}`);
          assert.is(lines[start.line - 1]?.slice(start.column - 1, start.column - 1 + word.length), word);
        }
        words++;
      });
    }
  }
  assert.ok(words > 200, `${words} words`);
});

test('a text that looks like more than it is stays as it is', () => {
  for (const text of [
    'See a) and b) in a line.\n',
    'It was (see\n(1) below) said.\n',
    'A. Smith and\nB. Jones came.\n',
    '`a) code\nb) code`\n',
    '```\na) code\nb) code\n| a |\n##x\n```\n',
    '<div>\na) x\nb) y\n</div>\n',
    'Words #1 and #tag, |x| and a | b.\n',
    'He said\n— no\n',
    'a\n\n--- ---\n\nb\n',
  ]) {
    const types = new Set<string>();
    const tree = parseMarkdown(new VFile({ path: 'a.md', value: text }));
    visit(tree, ({ type }) => void types.add(type));
    for (const type of ['list', 'table', 'heading', 'containerDirective'])
      assert.not(types.has(type), `${type}: ${text}`);
    assert.is(tree.data?.mended, undefined, text);
  }
});

test.run();
