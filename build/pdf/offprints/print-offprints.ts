import type { Page } from '../../browser/browser.ts';
import type { PagesMade } from '../../pages/make-pages.ts';
import { printPages } from '../print.ts';
import type { TagPlan } from '../tags/plan.ts';
import { numbersOf } from './article-tags.ts';

/** Pages that were printed for offprints. */
export interface OffprintSheets {
  pdf: Uint8Array;
  /** The page that is the first of them, counted from 0. */
  first: number;
  articles: string[];
}

/**
 * Prints the pages of all articles once more, with the line of each offprint at the head of its first page; an article that shares a page with another is printed by itself, with
 * nothing of the other. `heads` are the rules of those lines.
 */
export async function printOffprints(
  page: Page,
  date: Date,
  { survey }: PagesMade,
  plan: TagPlan,
  heads: string,
): Promise<OffprintSheets[]> {
  await page.addStyleTag({
    content: `${heads}\n[data-elsewhere], [data-elsewhere] * { visibility: hidden !important; }`,
  });
  const pagesOf = new Map<string, number[]>();
  survey.articles.forEach((ids, index) => {
    for (const id of ids) pagesOf.set(id, [...(pagesOf.get(id) ?? []), index]);
  });
  const shares = ([, pages]: [string, number[]]) => pages.some((index) => (survey.articles[index]?.length ?? 0) > 1);
  const alone = [...pagesOf].filter((one) => !shares(one));
  const sheets: OffprintSheets[] = [];
  const print = async (pages: readonly number[], articles: string[]) => {
    const [first, last] = [Math.min(...pages), Math.max(...pages)];
    sheets.push({ pdf: await printPages(page, date, { from: first + 1, to: last + 1 }), first, articles });
  };
  if (alone.length > 0)
    await print(
      alone.flatMap(([, pages]) => pages),
      alone.map(([id]) => id),
    );
  for (const [id, pages] of [...pagesOf].filter(shares)) {
    await page.evaluate(hideOthers, id, numbersOf(plan, id));
    await page.evaluate(namePages, id, pages);
    await print(pages, [id]);
  }
  return sheets;
}

/** Hides what belongs to other articles, in the page: notes stand apart from theirs, and are known by their tags. */
function hideOthers(article: string, { from, to }: { from: number; to: number }): void {
  const mark = (element: Element, elsewhere: boolean) => element.toggleAttribute('data-elsewhere', elsewhere);
  for (const part of document.querySelectorAll<HTMLElement>('[data-article]'))
    mark(part, part.dataset.article !== article);
  for (const note of document.querySelectorAll<HTMLElement>('.page-notes .note')) {
    const number = Number(note.dataset.tag);
    mark(note, number < from || number >= to);
  }
  for (const area of document.querySelectorAll('.page-notes'))
    mark(area, area.querySelector('.note:not([data-elsewhere])') === null);
}

/** Gives an article’s pages their own running heads, in the page: they may be named after the article that they begin with. `indexes` are counted from 0. */
function namePages(article: string, indexes: readonly number[]): void {
  for (const page of document.querySelectorAll<HTMLElement>('.page[data-page]')) {
    const at = indexes.indexOf(Number(page.dataset.page) - 1);
    if (at >= 0) page.style.setProperty('page', at === 0 ? `${article}-open` : article);
  }
}
