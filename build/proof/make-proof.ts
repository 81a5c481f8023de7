import { workingCache } from '../cache/working-cache.ts';
import type { SetPages } from '../editions/set-pages.ts';
import { startFinishing } from '../finishing/finisher.ts';
import { idsIn } from '../galley/galley.ts';
import type { Article } from '../issue/model.ts';
import type { Box } from '../on-pages/words-on-pages.ts';
import type { PlacedWords } from '../pages/in-page/word-places.ts';
import { pagesOfArticle } from '../pdf/offprints/make-offprints.ts';
import { savePdf } from '../pdf/save-pdf.ts';
import { wordsKind } from '../pdf/units/kept-kinds.ts';
import { openPdf } from '../pdf-reading/file/open-pdf.ts';
import { readTagTree } from '../pdf-reading/tags.ts';
import { inPoints } from '../text/in-points.ts';
import { addQueryNotes } from './add-query-notes.ts';
import { layAround } from './lay-around.ts';
import { proofLines } from './proof-lines.ts';
import { type ProofSheet, printSheets } from './proof-sheets.ts';
import { queriesOnPages } from './queries-on-pages.ts';

/**
 * Makes the proof of an article for its author: its pages as in the issue, with wide margins for remarks, the number of
 * every fifth line, and the queries of the manuscript beside their lines, as text and as annotations. Undefined if the
 * article has no pages. Throws TemplateError, BrowserDied.
 */
export async function makeProof(pages: SetPages, article: Article): Promise<Uint8Array | undefined> {
  const { context, printed, style } = pages;
  const { cache, chrome, galley, theme, issue } = context;
  const unit = printed.units.find(({ articles }) => articles.includes(article.id));
  if (!unit || !galley) return undefined;
  const working = workingCache(cache);
  const finisher = startFinishing({
    issue,
    terms: theme.terms,
    ids: idsIn(galley),
    wanted: { screen: false, offprints: true, press: undefined },
    checks: undefined,
    working,
  });
  const { offprints = [] } = await finisher.finish(unit).finally(working.close);
  const offprint = offprints.find((one) => one.article === article.id);
  if (!offprint) return undefined;
  const wordsOf = async (key: string) => (await cache.find<PlacedWords[]>(wordsKind, key)) ?? [];
  const words = await wordsOf(unit.key);
  const asked = await queriesOnPages(pages, article, wordsOf);
  const before = countBefore(pages, unit.key);
  const { width, height } = unit.trimming;
  const own = pagesOfArticle(unit, article.id);
  const sheets = own.map((page): ProofSheet => {
    const placed = words[page];
    return {
      folio: unit.folios[page] ?? '',
      lines: placed ? linesOn(placed, { width, height }) : [],
      queries: asked
        .filter((one) => nearestTo(one.page - before - 1, own) === page)
        .map(({ number, text, boxes }) => ({
          number,
          text,
          boxes: placed ? boxes.map((box) => onTrim(box, placed, { width, height })) : [],
        })),
    };
  });
  const made = await printSheets(await chrome(), { issue, style, theme }, article, { width, height }, sheets);
  const document = openPdf(offprint.pdf);
  const tags = asked.length > 0 ? readTagTree(document.catalog) : undefined;
  const to = `→ ${addresseeOf(article)}`;
  for (const [i, page] of document.getPages().entries())
    addQueryNotes(document, page, made.sheets[i]?.queries ?? [], to, tags);
  await layAround(document, made.pdf, made.sheets);
  return savePdf(document);
}

/** The author whom queries ask: who answers letters, else the first. */
function addresseeOf({ front: { authors } }: Article): string {
  return (authors.find(({ corresponding }) => corresponding) ?? authors[0])?.name ?? '';
}

/** The number of the issue’s pages before those of a unit. */
function countBefore({ printed: { units } }: SetPages, key: string): number {
  const at = units.findIndex((unit) => unit.key === key);
  return units.slice(0, at).reduce((sum, { count }) => sum + count, 0);
}

/** A page of the article, or its page nearest to one that is not. */
function nearestTo(page: number, own: readonly number[]): number | undefined {
  return own.toSorted((a, b) => Math.abs(a - page) - Math.abs(b - page))[0];
}

/** A box on the sheet as one on the page as it is cut; points. */
function onTrim([left, top, ...size]: Box, placed: PlacedWords, trimmed: { width: number; height: number }): Box {
  const aside = Math.max(0, (inPoints(placed.width) - trimmed.width) / 2);
  const above = Math.max(0, (inPoints(placed.height) - trimmed.height) / 2);
  return [left - aside, top - above, ...size];
}

/** Every fifth line of a page, in points from the edges of the page as it is cut. */
function linesOn(placed: PlacedWords, trimmed: { width: number; height: number }): ProofSheet['lines'] {
  const above = Math.max(0, (inPoints(placed.height) - trimmed.height) / 2);
  return proofLines(placed)
    .filter(({ number }) => number % 5 === 0)
    .map(({ number, middle, side }) => ({ number, side, middle: inPoints(middle) - above }));
}
