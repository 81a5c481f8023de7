import { type Cache, keyOf, keyOfBytes } from '../../cache/cache.ts';
import type { WorkingCache } from '../../cache/working-cache.ts';
import { composeIndexes, type Folios, type Galley } from '../../galley/galley.ts';
import { guessFolios } from '../../galley/guess-folios.ts';
import { runningHeads } from '../../galley/running-heads.ts';
import { htmlOfParts, type LayoutUnit, unitsOf } from '../../galley/units.ts';
import type { Issue } from '../../issue/model.ts';
import type { Languages } from '../../languages/languages.ts';
import type { Style } from '../../styles/style.ts';
import { termsFor } from '../../theme/terms.ts';
import type { Theme } from '../../theme/theme.ts';

/** A unit with all that its pages depend on, besides the numbers of pages. */
export interface UnitSource extends LayoutUnit {
  /** Its own CSS: the `@page` rules of its articles. */
  css: string;
  /** The probable folios of the ids that it refers to. */
  guesses: Record<string, string>;
  /** The languages by whose rules its words are divided. */
  languages: Languages;
  /** A hash of everything that its pages look like, besides what stands on them. */
  look: string;
  /** A hash of everything that its layout depends on. */
  layoutKey: string;
}

/** The means of setting the units of an issue. */
export interface UnitMeans {
  issue: Issue;
  style: Style;
  theme: Theme;
  /** True if copies of pages are printed for offprints. */
  offprints: boolean;
  /** Whether it is kept where each word stands: of pages that are `new`, or of `all`, even if they are kept. */
  words?: 'new' | 'all' | undefined;
  cache: Cache;
  /** Where printed units are kept until they are needed; they are held in memory where it is missing. */
  working?: WorkingCache | undefined;
  /** The browser’s version. */
  browser: string;
}

/** Makes the units of an issue. `begins` has how each part of the galley begins. */
export function unitSources(galley: Galley, begins: readonly string[], means: UnitMeans): UnitSource[] {
  const units = unitsOf(galley, begins);
  const guesses = guessFolios(units, means.issue.facts['first-page']);
  const shared = sharedKey(galley, means);
  return units.map((unit, i) => sourceOf({ ...unit, guesses: guesses[i] ?? {} }, shared, means));
}

/** The source of the unit of indexes with these folios in them. Throws TemplateError, StyleError. */
export async function indexSource(
  galley: Galley,
  unit: UnitSource,
  folios: Folios,
  means: UnitMeans,
): Promise<UnitSource> {
  const { issue, style, theme } = means;
  const parts = await composeIndexes(galley, issue, style, theme, folios);
  return sourceOf({ ...unit, html: htmlOfParts(parts) }, sharedKey(galley, means), means);
}

function sourceOf(
  unit: LayoutUnit & Pick<UnitSource, 'guesses'>,
  shared: string,
  { issue, style, theme }: UnitMeans,
): UnitSource {
  const words = termsFor(theme.terms, issue.journal.lang);
  const articles = unit.articles.flatMap((id) => issue.articles.find((one) => one.id === id) ?? []);
  const css = runningHeads(issue, articles, style.css, words);
  const pictures = picturesIn(unit.html, issue).map(({ name, data }) => ({ name, data }));
  const own = { html: unit.html, css, guesses: unit.guesses, pictures };
  const { languages } = theme.terms;
  const layoutKey = keyOf({ shared, ...own, languages: languages.own });
  return { ...unit, ...own, languages, look: keyOf({ shared, css, pictures }), layoutKey };
}

/**
 * A hash of everything that a document is set with, or that all units are if it is their frame: its text, the
 * stylesheet, the faces, the pictures that are named in these, the browser.
 */
export function sharedKey(
  { frame }: Pick<Galley, 'frame'>,
  { issue, style: { css, files }, browser }: Pick<UnitMeans, 'issue' | 'style' | 'browser'>,
): string {
  const pictures = picturesIn(frame + css, issue).map(({ name, data }) => ({ name, data }));
  return keyOf({
    frame,
    browser,
    css,
    files: [...files].map(([path, data]) => ({ path, data: keyOfBytes(data) })),
    pictures,
  });
}

/** The pictures that a text may show: their names stand in it, in whatever way it quotes addresses. */
function picturesIn(text: string, { pictures }: Issue): Issue['pictures'] {
  return pictures.filter(({ name }) => text.includes(name));
}
