import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer';
import { startChrome } from '../../build/browser/browser.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { composeGalley } from '../../build/galley/galley.ts';
import { houseLanguages } from '../../build/languages/languages.ts';
import { type BlockDraft, draftOf, fitDraft, measureNew } from '../../build/lines/draft.ts';
import { type Hyphenate, readHyphenation } from '../../build/lines/hyphenate.ts';
import { letterSpacing } from '../../build/lines/letter-spacing.ts';
import type { LineStyle } from '../../build/lines/line-style.ts';
import { setBlock } from '../../build/lines/set-block.ts';
import { type LineState, setLines } from '../../build/lines/set-lines.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { readStyle } from '../../build/styles/style.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { openTheme } from '../../build/theme/theme.ts';
import { wholeSite } from '../galley/compose.ts';
import { issueName } from './multiplied.ts';

/*
 * How even lines are, against how many of them end in a hyphen: the text’s paragraphs are set again and again with a
 * higher price of hyphens, each with the styles’ own other numbers, and once with their own price. By numbers alone, so
 * that one point takes a few ms. `npm run bench -- lines --curve`, for the real article or the sample issue; of another:
 * OFFPRINT_BENCH_JOURNAL=path/issue.
 */

const real = join(offprintRoot, '../shared/journals/ukraine-analytica/2015-1');
const sample = join(offprintRoot, issueName);
const journal = process.env.OFFPRINT_BENCH_JOURNAL ?? (existsSync(join(real, '..', 'manuscripts')) ? real : sample);
const inColumns =
  '.article { width: calc(var(--page-width) - var(--margin-inner) - var(--margin-outer)); padding: 0 var(--hang-room); columns: var(--columns); column-gap: var(--column-gap); break-before: page; }';
/** Shares of the style’s own price. */
const shares = [0, 0.25, 0.5, 1, 2, 3, 5, 8, 12];

const chrome = await startChrome();
try {
  for (const name of ['quarterly', 'essay']) await drawCurve(name);
} finally {
  await chrome.close();
}

async function drawCurve(name: string): Promise<void> {
  const repository = await openRepository(join(journal, '..'));
  const issue = await prepareIssue(
    await readIssue(repository, basename(journal)),
    repository,
    await readTerms(repository),
  );
  const style = await readStyle(repository, name, 'print');
  const site = wholeSite(await composeGalley(issue, style, await openTheme(repository)), inColumns, issue, style);
  await chrome.withPage(site, async (page) => {
    await page.emulateMediaType('print');
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load().then(() => {}))));
    const { state } = await setLines(page, houseLanguages);
    const hyphenate = await readHyphenation(
      state.cache.styles.map(({ lang }) => lang),
      houseLanguages,
    );
    process.stdout.write(`\n${name}: ${basename(journal)}\n`);
    process.stdout.write('  hyphen   lines  hyphens     sd    mean    95th    most  over ½  in a row  stubs  spaced\n');
    for (const share of shares) row(await pointAt(page, state, hyphenate, share));
  });
}

/** A point of the curve. */
interface Point {
  /** The price of a hyphen. */
  price: number;
  lines: number;
  gaps: readonly number[];
  /** Numbers of full lines: that end in a hyphen, most of them in a row, and whose letters are spaced. */
  hyphens: number;
  row: number;
  spaced: number;
  /** Number of last lines that are the rest of a word. */
  stubs: number;
}

/** Sets the text’s justified paragraphs with each price of a hyphen multiplied. */
async function pointAt(page: Page, { blocks, cache }: LineState, hyphenate: Hyphenate, share: number): Promise<Point> {
  const all = [...blocks.values()].filter(({ block }) => block.justified && block.tag === 'p');
  // The size of most of them is that of the text.
  const ofSize = (wanted: number) => all.filter(({ size }) => size === wanted);
  const text = all.map(({ size }) => ofSize(size)).sort((a, b) => b.length - a.length)[0] ?? [];
  const styles = new Map<LineStyle, LineStyle>();
  const drafts: BlockDraft[] = [];
  for (const { block, index, style } of text) {
    const other = styles.get(style) ?? withPrice(style, share);
    styles.set(style, other);
    drafts.push(...draftOf(cache, block, index, other, hyphenate));
  }
  await measureNew(page, cache);
  for (const draft of drafts) fitDraft(draft, cache, hyphenate);
  await measureNew(page, cache);
  const point = { price: drafts[0]?.style['hyphen-penalty'] ?? 0, lines: 0, hyphens: 0, row: 0, spaced: 0, stubs: 0 };
  const gaps: number[] = [];
  for (const { block, parts, style, size } of drafts) {
    for (const { flat, lines } of setBlock(block, parts, style, size)) {
      point.lines += lines.length;
      let row = 0;
      for (const line of lines.slice(0, -1)) {
        row = line.hyphen ? row + 1 : 0;
        point.row = Math.max(point.row, row);
        if (line.gaps < 2 || line.stops - line.begins < 25) continue;
        const spacing = letterSpacing(line, style);
        const room = line.ragged ? 0 : line.measure - line.natural - line.letters * spacing;
        gaps.push((line.glue + room) / line.gaps / size);
        if (line.hyphen) point.hyphens++;
        if (spacing !== 0) point.spaced++;
      }
      const [before, last] = lines.slice(-2);
      if (before?.added && last && !flat.text.slice(last.begins, last.stops).includes(' ')) point.stubs++;
    }
  }
  return { ...point, gaps: gaps.sort((a, b) => a - b) };
}

function withPrice(style: LineStyle, share: number): LineStyle {
  const made = { ...style };
  for (const name of ['hyphen-penalty', 'short-penalty', 'long-part-penalty', 'compound-penalty'] as const)
    made[name] = style[name] * share;
  return made;
}

function row({ price, lines, gaps, hyphens, row, spaced, stubs }: Point): void {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  const high = gaps[Math.floor(0.95 * (gaps.length - 1))] ?? 0;
  const share = (count: number, width: number) => `${((100 * count) / gaps.length).toFixed(1)} %`.padStart(width);
  const em = (value: number, width: number) => value.toFixed(3).padStart(width);
  process.stdout.write(
    `${price.toFixed(0).padStart(8)}${String(lines).padStart(8)}${share(hyphens, 9)}${em(deviation, 7)}${em(mean, 8)}${em(high, 8)}${em(gaps.at(-1) ?? 0, 8)}${share(gaps.filter((gap) => gap > 0.5).length, 8)}${String(row).padStart(10)}${String(stubs).padStart(7)}${share(spaced, 8)}\n`,
  );
}
