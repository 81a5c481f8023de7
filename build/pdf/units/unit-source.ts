import { type Cache, keyOf } from '../../cache/cache.ts';
import type { Galley } from '../../galley/galley.ts';
import { guessFolios } from '../../galley/guess-folios.ts';
import { runningHeads } from '../../galley/running-heads.ts';
import { type LayoutUnit, unitsOf } from '../../galley/units.ts';
import type { Article, Issue } from '../../issue/model.ts';
import type { Style } from '../../styles/style.ts';
import { termsFor } from '../../theme/terms.ts';
import type { Theme } from '../../theme/theme.ts';
import { offprintLine } from '../offprints/copy-rules.ts';

/** A unit with all that its pages depend on, besides the numbers of pages. */
export interface UnitSource extends LayoutUnit {
  /** Its own CSS: the `@page` rules of its articles. */
  css: string;
  /** The probable folios of the ids that it refers to. */
  guesses: Record<string, string>;
  /** A hash of everything that its pages look like, besides what stands on them. */
  look: string;
  /** A hash of everything that its layout depends on. */
  layoutKey: string;
  /** A hash of everything else that its printed pages depend on, besides the numbers of pages. */
  printKey: string;
}

/** The means of setting the units of an issue. */
export interface UnitMeans {
  issue: Issue;
  style: Style;
  theme: Theme;
  /** True if copies of pages are printed for offprints. */
  offprints: boolean;
  cache: Cache;
  /** The browser’s version. */
  browser: string;
}

/** Makes the units of an issue. `begins` has how each part of the galley begins. Throws TemplateError. */
export async function unitSources(galley: Galley, begins: readonly string[], means: UnitMeans): Promise<UnitSource[]> {
  const { issue, style, theme, offprints } = means;
  const words = termsFor(theme.terms, issue.journal.lang);
  const units = unitsOf(galley, begins);
  const guesses = guessFolios(units, issue.facts['first-page']);
  const shared = sharedKey(galley, means);
  const sources: UnitSource[] = [];
  for (const [i, unit] of units.entries()) {
    const articles = unit.articles.flatMap((id) => issue.articles.find((one) => one.id === id) ?? []);
    const css = runningHeads(issue, articles, style.css, words);
    const pictures = picturesIn(unit.html, issue).map(({ name, data }) => ({ name, data }));
    const own = { html: unit.html, css, guesses: guesses[i] ?? {}, pictures };
    const lines = offprints ? await linesOf(articles, issue, theme) : [];
    sources.push({
      ...unit,
      ...own,
      look: keyOf({ shared, css, pictures }),
      layoutKey: keyOf({ shared, ...own }),
      printKey: keyOf({ made: issue.made.toISOString(), offprints, lines }),
    });
  }
  return sources;
}

/**
 * A hash of everything that all units are set with: the document around them, the stylesheet, the faces, the browser.
 */
export function sharedKey({ frame }: Galley, { style, browser }: Pick<UnitMeans, 'style' | 'browser'>): string {
  return keyOf({ frame, browser, css: style.css, files: [...style.files].map(([path, data]) => ({ path, data })) });
}

/** The pictures of a unit. */
function picturesIn(html: string, { pictures }: Issue): Issue['pictures'] {
  const names = new Set([...html.matchAll(/images\/([^"')\s?#]+)/g)].map(([, name = '']) => name));
  return pictures.filter(({ name }) => names.has(name));
}

/** The lines that name the source of offprints, for any page numbers. */
async function linesOf(articles: readonly Article[], issue: Issue, theme: Theme): Promise<string[]> {
  const lines: string[] = [];
  for (const article of articles)
    for (const last of ['1', '2']) lines.push(await offprintLine(article, { first: '1', last }, issue, theme));
  return lines;
}
