import { workingCache } from '../cache/working-cache.ts';
import type { SetPages } from '../editions/set-pages.ts';
import { startFinishing } from '../finishing/finisher.ts';
import { idsIn } from '../galley/galley.ts';
import type { Article } from '../issue/model.ts';
import type { PlacedWords } from '../pages/in-page/word-places.ts';
import { pagesOfArticle } from '../pdf/offprints/make-offprints.ts';
import { wordsKind } from '../pdf/units/kept-kinds.ts';
import { inPoints } from '../text/in-points.ts';
import { layAround } from './lay-around.ts';
import { proofLines } from './proof-lines.ts';
import { type ProofSheet, printSheets } from './proof-sheets.ts';

/**
 * Makes the proof of an article for its author: its pages as in the issue, with wide margins for remarks and the number
 * of every fifth line. Undefined if the article has no pages. Throws TemplateError, BrowserDied.
 */
export async function makeProof(
  { context, printed, style }: SetPages,
  article: Article,
): Promise<Uint8Array | undefined> {
  const { cache, chrome, galley, theme } = context;
  const unit = printed.units.find(({ articles }) => articles.includes(article.id));
  if (!unit || !galley) return undefined;
  const { issue } = context;
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
  const words = (await cache.find<PlacedWords[]>(wordsKind, unit.key)) ?? [];
  if (!offprint) return undefined;
  const { width, height } = unit.trimming;
  const sheets = pagesOfArticle(unit, article.id).map((page): ProofSheet => {
    const placed = words[page];
    return { folio: unit.folios[page] ?? '', lines: placed ? linesOn(placed, { width, height }) : [] };
  });
  const printedSheets = await printSheets(await chrome(), { issue, style, theme }, article, { width, height }, sheets);
  return layAround(offprint.pdf, printedSheets);
}

/** Every fifth line of a page, in points from the edges of the page as it is cut. */
function linesOn(placed: PlacedWords, trimmed: { width: number; height: number }): ProofSheet['lines'] {
  const above = Math.max(0, (inPoints(placed.height) - trimmed.height) / 2);
  return proofLines(placed)
    .filter(({ number }) => number % 5 === 0)
    .map(({ number, middle, side }) => ({ number, side, middle: inPoints(middle) - above }));
}
