import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { buildIssue } from '../../build/build.ts';
import { type Cache, noCache } from '../../build/cache/cache.ts';
import { openCache } from '../../build/cache/open-cache.ts';
import { silently } from '../../build/diagnostics/stage.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { contents, emptyFolder } from '../cli/folders.ts';
import { generateJournal } from '../pages/generate.ts';
import { randomFrom } from '../pages/random.ts';
import { saidOn } from './built-epub.ts';

/* An issue is edited at random, again and again: with what is kept of all builds before, each build gives the bytes of a cold one. */

const chrome = await startChrome();
test.after(() => chrome.close());

const root = await emptyFolder();
const articles = 3;
await generateJournal(root, { seed: 11, articles });
const cache = await openCache({ folder: await emptyFolder(), size: 2 ** 30 });

type Random = ReturnType<typeof randomFrom>;
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const pathOf = (name: string) => join(root, 'manuscripts', '1', name);
const fileOf = (random: Random) => pathOf(`article-${1 + Math.floor(random() * articles)}.md`);

async function change(path: string, edit: (text: string) => string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = edit(before);
  assert.is.not(after, before, path);
  await writeFile(path, after);
}

/** Puts text behind a paragraph, or at the end of one. */
function behindParagraph(text: string, random: Random, added: string): string {
  const ends = [...text.matchAll(/[a-zа-яєії]\.\n(?=\n)/g)].map(({ index }) => index + 2);
  const at = ends.length > 0 ? pick(random, ends) : text.length;
  return `${text.slice(0, at)}${added}${text.slice(at)}`;
}

let number = 0;
const edits: Record<string, (random: Random) => Promise<void>> = {
  'a comma': (random) => change(fileOf(random), (text) => behindParagraph(text, random, ' And so, on.')),
  'a paragraph': (random) =>
    change(fileOf(random), (text) => behindParagraph(text, random, `\n\n${'A few more words for it. '.repeat(20)}`)),
  'a note': (random) =>
    change(fileOf(random), (text) => {
      const name = `added-${++number}`;
      return `${behindParagraph(text, random, ` Noted.[^${name}]`)}\n\n[^${name}]: A note that came later.\n`;
    }),
  'a reference to another article': (random) =>
    change(fileOf(random), (text) =>
      behindParagraph(text, random, ` See [p. ?](article-${1 + Math.floor(random() * articles)}.md).`),
    ),
  'a title': (random) => change(fileOf(random), (text) => text.replace(/^title: .*$/m, `title: Title ${++number}`)),
  'the order of articles': () =>
    change(pathOf('issue.yaml'), (text) =>
      text.replace(/(- article-\d\.md\n)([\s\S]*?)(- article-\d\.md\n)/, '$3$2$1'),
    ),
};

async function build(kept: Cache, jobs: number): Promise<{ sum: string; said: ReturnType<typeof saidOn> }> {
  const out = await emptyFolder();
  const { files, ended } = await buildIssue('1', {
    repository: await openRepository(root),
    out,
    only: new Set(['epub', 'print', 'screen', 'offprints']),
    strict: false,
    chrome: async () => chrome,
    cache: kept,
    jobs,
    stage: silently,
  });
  if (ended) throw ended;
  const made = await contents(join(out, '1'));
  assert.ok(Object.keys(made).length > 4, JSON.stringify(saidOn(files)).slice(0, 2000));
  return { sum: createHash('sha256').update(JSON.stringify(made)).digest('hex'), said: saidOn(files) };
}

const random = randomFrom(2026);
for (const [index, [what, edit]] of Object.entries(edits).entries())
  test(`after ${what}: the same bytes and the same words, warm and cold`, async () => {
    if (index === 0) await build(cache, 2);
    await edit(random);
    const warm = await build(cache, 1 + (index % 3));
    assert.equal(await build(noCache, 2), warm);
  });

test.run();
