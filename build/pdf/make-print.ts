import type { Chrome } from '../browser/browser.ts';
import { type Cache, keyOf, noCache } from '../cache/cache.ts';
import { composeGalley, type Galley } from '../galley/galley.ts';
import type { Issue } from '../issue/model.ts';
import { reportLines } from '../lines/report-lines.ts';
import { joinPages, movePages, notComposed, type PagesMade } from '../pages/join-pages.ts';
import { provePages } from '../pages/prove-pages.ts';
import { reportPages } from '../pages/report-pages.ts';
import type { Style } from '../styles/style.ts';
import type { Theme } from '../theme/theme.ts';
import { measureProof } from '../words/measure-proof.ts';
import type { PrintedUnit } from './printed-unit.ts';
import { proveIndexes } from './prove-indexes.ts';
import { type ComposedUnit, setUnits, type UnitOptions } from './units/set-units.ts';
import type { UnitMeans } from './units/unit-source.ts';

/** An issue in print. */
export interface PrintedIssue {
  /** Its units, in order; only those that were to be printed. */
  units: PrintedUnit[];
  pages: PagesMade;
}

/** The options for printing an issue. */
export interface PrintOptions {
  /** True if the pages that offprints show otherwise are printed, too. */
  offprints?: boolean;
  /** The results of earlier builds; by default none are used or kept. */
  cache?: Cache;
  working?: UnitMeans['working'];
  /** The number of tabs of the browser that work at once. */
  tabs?: number;
  /** The ids of the articles that are printed; all units are where it is missing. */
  only?: ReadonlySet<string> | undefined;
  /** The print document, if it is composed already. */
  galley?: Galley | undefined;
  /** Receives each unit as soon as it is printed; one whose pages turn out to be others comes again. */
  onUnit?: UnitOptions['onUnit'];
  onPrinting?: UnitOptions['onPrinting'];
  onPrinted?: UnitOptions['onPrinted'];
  /** The tabs for a site; new ones, which end with the work, where it is missing. */
  tabsFor?: UnitOptions['tabsFor'];
  words?: UnitMeans['words'];
  isStopped?: UnitOptions['isStopped'];
}

/**
 * Prints an issue: each unit of its galley, made up into pages. Bad lines and pages are reported in the manuscripts.
 * Throws TemplateError, StyleError, BrowserDied.
 */
export async function makePrint(
  chrome: Chrome,
  issue: Issue,
  style: Style,
  theme: Theme,
  {
    offprints = false,
    cache = noCache,
    working,
    tabs = 2,
    only,
    galley: composed,
    onPrinted,
    onPrinting,
    onUnit,
    tabsFor,
    isStopped,
    words,
  }: PrintOptions = {},
): Promise<PrintedIssue> {
  const galley = composed ?? (await composeGalley(issue, style, theme, cache));
  const means = { issue, style, theme, offprints, words, cache, working, browser: chrome.version };
  const { prints, numbered, foliosHold } = await setUnits(chrome, galley, means, {
    tabs,
    only,
    onPrinted,
    onPrinting,
    onUnit,
    tabsFor,
    isStopped,
  });
  const seen = prints.map((unit, i) => unit?.composed ?? notComposed(numbered.units[i]?.count ?? 0));
  const pages = joinPages(numbered, seen, foliosHold);
  const units = prints.flatMap((unit) => unit ?? []);
  reportLines(issue, pages.lines, new Set(pages.survey.over.map(({ block }) => block)));
  reportPages(issue, pages);
  proveIndexes(issue, pages);
  const start = performance.now();
  for (const [i, unit] of prints.entries())
    if (unit) await proveUnit(issue, unit, numbered.units[i]?.before ?? 0, pages.folios, cache);
  measureProof(start);
  return { units, pages };
}

/** Proves the pages of a unit, unless nothing was found in them before. */
async function proveUnit(
  issue: Issue,
  { key, articles: ids, composed }: ComposedUnit,
  before: number,
  folios: ReadonlyMap<string, string>,
  cache: Cache,
): Promise<void> {
  const articles = issue.articles.filter(({ id }) => ids.includes(id));
  const isKept = articles.every((article) => article.key !== undefined);
  const proofKey = keyOf({ key, articles: articles.map((article) => article.key ?? null) });
  if (isKept && (await cache.find('pages-proved', proofKey))) return;
  const countFindings = () =>
    [...articles.map(({ file }) => file), ...issue.files].reduce((sum, { messages }) => sum + messages.length, 0);
  const findings = countFindings();
  provePages({ ...issue, articles }, movePages(composed, before).survey, folios);
  if (isKept && countFindings() === findings) await cache.keep('pages-proved', proofKey, true);
}
