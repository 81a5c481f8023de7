import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { DeskState, SearchHit, SourcePoint } from '../../build/desk/desk-state.ts';
import { offprintRoot } from '../../build/disk/repository.ts';
import type { PagePoint } from '../../build/on-pages/page-point.ts';
import { journal } from '../cli/folders.ts';
import { type DeskForTest, deskFor } from './desk-for-test.ts';

const works = `@book{roe, author = {Roe, Ann}, title = {Of paper and its makers}, date = 2010,
  publisher = {Millhouse}}

@book{hill, author = {Hill, Tom}, title = {Of inkwells and ink that is made of gall and iron, and of all who made it in the towns of the north},
  date = 1990, publisher = {Northtown}}

@book{spare, author = {Poe, Jo}, title = {Of spares}, date = 1999, publisher = {Press}}
`;

const article = `---
title: On Citing
authors: [{ name: A. Author }]
---

The first words stand here.

As said before [see @roe, p. 112; @hill, p. 7], the margins are wide.^[The author’s own note, and @hill [p. 93] in it.]

More words, and one more time [@roe, p. 145].
`;

/** A desk with an issue of one article that cites; `works.bib` is where journal.yaml says. */
async function deskThatCites(style: string, bibliography = 'works.bib'): Promise<DeskForTest> {
  const root = await journal();
  const manuscripts = join(root, 'manuscripts');
  const settings = join(manuscripts, 'journal.yaml');
  const own = `bibliography: ${bibliography}\ncitation-style: ${style}\n`;
  await writeFile(settings, (await readFile(settings, 'utf8')) + own);
  if (!bibliography.startsWith('..')) await writeFile(join(manuscripts, bibliography), works);
  await writeFile(join(manuscripts, '2026-1/first.md'), article);
  await mkdir(join(root, 'styles/csl/locales'), { recursive: true });
  await cp(join(offprintRoot, 'styles/csl/chicago-author-date.csl'), join(root, 'styles/csl/mine.csl'));
  return deskFor(root, '2026-1');
}

/** The source of a word that stands once, or of one of its places, on the pages. */
async function sourceOf(desk: DeskForTest, words: string, which = 0): Promise<{ found: SourcePoint; line: string }> {
  const hits = (await (await fetch(`${desk.url}search?q=${encodeURIComponent(words)}`)).json()) as SearchHit[];
  const [box] = hits.at(which)?.boxes ?? [];
  assert.ok(box, words);
  const [left, top, width, height] = box as PagePoint['boxes'][number];
  const at = `page=${hits.at(which)?.page}&x=${left + width / 2}&y=${top + height / 2}`;
  const found = (await (await fetch(`${desk.url}source?${at}`)).json()) as SourcePoint;
  const text = await readFile(join(desk.root, found.file), 'utf8');
  return { found, line: text.split('\n')[found.line - 1]?.slice(found.column - 1) ?? '' };
}

async function pointOf(desk: DeskForTest, file: string, line: number): Promise<PagePoint | string> {
  const answer = await fetch(`${desk.url}goto?${new URLSearchParams({ file, line: String(line) })}`);
  return answer.ok ? ((await answer.json()) as PagePoint) : answer.text();
}

for (const [style, words] of [
  ['chicago-notes-bibliography-subsequent-ibid', { roe: '112', hill: '93', again: '145' }],
  ['chicago-author-date', { roe: '112', hill: '93', again: '145' }],
] as const)
  test(`in the style ${style}, words of citations and entries lead to what they are made of, and back`, async () => {
    const desk = await deskThatCites(style);
    assert.match((await sourceOf(desk, words.roe)).line, /^\[see @roe/);
    assert.match((await sourceOf(desk, words.hill)).line, /^@hill \[p\. 93\]/);
    assert.match((await sourceOf(desk, words.again)).line, /^\[@roe, p\. 145/);
    const entry = await sourceOf(desk, 'Roe, Ann');
    assert.is(entry.found.file, 'manuscripts/works.bib');
    assert.match(entry.line, /^@book\{roe,/);
    assert.is(entry.found.from, 'manuscript');
    const long = await sourceOf(desk, 'Hill, Tom');
    assert.match(long.line, /^@book\{hill,/);
    for (const line of [1, 2]) {
      const point = (await pointOf(desk, 'manuscripts/works.bib', line)) as PagePoint;
      assert.ok(point.boxes.length > 0);
      const [left, top] = point.boxes[0] as PagePoint['boxes'][number];
      const there = (await (
        await fetch(`${desk.url}source?page=${point.page}&x=${left + 1}&y=${top + 1}`)
      ).json()) as SourcePoint;
      assert.is(there.file, 'manuscripts/2026-1/first.md');
      assert.is(there.line, 8);
    }
    assert.match(
      String(await pointOf(desk, 'manuscripts/works.bib', 7)),
      /works\.bib:7 is no work that an article of 2026-1 cites\./,
    );
    await desk.end();
  });

test('saves of a bibliography, a style and a locale are followed; a mistake keeps the last good pages', async () => {
  // It lies outside the folders that are watched in any case.
  const desk = await deskThatCites('mine', '../works.bib');
  const bib = join(desk.root, 'works.bib');
  const save = async (path: string, text: string): Promise<DeskState> => {
    const { revision } = await desk.state();
    await writeFile(path, text);
    return desk.until((state) => state.revision > revision && !state.isBusy);
  };
  const has = async (text: string): Promise<boolean> =>
    ((await (await fetch(`${desk.url}search?q=${encodeURIComponent(text)}`)).json()) as SearchHit[]).length > 0;
  assert.not((await desk.state()).isCurrent);
  assert.ok((await save(bib, works)).isCurrent);
  assert.ok(await has('Millhouse'));
  await save(bib, works.replace('Millhouse', 'Papermill'));
  assert.ok(await has('Papermill'));
  const style = join(desk.root, 'styles/csl/mine.csl');
  const csl = await readFile(style, 'utf8');
  await save(
    style,
    csl
      .replace(/<bibliography /, '<bibliography subsequent-author-substitute="SAME" ')
      .replace('<layout suffix="."', '<layout suffix=" (ENDOFENTRY)."'),
  );
  const locale = join(desk.root, 'styles/csl/locales/locales-en-US.xml');
  const english = await readFile(join(offprintRoot, 'styles/csl/locales/locales-en-US.xml'), 'utf8');
  await save(locale, english.replace('<term name="and">and</term>', '<term name="and">together with</term>'));
  await save(bib, works.replace('{Roe, Ann}', '{Roe, Ann and Doe, Eva}'));
  assert.ok(await has('together with'));
  const before = await desk.state();
  const broken = await save(bib, works.replace('@book{roe,', '@book{rue,'));
  assert.not(broken.isCurrent);
  assert.equal(broken.pages, before.pages);
  assert.ok(broken.findings.some(({ rule, fix }) => rule === 'citation-key' && fix === 'Did you mean rue?'));
  assert.ok((await save(bib, works)).isCurrent);
  assert.ok(await has('Millhouse'));
  assert.equal(desk.troubles, []);
  await desk.end();
});

test.run();
