import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Cache, noCache } from '../../build/cache/cache.ts';
import { composeGalley } from '../../build/galley/galley.ts';
import { memoryCache } from '../cache/memory-cache.ts';
import { article, call, issueOf } from '../epub/sample.ts';
import { style, theme } from './compose.ts';

/** An issue of three articles with a note each, whose words are theirs. */
function issueOfWords(words: readonly string[]) {
  return issueOf(
    words.map((word, i) => ({
      ...article(i + 1, {
        front: { authors: [{ name: 'Anon' }] },
        title: `Title ${i + 1}`,
        body: `<p>${word}${call(i + 1, 1)}</p>`,
        notes: [['<p>A note.</p>']],
      }),
      key: `${i + 1} ${word}`,
    })),
  );
}

const compose = (words: readonly string[], cache: Cache) => composeGalley(issueOfWords(words), style, theme, cache);

test('a change in one article is the work of that article, and the document is that of a cold build', async () => {
  const cache = memoryCache();
  await compose(['one', 'two', 'three'], cache);
  cache.made();
  const changed = ['one', 'twofold', 'three'];
  const warm = await compose(changed, cache);
  assert.equal(cache.made(), ['galley']);
  assert.equal(warm, await compose(changed, noCache));
});

test('the words of an article stay in its place when articles change places', async () => {
  const cache = memoryCache();
  await compose(['one', 'two', 'three'], cache);
  const moved = ['three', 'one', 'two'];
  assert.equal(await compose(moved, cache), await compose(moved, noCache));
});

test.run();
