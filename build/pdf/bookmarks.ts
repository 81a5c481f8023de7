import type { PDFRef } from '@cantoo/pdf-lib';
import type { Issue } from '../issue/model.ts';
import type { Terms } from '../theme/terms.ts';
import type { Bookmark } from './outline.ts';
import type { TagPlan } from './tags/plan.ts';
import type { TagPlace } from './tags/retag.ts';

/** Finds the place of an element by its HTML id. */
export type FindTagPlace = (id: string) => TagPlace | undefined;

/**
 * The distance in points from the target of a bookmark, or of a link, to the letters below it: the line should not
 * begin at the window’s edge.
 */
export const aboveTarget = 6;

/**
 * The bookmarks of an issue: `cover`, which is its first page, its other first pages, its sections with their articles,
 * each article’s headings, its indexes.
 */
export function issueBookmarks(issue: Issue, words: Terms, find: FindTagPlace, cover: PDFRef | undefined): Bookmark[] {
  const bookmarks: Bookmark[] = cover ? [{ title: words.cover ?? '', page: cover, children: [] }] : [];
  for (const id of ['title-page', 'masthead', 'contents']) {
    const place = find(id);
    if (place) bookmarks.push({ title: words[id] ?? id, page: place.page, children: [] });
  }
  for (const section of issue.sections) {
    const articles = section.articles.flatMap((article) => articleBookmark(article, find));
    const [first] = articles;
    if (section.title && first)
      bookmarks.push({ title: section.title.text, page: first.page, children: articles, open: true });
    else bookmarks.push(...articles);
  }
  for (const { id } of issue.indexes ?? []) {
    const place = find(id);
    if (place) bookmarks.push({ title: words[id] ?? id, page: place.page, children: [] });
  }
  const colophon = find('colophon');
  if (colophon) bookmarks.push({ title: words.colophon ?? '', page: colophon.page, children: [] });
  return bookmarks;
}

/** An article as its bookmarks need it. */
export interface BookmarkedArticle {
  id: string;
  title: { text: string };
  headings: readonly { id: string; level: number; title: { text: string } }[];
}

/** The bookmark of an article, with those of its headings. */
export function articleBookmark(article: BookmarkedArticle, find: FindTagPlace): Bookmark[] {
  const place = find(article.id);
  if (!place) return [];
  return [
    { title: article.title.text, page: place.page, top: place.top + aboveTarget, children: headings(article, find) },
  ];
}

function headings({ headings }: BookmarkedArticle, find: FindTagPlace): Bookmark[] {
  const roots: Bookmark[] = [];
  const open: { level: number; children: Bookmark[] }[] = [{ level: 0, children: roots }];
  for (const { id, level, title } of headings) {
    const place = find(id);
    if (!place) continue;
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const bookmark: Bookmark = { title: title.text, page: place.page, top: place.top + aboveTarget, children: [] };
    open.at(-1)?.children.push(bookmark);
    open.push({ level, children: bookmark.children });
  }
  return roots;
}

/** Makes a function that finds the first content of an element with an id, or inside it. */
export function placeFinder(plan: TagPlan, places: ReadonlyMap<number, TagPlace>): FindTagPlace {
  const numbers = new Map(plan.flatMap(({ id }, number) => (id ? [[id, number] as const] : [])));
  return (id) => {
    const number = numbers.get(id);
    if (number === undefined) return undefined;
    for (let at = number; at < plan.length; at++) {
      const place = places.get(at);
      if (at > number && !isWithin(plan, at, number)) return undefined;
      if (place) return place;
    }
    return undefined;
  };
}

function isWithin(plan: TagPlan, inner: number, outer: number): boolean {
  let at = inner;
  while (at > outer) at = plan[at]?.parent ?? -1;
  return at === outer;
}
