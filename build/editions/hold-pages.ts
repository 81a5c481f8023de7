import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Position } from 'unist';
import { report } from '../diagnostics/report.ts';
import { FileMissing, type Repository } from '../disk/repository.ts';
import type { InType } from '../in-type/set-in-type.ts';
import { articleOfId } from '../issue/ids.ts';
import type { Article } from '../issue/model.ts';
import { type MovedPage, movedPages } from '../record/held-pages.ts';
import { parseRecord } from '../record/parse-record.ts';
import type { PageRecord } from '../record/schema.ts';
import { visit } from '../text/visit.ts';

/** The file of the pages of a published issue, in its folder in manuscripts/. */
export const publishedPagesName = 'pages.json';

/** The pages of a published issue, as they are kept beside its manuscripts; or why they cannot be read. */
export async function readPublishedPages(
  repository: Repository,
  folder: string,
): Promise<PageRecord | 'missing' | 'unreadable'> {
  try {
    const bytes = await repository.read(`manuscripts/${folder}/${publishedPagesName}`);
    return parseRecord(new TextDecoder().decode(bytes)) ?? 'unreadable';
  } catch (error) {
    return error instanceof FileMissing ? 'missing' : 'unreadable';
  }
}

/**
 * Holds the pages of a frozen issue to those that it was published with: what moved is reported at its line. Does
 * nothing for an issue that is not frozen.
 */
export async function holdPages({ issue, facts }: InType, record: PageRecord, repository: Repository): Promise<void> {
  if (!facts.value.frozen) return;
  const { folder, articles } = issue;
  const again = `If they may move, as in an issue that nobody has yet: offprint freeze ${folder} --again.`;
  const published = await readPublishedPages(repository, folder);
  if (typeof published === 'string') {
    report(facts.file, 'pages-frozen', {
      at: facts.at('frozen'),
      found:
        published === 'missing'
          ? `The issue is frozen, and manuscripts/${folder}/${publishedPagesName}, which has its pages, is missing`
          : `The issue is frozen, and manuscripts/${folder}/${publishedPagesName} cannot be read: it was edited, or two versions of it were merged`,
      expected: 'the pages that the issue was published with',
      fix: `Take the file from Git as it was when the issue was published. Or build the issue as it was, and freeze it: offprint freeze ${folder}.`,
    });
    return;
  }
  const moved = movedPages(published, record);
  const of = (id: string) => articles.find((article) => article.id === id);
  // An article by itself is held to its own pages.
  const isWhole = record.articles.length === articles.length;
  for (const { article, pages } of isWhole ? moved.gone : [])
    report(facts.file, 'pages-frozen', {
      at: facts.at('contents'),
      found: `The article ${article} is not in the contents any more; it was published on ${said(pages)}`,
      expected: `it on ${said(pages)}`,
      fix: `Put it back. ${again}`,
    });
  for (const page of moved.pages) {
    const article = of(page.article);
    if (article)
      report(article.file, 'pages-frozen', {
        at: placeOf(page, article),
        found: `“${page.words}” was published on page ${page.from}, and is on page ${page.to} now${page.more > 0 ? `; ${page.more} more pages of the article begin elsewhere, too` : ''}`,
        expected: 'every word on the page on which readers cite it',
        fix: `Make what was changed before it as long as it was. ${again}`,
      });
  }
  for (const { article: id, from, to } of moved.ranges) {
    const article = of(id);
    if (article && !moved.pages.some((page) => page.article === id))
      report(article.file, 'pages-frozen', {
        at: { line: 1, column: 1 },
        found: `The article was published on ${said(from)}, and is on ${said(to)} now`,
        expected: said(from),
        fix: `Make what was changed as long as it was, here or before it in the issue. ${again}`,
      });
  }
  for (const { id, from, to } of moved.ids.slice(0, 5)) {
    const article = of(articleOfId(id));
    if (article)
      report(article.file, 'pages-frozen', {
        at: elementOf(id, article) ?? { line: 1, column: 1 },
        found: `This was published on page ${from}, and is on page ${to} now (${id})`,
        expected: `it on page ${from}`,
        fix: `Make what was changed around it as long as it was. ${again}`,
      });
  }
}

/** `page 12`, `pages 12–14`. */
function said(pages: string): string {
  return `${pages.includes('–') ? 'pages' : 'page'} ${pages}`;
}

/** Where the words that moved stand in the manuscript as it is. */
function placeOf({ place, words }: MovedPage, article: Article): Position | { line: number; column: number } {
  const first = words.split(/\s+/).slice(1, 4).join(' ');
  let found: Position | undefined;
  const look = (element: Element): void => {
    if (/^(p|li|h[1-6]|td|th|dd|dt|figcaption|pre)$/.test(element.tagName) && first !== '')
      if (element.position && textOf(element).replace(/\s+/g, ' ').includes(first)) found = element.position;
  };
  visit(article.body, 'element', look);
  for (const note of article.notes) visit({ type: 'root', children: note.body }, 'element', look);
  return found ?? { line: place.line ?? 1, column: place.column ?? 1 };
}

function elementOf(id: string, article: Article): Position | undefined {
  let found: Position | undefined;
  visit(
    { type: 'root', children: [...article.body.children, ...article.notes.flatMap(({ body }) => body)] },
    'element',
    (element: Element) => {
      if (element.properties.id === id) found ??= element.position;
    },
  );
  return found ?? article.notes.find((note) => note.id === id)?.body.find((node) => node.position)?.position;
}
