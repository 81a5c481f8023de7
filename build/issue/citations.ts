import type { Position } from 'unist';
import type { VFile } from 'vfile';

/** A work that a manuscript cites, with the places. */
export interface CitedPlaces {
  key: string;
  /** How often it is cited. */
  count: number;
  /** The places of the citations; fewer than there are, where the tree has none. */
  at: { line: number; column: number }[];
  /** The id of its entry in the article’s bibliography, if it has one. */
  entry?: string;
}

/** A work of a bibliography, as an editor knows it again. */
export interface DescribedWork {
  key: string;
  /** Author, year and title. */
  about: string;
  /** What a reader needs to find a work of its kind, and the entry does not say. */
  lacks: string[];
  /** Its entry, as an item of CSL-JSON. */
  item: { id: string; type: string; [field: string]: unknown };
  file: VFile;
  /** The place of its entry in the file. */
  place: Position;
}

/** A bibliography that the articles of an issue name. */
export interface NamedWorks {
  file: VFile;
  works: DescribedWork[];
  /** True if it lies outside the issue’s folder, so that other issues may cite from it. */
  isShared: boolean;
}

/** The citations of an issue. */
export interface IssueCitations {
  style: string;
  /** The articles that cite, in their order. */
  articles: { id: string; file: VFile; works: { places: CitedPlaces; work: DescribedWork }[] }[];
  bibliographies: NamedWorks[];
  /** The paths of the files that settings name for them: bibliographies, and a style of the journal’s own. */
  sources: string[];
}
