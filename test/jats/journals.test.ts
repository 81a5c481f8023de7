import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fromXml } from 'xast-util-from-xml';
import { jatsText } from '../../build/check/jats/jats-text.ts';
import { offprintRoot } from '../../build/disk/repository.ts';
import { spacedText } from '../../build/words/compare-texts.ts';
import { treeText } from '../../build/words/tree-text.ts';
import { jats4r } from './jats4r.ts';
import { type MadeJats, madeOf } from './made.ts';

/*
 * Every journal of the tests, the article with every construct, and the sample issue as JATS: valid by the DTD, no word
 * lost, the same twice; by JATS4R’s rules and in Pandoc’s reading, where these can be had.
 */

const test = suite('jats/journals');
const journals = fileURLToPath(new URL('../journals', import.meta.url));
const every = fileURLToPath(new URL('../manuscript/every-construct', import.meta.url));
const roots = [
  ...(await readdir(journals, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(journals, name))
    .sort(),
  every,
  fileURLToPath(new URL('odd', import.meta.url)),
  offprintRoot,
];
const all: MadeJats[] = [];
for (const root of roots) for (const { made } of await madeOf(root)) all.push(...made);
const work = await mkdtemp(join(tmpdir(), 'offprint-jats-'));
test.after(() => rm(work, { recursive: true, force: true }));

test('it is valid by the DTD, its links lead somewhere, and it has every word', () => {
  assert.ok(all.length > 70, `${all.length} articles`);
  assert.equal(
    all.flatMap(({ faults }) => faults),
    [],
  );
});

test('the same input gives the same bytes', async () => {
  const [again] = await madeOf(every);
  assert.is(again?.made[0]?.xml, all.find(({ article }) => article.title.text === 'Every construct once')?.xml);
});

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
(hasPandoc ? test : test.skip)('Pandoc reads every word of text and notes', () => {
  for (const { article, xml } of all) {
    // In plain text it writes signs for raised and lowered letters.
    const html = execFileSync('pandoc', ['-f', 'jats', '-t', 'html', '--wrap=none'], { input: xml, maxBuffer: 1e8 });
    const tree = fromHtml(html.toString('utf8'), { fragment: true });
    const text = treeText(tree, {});
    const read = counted(spacedText(text, 0, Number.POSITIVE_INFINITY));
    const lost: string[] = [];
    const source = fromXml(xml);
    // It makes a paragraph of each part of a source.
    visit(source, 'element', (element) => {
      // The title of thanks, a word of the house, it drops.
      if (element.name === 'ack') element.children = element.children.slice(2);
      if (element.name !== 'attrib') return;
      const { characters } = jatsText(element);
      if (!text.characters.includes(characters)) lost.push(characters);
    });
    // It leaves out lists of works and all labels.
    const wanted = spacedText(
      jatsText(source, ({ name }) => /^(?:front|ref-list|label|attrib)$/.test(name)),
      0,
      Number.POSITIVE_INFINITY,
    );
    for (const [word, count] of counted(wanted)) if ((read.get(word) ?? 0) < count) lost.push(word);
    assert.equal(lost, [], article.name);
  }
});

/** How often a text has each word. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const check = await jats4r();
(typeof check === 'string' ? test.skip : test)('no error by the rules of JATS4R', async () => {
  if (typeof check === 'string') return;
  const errors: string[] = [];
  for (const { article, xml } of all) {
    const path = join(work, `${article.name}.xml`);
    await writeFile(path, xml);
    for (const { level, pattern, found } of await check(path))
      if (level === 'error' && !isOfFacts(found)) errors.push(`${article.name}: ${pattern}: ${found}`);
  }
  assert.equal(errors, []);
});

/** True for what an editor has to say: of a journal that names no licence and no owner, nobody can. */
function isOfFacts(found: string): boolean {
  return found.startsWith('Missing top-level <permissions> element');
}

test.run();
