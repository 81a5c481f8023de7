import type { JSHandle } from 'puppeteer';
import type { Page } from '../../browser/browser.ts';
import { type MeasureCache, newMeasureCache } from '../../lines/measure-cache.ts';
import { type ComposedPages, composeLayout } from '../../pages/compose-pages.ts';
import type { PlacedWords } from '../../pages/in-page/word-places.ts';
import { fillIn, forget, layOut, layoutOf, type OpenLayout } from '../../pages/lay-out.ts';
import type { NumberedPages, UnitLayout } from '../../pages/number-pages.ts';
import { call as pageCall } from '../../pages/page-functions.ts';
import type { Shell } from '../in-page/show-unit.ts';
import { copyPages } from '../offprints/copy-pages.ts';
import { copyRules } from '../offprints/copy-rules.ts';
import { type PageCopy, planCopies } from '../offprints/plan-copies.ts';
import { call, hold } from '../page-functions.ts';
import { loadDocument, printPages } from '../print.ts';
import { otherUnit } from '../printed-unit.ts';
import type { TagPlan } from '../tags/plan.ts';
import type { UnitMeans, UnitSource } from './unit-source.ts';

/** A tab of the browser in which units are shown one after another, with faces loaded and widths measured. */
export interface UnitTab {
  page: Page;
  shell: JSHandle<Shell>;
  widths: MeasureCache;
}

/** A unit that is laid out in a tab. */
export interface OpenUnit {
  source: UnitSource;
  tags: TagPlan;
  layout: OpenLayout;
}

/** The printed pages of a unit. Plain data. */
export interface UnitPrint {
  pdf: Uint8Array;
  tags: TagPlan;
  copies: PageCopy[];
  composed: ComposedPages;
}

/** The printed pages of a unit, which is still open. */
export interface OpenPrint {
  print: UnitPrint;
  /** Finds where each of their words stands, if that was asked for. */
  findWords: (() => Promise<PlacedWords[]>) | undefined;
}

/** Makes a tab of an open page, which shows the document without content. */
export async function openTab(page: Page): Promise<UnitTab> {
  return { page, shell: await hold(page, 'keepShell'), widths: newMeasureCache() };
}

/**
 * Shows a unit in a tab, lays it out and works on it. Afterwards the browser forgets it: what is held of it would stay
 * in the memory of the tab. Throws an Error that names the faces and pictures that cannot be shown.
 */
export async function withUnitLaidOut<T>(
  { page, shell, widths }: UnitTab,
  source: UnitSource,
  work: (open: OpenUnit) => Promise<T>,
): Promise<T> {
  await call(page, 'showUnit', shell, source.html, source.css);
  await loadDocument(page);
  const tags = await call(page, 'planTags');
  const layout = await layOut(page, source.guesses, widths, source.languages);
  try {
    return await work({ source, tags, layout });
  } finally {
    await forget(layout);
  }
}

/** The layout of an open unit, as pages are numbered by it. */
export function unitLayout({ layout }: OpenUnit): UnitLayout {
  return layoutOf(layout);
}

/**
 * Fills in the folios that a unit refers to. Returns its layout if lines changed by it, so that its pages may be
 * others.
 */
export async function fillUnit(
  { page }: UnitTab,
  { layout }: OpenUnit,
  folios: Readonly<Record<string, string>>,
): Promise<UnitLayout | undefined> {
  return (await fillIn(page, layout, folios)) ? undefined : layoutOf(layout);
}

/** Composes and prints an open unit, the `index`th of the issue, whose folios are filled in. Throws TemplateError. */
export async function printUnit(
  { page }: UnitTab,
  { source, tags, layout }: OpenUnit,
  numbered: NumberedPages,
  index: number,
  { issue, style, theme, offprints, words: wantsWords }: UnitMeans,
  onPrinting = () => {},
): Promise<OpenPrint> {
  const numbers = numbered.units[index];
  if (!numbers) throw new Error(`The unit ${source.name} has no pages`);
  const { before, count, preceding, orders } = numbers;
  const composed = await composeLayout(page, layout, numbers);
  await call(page, 'showTags');
  const { articles } = composed.survey;
  const copies = offprints && source.articles.length > 0 ? planCopies(articles, before) : [];
  if (copies.length > 0) {
    const names: string[] = [];
    for (const { index: at, name } of orders.flat()) names[at - 1] = name;
    const folios = numbered.list.slice(before, before + count).map(({ folio }) => folio);
    await copyPages(
      page,
      count,
      copies,
      tags,
      await copyRules(issue, { names, folios, articles }, copies, style.css, theme),
    );
  }
  await call(page, 'sendLinksOut', otherUnit);
  // The browser takes the first page for a right-hand one, and for the first of the issue.
  const empty = before === 0 ? 0 : 2 - (before % 2);
  await call(page, 'setStart', preceding, empty);
  const printing = printPages(page, issue.made, { from: empty + 1 });
  onPrinting();
  const pdf = await printing;
  const findWords = () => pageCall(page, 'wordPlaces', before % 2 === 1, empty, count);
  return { print: { pdf, tags, copies, composed }, findWords: wantsWords ? findWords : undefined };
}
