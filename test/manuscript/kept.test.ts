import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Cache, noCache } from '../../build/cache/cache.ts';
import { openRepository, type Repository } from '../../build/disk/repository.ts';
import type { Article, Issue } from '../../build/issue/model.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { listIssues, readIssue } from '../../build/manuscript/read.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { memoryCache } from '../cache/memory-cache.ts';
import { saidOn } from '../editions/built-epub.ts';

const repositories = await Promise.all(
  ['fixtures', 'every-construct'].map((name) => openRepository(fileURLToPath(new URL(name, import.meta.url)))),
);

/** Prepares an issue, and returns all of it as plain data, with the keys of its articles apart. */
async function prepare(repository: Repository, folder: string, cache: Cache) {
  const source = await readIssue(repository, folder, cache);
  const issue = await prepareIssue(source, repository, await readTerms(repository), cache);
  const withoutKey = ({ file: _f, key: _k, ...article }: Article) => article;
  const { files, articles, sections, ...rest }: Issue = issue;
  const whole = {
    ...rest,
    articles: articles.map(withoutKey),
    sections: sections.map((section) => ({ ...section, articles: section.articles.map(withoutKey) })),
  };
  return {
    issue: JSON.stringify(whole),
    said: JSON.stringify(saidOn(files)),
    texts: files.map(String),
    keys: articles.map(({ key }) => key),
  };
}

for (const repository of repositories)
  for (const folder of await listIssues(repository))
    test(`${folder}: kept articles and what was said of them are as if they were read anew`, async () => {
      const { keys: _, ...anew } = await prepare(repository, folder, noCache);
      const cache = memoryCache();
      const { keys, ...cold } = await prepare(repository, folder, cache);
      assert.equal(cold, anew);
      const made = cache.made();
      cache.found();
      assert.equal(await prepare(repository, folder, cache), { ...anew, keys });
      assert.equal(cache.made(), []);
      assert.equal(cache.found().sort(), made.sort());
      // Where finished articles are lost, they are made again of what is kept of the manuscripts.
      for (const key of cache.entries.keys()) if (key.startsWith('article ')) cache.entries.delete(key);
      assert.equal(await prepare(repository, folder, cache), { ...anew, keys });
    });

test.run();
