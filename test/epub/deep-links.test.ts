import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { archiveOf, elementsIn, unpackEpub } from '../../build/check/epub/archive.ts';
import { wordsOf } from '../../build/check/epub/words.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { emptyFolder } from '../cli/folders.ts';
import { make } from './make.ts';

/*
 * An address in an e-book, such as on-margins.xhtml#on-margins--fig-map, leads to the same words when articles are put
 * in another order, or an article is added.
 */

const root = await emptyFolder();
const folder = join(root, 'manuscripts/2026-1');
await mkdir(folder, { recursive: true });
await writeFile(
  join(root, 'manuscripts/journal.yaml'),
  'title: Edges\nshort: edges\nlang: en-GB\npublisher: { name: Press }\neditors: [{ name: Eve Editor }]\nstyle: quarterly\n',
);
const front = (title: string) => `---\ntitle: ${title}\nauthors: [{ name: Ann Author }]\n---\n\n`;
const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="3"/></svg>';
await writeFile(join(folder, 'dot.svg'), dot);
await writeFile(
  join(folder, 'on-margins.md'),
  `${front('On Margins')}## Inner margins {#sec-inner}\n\nWords[^1] on [pp. ?](#sec-inner) and [Figure ?](Поля.md#fig-dot).\n\n[^1]: A note on [the third](2026-review.md).\n`,
);
await writeFile(
  join(folder, 'Поля.md'),
  `${front('Fields')}## Fields\n\n![A dot](dot.svg "A dot"){#fig-dot}\n\nSee [the section](on-margins.md#sec-inner) and [note ?](on-margins.md#note-1).\n`,
);
await writeFile(join(folder, '2026-review.md'), `${front('A Review')}Words, and [Fields](Поля.md#fields).\n`);
await writeFile(join(folder, 'contents.md'), `${front('Contents of a Drawer')}Words.[^a]\n\n[^a]: A note.\n`);

/** The words at each address of the book, and where its links lead. */
async function addressesOf(articles: string[]): Promise<{ words: Map<string, string>; links: Set<string> }> {
  await writeFile(
    join(folder, 'issue.yaml'),
    `volume: 1\nnumber: 1\ndate: 2026\ncontents: [{ articles: [${articles.join(', ')}] }]\n`,
  );
  const repository = await openRepository(root);
  const issue = await prepareIssue(await readIssue(repository, '2026-1'), repository, await readTerms(repository));
  assert.equal(
    issue.files.flatMap(({ messages }) => messages.filter(({ ruleId }) => ruleId !== 'article-listed').map(String)),
    [],
  );
  const words = new Map<string, string>();
  const links = new Set<string>();
  for (const { path, tree } of archiveOf(unpackEpub(await make(issue))).documents) {
    words.set(path, '');
    for (const element of elementsIn(tree)) {
      const { id, href } = element.attributes;
      if (id) words.set(`${path}#${id}`, wordsOf(element));
      if (path.includes('toc.xhtml') || !href || /^https?:/.test(href)) continue;
      links.add(`${path} → ${href}`);
    }
  }
  return { words, links };
}

test('addresses and links of other articles stay when one is put first, and when the order changes', async () => {
  const before = await addressesOf(['on-margins.md', 'Поля.md', '2026-review.md']);
  assert.is(before.words.get('OEBPS/on-margins.xhtml#on-margins--sec-inner'), 'Inner margins');
  assert.ok(before.words.has('OEBPS/polya.xhtml#polya--fig-dot'));
  assert.ok(before.words.has('OEBPS/_2026-review.xhtml'));
  assert.ok(before.links.has('OEBPS/on-margins.xhtml → polya.xhtml#polya--fig-dot'));
  assert.ok(before.links.has('OEBPS/polya.xhtml → on-margins.xhtml#on-margins--note-1'));
  for (const order of [
    ['contents.md', 'on-margins.md', 'Поля.md', '2026-review.md'],
    ['2026-review.md', 'contents.md', 'Поля.md', 'on-margins.md'],
  ]) {
    const after = await addressesOf(order);
    for (const [address, words] of before.words)
      if (!/(?:toc|cover|title|masthead|colophon)\.xhtml/.test(address))
        assert.is(after.words.get(address), words, address);
    for (const link of before.links) assert.ok(after.links.has(link), link);
    assert.ok(after.words.has('OEBPS/_contents.xhtml#_contents--note-1'));
  }
});

test.run();
