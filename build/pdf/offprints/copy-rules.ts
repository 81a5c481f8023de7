import { copyPageRules, headsOf, maxHeadLetters, type RunningHeads, sameHeads } from '../../galley/running-heads.ts';
import { idIn, styledPages } from '../../issue/ids.ts';
import { issueLine } from '../../issue/issue-line.ts';
import { licenceName } from '../../issue/licence.ts';
import type { Article, Issue } from '../../issue/model.ts';
import { termsFor } from '../../theme/terms.ts';
import type { Theme } from '../../theme/theme.ts';
import type { PageCopy } from './plan-copies.ts';

/** The named page (CSS) of a copy. */
export function copyPageName({ article, page }: PageCopy): string {
  return idIn(article, `copy-${page + 1}`);
}

/** The pages of a unit of which copies are made, by their index in it. */
export interface CopiedPages {
  /** The named page (CSS) of each. */
  names: readonly string[];
  folios: readonly string[];
  /** The articles of each. */
  articles: readonly (readonly string[])[];
}

/**
 * The `@page` rules of copies: those of the copied pages, with the same folios. The first page’s head shows the line
 * that names the offprint’s source; later pages have the article’s own running heads, because the issue’s may be
 * another article’s. Throws TemplateError.
 */
export async function copyRules(
  issue: Issue,
  { names, folios, articles: shown }: CopiedPages,
  copies: readonly PageCopy[],
  css: string,
  theme: Theme,
): Promise<string> {
  const words = termsFor(theme.terms, issue.journal.lang);
  const rulesOf = copyPageRules(css);
  const room = maxHeadLetters(css);
  const rules: string[] = [];
  for (const copy of copies) {
    const article = issue.articles.find(({ id }) => id === copy.article);
    if (!article) continue;
    const heads = copy.opens ? await lineOf(article) : headsOf(issue, article, words, room);
    rules.push(
      rulesOf(styledPages(names[copy.page] ?? '', issue.articles), copyPageName(copy), heads),
      `@page ${copyPageName(copy)} { counter-set: page ${folios[copy.page]}; }`,
    );
  }
  return rules.join('\n');

  async function lineOf(article: Article): Promise<RunningHeads> {
    const first = folios[shown.findIndex((ids) => ids.includes(article.id))] ?? '';
    const last = folios[shown.findLastIndex((ids) => ids.includes(article.id))] ?? '';
    return sameHeads(await offprintLine(article, { first, last }, issue, theme));
  }
}

/** The line that names the source of an article’s offprint, with its first and last folio. Throws TemplateError. */
export async function offprintLine(
  article: Article,
  { first, last }: { first: string; last: string },
  issue: Issue,
  { templates, terms }: Theme,
): Promise<string> {
  const words = termsFor(terms, issue.journal.lang);
  const about = {
    article,
    journal: issue.journal,
    facts: issue.facts,
    words,
    issueLine: issueLine(issue, words),
    pages: first === last ? first : `${first}–${last}`,
    isOne: first === last,
    licenceName,
  };
  return (await templates.render('print/offprint-line.ejs', about)).replace(/\s+/g, ' ').trim();
}

/**
 * The lines that name the sources of offprints, for every first and last page that each article may have among pages
 * with these folios: which ones it has is known when they are composed. Throws TemplateError.
 */
export async function possibleLines(
  issue: Issue,
  articles: readonly string[],
  folios: readonly string[],
  theme: Theme,
): Promise<string[]> {
  const lines: string[] = [];
  for (const article of issue.articles.filter(({ id }) => articles.includes(id)))
    for (const [i, first] of folios.entries())
      for (const last of folios.slice(i)) lines.push(await offprintLine(article, { first, last }, issue, theme));
  return lines;
}
