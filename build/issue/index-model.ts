import type { Position } from 'unist';
import { partOfId } from './ids.ts';
import type { Phrase } from './model.ts';

/** The indexes that an issue can have. */
export const indexNames = ['subjects', 'names'] as const;
export type IndexName = (typeof indexNames)[number];

/** A mark for an index in the text or a note of an article. */
export interface PlacedMark {
  /** Id of the element that has the place: `on-margins--_index-3`. */
  id: string;
  index: IndexName;
  /** The entry, with the entries that it stands below before it. */
  path: Phrase[];
  /** What each of them is sorted by; undefined where that follows from its words. */
  sort: (string | undefined)[];
  lang: string;
  range?: 'begin' | 'end';
  /** True if the place is in a note. */
  isNote: boolean;
  /** The entries to look at instead, or besides, as they were written. */
  see?: string;
  seeAlso?: string;
  at?: Position | undefined;
}

/** An index of an issue, sorted and complete except for its folios. */
export interface IssueIndex {
  name: IndexName;
  /** Id of the part that it is: `index-subjects`. */
  id: string;
  groups: IndexGroup[];
}

/** The entries of a letter. */
export interface IndexGroup {
  letter: string;
  entries: IndexEntry[];
}

export interface IndexEntry {
  id: string;
  phrase: Phrase;
  lang: string;
  /** In the order of the issue. */
  places: IndexPlace[];
  see: IndexReference[];
  seeAlso: IndexReference[];
  /** The entries below it. */
  entries: IndexEntry[];
}

/** A place that an entry leads to, or the beginning and the end of a range. */
export interface IndexPlace {
  id: string;
  to?: string;
  isNote: boolean;
}

/** A reference to another entry: the names of the entries on the way there, and its id. */
export interface IndexReference {
  names: Phrase[];
  id: string;
}

/** The id of the part that an index is. */
export function indexId(name: IndexName): string {
  return `index-${name}`;
}

/** The part of an id that a mark for an index has in its article, counted from 1. No author can give such an id. */
export function indexPart(number: number): string {
  return `_index-${number}`;
}

/** True of the id of a mark for an index, with its article. */
export function isIndexPart(id: string): boolean {
  return partOfId(id).startsWith('_index-');
}
