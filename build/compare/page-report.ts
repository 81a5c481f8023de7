import { changedPages } from '../record/changed-pages.ts';
import type { EditionChange } from './change.ts';
import type { ComparedPage, ComparedSide } from './model.ts';

/** A page that is not as it was: its index in each edition, from 0, and what of it changed. */
export interface PageReport {
  before?: number | undefined;
  after?: number | undefined;
  /** The folios; where a page has none, its place in the PDF: `(3)`. */
  names: { before?: string | undefined; after?: string | undefined };
  what: 'changed' | 'added' | 'removed';
  /** The numbers of the changes on it, as they are shown, from 1. */
  changes: number[];
  /**
   * Why it looks otherwise: a change stands on it, other words came to stand on it, a number in its words is another
   * one, the same words are set otherwise, or it has no words, and shows another picture.
   */
  cause: 'changes' | 'moved words' | 'other numbers' | 'set otherwise' | 'other picture';
}

/** The pages of an issue that are not as they were; undefined where the pages of an edition are not known. */
export interface PagesReport {
  counts: readonly [before: number, after: number];
  pages: PageReport[];
  /** Runs of pages that have only another number, by their folios. */
  renumbered: [before: string, after: string][];
}

/** Finds the pages that changed, by their hashes, and tells for each what stands there. */
export function reportChangedPages(
  before: ComparedSide,
  after: ComparedSide,
  changes: readonly EditionChange[],
): PagesReport | undefined {
  const [old, now] = [hashed(before.pages), hashed(after.pages)];
  if (!old || !now || old.length === 0 || now.length === 0) return undefined;
  const found = changedPages(old, now);
  const gone = new Set(found.gone);
  const fresh = new Set([...found.changed, ...found.added]);
  // Between pages that stay, those that changed follow each other in both.
  const stays = old.map((_, i) => i).filter((i) => !gone.has(i));
  const places = now.map((_, i) => i).filter((i) => !found.added.includes(i));
  const partner = new Map(places.map((place, i) => [place, stays[i]]));
  const [pagesBefore, pagesAfter] = [before.pages, after.pages].map(names) as [string[], string[]];
  const words = [wordsByPage(before), wordsByPage(after)] as const;
  const pages: PageReport[] = [];
  const add = (one: number | undefined, other: number | undefined): void => {
    const what = one === undefined ? 'added' : other === undefined ? 'removed' : 'changed';
    const [from, to] = [one === undefined ? undefined : old[one], other === undefined ? undefined : now[other]];
    const standing = changes.flatMap(({ places: at, kind }, i) => {
      const isThere = (from?.folio && at.before.page === from.folio) || (to?.folio && at.after.page === to.folio);
      return isThere && kind !== 'moved' ? [i + 1] : [];
    });
    const [had, has] = [words[0].get(from?.folio ?? ''), words[1].get(to?.folio ?? '')];
    const isPicture = before.isPlain && !had && !has;
    const same = isPicture ? 'other picture' : causeIn(had, has);
    pages.push({
      ...(one === undefined ? {} : { before: one }),
      ...(other === undefined ? {} : { after: other }),
      names: {
        before: one === undefined ? undefined : pagesBefore[one],
        after: other === undefined ? undefined : pagesAfter[other],
      },
      what,
      changes: standing,
      cause: standing.length > 0 ? 'changes' : same,
    });
  };
  // Pages of an article that stands elsewhere are the same under other numbers.
  const elsewhere = found.gone.flatMap((one): [number, number][] => {
    const other = found.added.find((place) => fresh.has(place) && now[place]?.hash === old[one]?.hash);
    if (other === undefined) return [];
    fresh.delete(other);
    gone.delete(one);
    return [[one, other]];
  });
  for (const place of now.keys()) if (fresh.has(place)) add(partner.get(place), place);
  for (const place of gone) add(place, undefined);
  return {
    counts: [old.length, now.length],
    pages: pages.sort((a, b) => (a.after ?? a.before ?? 0) - (b.after ?? b.before ?? 0)),
    renumbered: runs(
      [...found.moved, ...elsewhere].map(([one, other]) => [pagesBefore[one] ?? '', pagesAfter[other] ?? '']),
    ),
  };
}

/** Why a page without a change of its own looks otherwise, by its words in both editions. */
function causeIn(had: PageWords | undefined, has: PageWords | undefined): PageReport['cause'] {
  if (had?.own !== has?.own) return 'moved words';
  return had?.all === has?.all ? 'set otherwise' : 'other numbers';
}

function hashed(pages: readonly ComparedPage[]): { folio: string; hash: string }[] | undefined {
  const known = pages.flatMap(({ folio, hash }) => (hash === undefined ? [] : [{ folio, hash }]));
  return known.length === pages.length ? known : undefined;
}

/** The name of each page: its folio, or its place in the PDF. */
export const names = (pages: readonly ComparedPage[]): string[] =>
  pages.map(({ folio }, i) => (folio === '' ? `(${i + 1})` : folio));

/** The words of a page: those of its author, and all, with the numbers that the build put in. */
interface PageWords {
  own: string;
  all: string;
}

function wordsByPage({ parts }: ComparedSide): Map<string, PageWords> {
  const words = new Map<string, [own: string, all: string][]>();
  for (const part of parts)
    for (const block of [...part.facts, ...part.blocks, ...part.notes])
      for (const { text, made = text, page } of block.tokens) {
        const list = words.get(page ?? '') ?? [];
        list.push([made, text]);
        words.set(page ?? '', list);
      }
  const joined = (list: [string, string][], which: 0 | 1) => list.map((one) => one[which]).join(' ');
  return new Map([...words].map(([page, list]) => [page, { own: joined(list, 0), all: joined(list, 1) }]));
}

/** Pages that were renumbered side by side, as ranges. */
function runs(pairs: readonly [string, string][]): [string, string][] {
  const found: { from: [string, string]; to: [string, string] }[] = [];
  for (const pair of pairs) {
    const last = found.at(-1);
    const follows = last && pair.every((one, i) => Number(one) === Number(last.to[i as 0 | 1]) + 1);
    if (follows) last.to = pair;
    else found.push({ from: pair, to: pair });
  }
  return found.map(({ from, to }) => [range(from[0], to[0]), range(from[1], to[1])]);
}

const range = (from: string, to: string): string => (from === to ? from : `${from}–${to}`);
