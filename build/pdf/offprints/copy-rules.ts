import { copyPageRules, headsOf, maxHeadLetters, type RunningHeads, sameHeads } from '../../galley/running-heads.ts';
import { idIn, styledPages } from '../../issue/ids.ts';
import { issueLine } from '../../issue/issue-line.ts';
import type { Article, Issue } from '../../issue/model.ts';
import type { PagesMade } from '../../pages/make-pages.ts';
import { pageRecord } from '../../pages/page-record.ts';
import { termsFor } from '../../theme/terms.ts';
import type { Theme } from '../../theme/theme.ts';
import type { PageCopy } from './plan-copies.ts';

/** The named page (CSS) of a copy. */
export function copyPageName({ article, page }: PageCopy): string {
  return idIn(article, `copy-${page + 1}`);
}

/**
 * The `@page` rules of copies: those of the copied pages, with the same folios. The first page’s head shows the line
 * that names the offprint’s source; later pages have the article’s own running heads, because the issue’s may be
 * another article’s. Throws TemplateError.
 */
export async function copyRules(
  issue: Issue,
  made: PagesMade,
  copies: readonly PageCopy[],
  css: string,
  { templates, terms }: Theme,
): Promise<string> {
  const words = termsFor(terms, issue.journal.lang);
  const { articles } = pageRecord(issue, made);
  const rulesOf = copyPageRules(css);
  const room = maxHeadLetters(css);
  const names = new Map(made.orders.flat().map(({ index, name }) => [index - 1, name]));
  const rules: string[] = [];
  for (const copy of copies) {
    const article = issue.articles.find(({ id }) => id === copy.article);
    if (!article) continue;
    const name = names.get(copy.page) ?? '';
    const heads = copy.opens ? await lineOf(article) : headsOf(issue, article, words, room);
    rules.push(
      rulesOf(styledPages(name, issue.articles), copyPageName(copy), heads),
      `@page ${copyPageName(copy)} { counter-set: page ${made.list[copy.page]?.folio}; }`,
    );
  }
  return rules.join('\n');

  async function lineOf(article: Article): Promise<RunningHeads> {
    const { first = '', last = '' } = articles.find(({ id }) => id === article.id) ?? {};
    const about = {
      article,
      journal: issue.journal,
      facts: issue.facts,
      words,
      issueLine: issueLine(issue, words),
      pages: first === last ? first : `${first}–${last}`,
      isOne: first === last,
    };
    const line = (await templates.render('print/offprint-line.ejs', about)).replace(/\s+/g, ' ').trim();
    return sameHeads(line);
  }
}
