import type { Trimming } from '../pages/in-page/page-rules.ts';
import type { Survey } from '../pages/in-page/survey.ts';
import type { PageCopy } from './offprints/plan-copies.ts';
import type { TagPlan } from './tags/plan.ts';

/** A unit of an issue in print. Its PDF is read where it is kept: an issue holds those of no units. */
export interface PrintedUnit extends PrintedPages {
  /** Reads the browser’s PDF. Throws ResultGone. */
  pdf: () => Promise<Uint8Array>;
}

/** A unit with the browser’s PDF: its own pages, then the copies of pages for offprints. Plain data. */
export interface LoadedUnit extends PrintedPages {
  pdf: Uint8Array;
}

/**
 * The facts of a unit’s pages: of an article, a chain of articles that run on, or pages of the issue’s own. They are
 * counted from 0 within the unit. Plain data.
 */
export interface PrintedPages {
  /** Its name, unique in the issue, made of ids and never of positions: `on-margins`, `front`. */
  name: string;
  /** A hash of everything that its pages depend on. */
  key: string;
  /** The ids of its articles, in order; empty for the issue’s own pages. */
  articles: string[];
  /** The number of its own pages. */
  count: number;
  /** The planned tags: the first is the document, with the unit’s sections below it. */
  tags: TagPlan;
  /** The copies, by the indexes of pages within the unit. */
  copies: PageCopy[];
  /** The folio of each of its own pages; empty for pages that are not counted. */
  folios: string[];
  /** The folios that are printed in it, by the ids of what they refer to. */
  references: Record<string, string>;
  /** The ids in other units that its links lead to. */
  linksOut: string[];
  /** What its own pages have. */
  survey: Survey;
  trimming: Trimming;
}

/** A unit with its PDF in memory. */
export async function loadUnit({ pdf, ...pages }: PrintedUnit): Promise<LoadedUnit> {
  return { ...pages, pdf: await pdf() };
}

/**
 * The address of a link to an element of another unit: the browser drops links to elements that are not in the
 * document, and keeps addresses. The name is one that the internet never gives to anybody (RFC 6761).
 */
export const otherUnit = 'https://offprint.invalid/#';
