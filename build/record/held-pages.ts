import type { PageRecord, RecordPlace } from './schema.ts';

/** A page of a published issue that does not begin where it did, or something that is on another page. */
export interface MovedPage {
  /** Id of the article. */
  article: string;
  /** Where in the manuscript: the first words of what moved. */
  place: RecordPlace;
  /** The words that moved, by their beginning. */
  words: string;
  from: string;
  to: string;
  /** The number of further pages of the article that do not begin where they did. */
  more: number;
}

/** Something with an id that is on another page than when the issue was published. */
export interface MovedId {
  id: string;
  from: string;
  to: string;
}

/** The parts of a published issue that are not where its readers cite them. */
export interface MovedPages {
  /** Articles that are gone, with their pages. */
  gone: { article: string; pages: string }[];
  /** Articles that have other pages. */
  ranges: { article: string; from: string; to: string }[];
  /** The first such page of each article. */
  pages: MovedPage[];
  /** What moved on pages that begin where they did: figures, tables, notes. */
  ids: MovedId[];
}

/**
 * Compares the pages of an issue with those that it had when it was published: a change is one that a reader who cites
 * a page would notice. Words may change as long as each page begins where it did.
 */
export function movedPages(published: PageRecord, now: PageRecord): MovedPages {
  const moved: MovedPages = { gone: [], ranges: [], pages: [], ids: [] };
  const articles = new Map(now.articles.map((article) => [article.id, article]));
  for (const { id, first, last } of published.articles) {
    const own = articles.get(id);
    const pages = rangeOf(first, last);
    if (!own) moved.gone.push({ article: id, pages });
    else if (own.first !== first || own.last !== last)
      moved.ranges.push({ article: id, from: pages, to: rangeOf(own.first, own.last) });
    if (own) moved.pages.push(...firstMoved(id, published, now));
  }
  const told = new Set([...moved.pages, ...moved.ranges].map(({ article }) => article));
  for (const [id, from] of Object.entries(published.ids)) {
    const to = now.ids[id];
    const [article = ''] = id.split('--', 1);
    if (to !== undefined && to !== from && !told.has(article)) moved.ids.push({ id, from, to });
  }
  return moved;
}

/** True if nothing moved. */
export function isHeld({ gone, ranges, pages, ids }: MovedPages): boolean {
  return [gone, ranges, pages, ids].every(({ length }) => length === 0);
}

/** `12–20`, or `12`. */
export function rangeOf(first: string, last: string): string {
  return first === last ? first : `${first}–${last}`;
}

/** The first page of an article that does not begin where it did. */
function firstMoved(article: string, published: PageRecord, now: PageRecord): MovedPage[] {
  const starts = startsOf(article, now);
  const others = [...startsOf(article, published)].flatMap(([folio, old]) => {
    const start = starts.get(folio);
    return start && !isSameStart(old, start) ? [{ folio, old, start }] : [];
  });
  const [first] = others;
  if (!first) return [];
  const { folio, old, start } = first;
  const before = String(Number(folio) - 1);
  // Words that stand earlier than the page’s old beginning came over from the page before; else some went back there.
  const cameOver = isBefore(start, old);
  return [
    {
      article,
      place: cameOver ? start : old,
      words: (cameOver ? start : old).text,
      from: cameOver ? before : folio,
      to: cameOver ? folio : before,
      more: others.length - 1,
    },
  ];
}

/** Where each page of an article begins in it, by folio. */
function startsOf(article: string, { pages }: PageRecord): Map<string, RecordPlace> {
  const starts = new Map<string, RecordPlace>();
  for (const { folio, columns } of pages) {
    const [start] = columns;
    if (folio !== '' && start?.article === article) starts.set(folio, start);
  }
  return starts;
}

/**
 * True if a page begins at the same words, though lines or words before it, or some of these words themselves, were
 * changed.
 */
function isSameStart(old: RecordPlace, now: RecordPlace): boolean {
  if (old.text === now.text) return true;
  const isSameWord = old.word === now.word && old.letters === now.letters && old.note === now.note;
  if (!isSameWord) return false;
  return (old.line === now.line && old.column === now.column) || sharedWords(old.text, now.text) >= 0.5;
}

/** The part of the words of a text that another has, too. */
function sharedWords(one: string, other: string): number {
  const words = one.split(/\s+/);
  const others = new Set(other.split(/\s+/));
  return words.filter((word) => others.has(word)).length / Math.max(words.length, 1);
}

function isBefore(one: RecordPlace, other: RecordPlace): boolean {
  return (one.line ?? 0) - (other.line ?? 0) < 0 || (one.line === other.line && one.word < other.word);
}
