import type { Root } from 'postcss';
import { isInside } from '../disk/is-inside.ts';
import { offprintRoot, type Repository } from '../disk/repository.ts';
import { checkCounters } from './check-counters.ts';
import { checkMeasures } from './check-measures.ts';
import { computeTokens } from './compute-tokens.ts';
import { addFormulaSize } from './formula-size.ts';
import { gatherFiles } from './gather.ts';
import { pagesSheet } from './pages-sheet.ts';
import { type StyleFault, type StylePlace, stylePlace, stylesheetOf } from './style-error.ts';
import { readStylesheet } from './stylesheet.ts';
import { readTokens, resolveTokens, tokenDeclarations } from './tokens.ts';
import { grantWishes, type Wishes } from './wishes.ts';

/** A style, ready for an edition: everything it needs travels with it. */
export interface Style {
  /** One stylesheet, without `@import`; its `url()`s are keys of `files`. */
  css: string;
  faces: Face[];
  /** Faces as `fonts/<name>`, other files as `style/<name>`. */
  files: Map<string, Uint8Array>;
  /** The custom properties on `:root`, each resolved to a plain value: `--text-size` → `9.3pt`. */
  tokens: Map<string, string>;
  /** Where each of them is said. */
  places: Map<string, StylePlace>;
  /** What of its measures does not hold. */
  faults: StyleFault[];
  /** Whether a stylesheet is the journal’s own, and not Offprint’s. */
  isOwn: (path: string) => boolean;
}

/** A typeface in one weight and slope. */
export interface Face {
  family: string;
  /** 400, 600 … */
  weight: number;
  italic: boolean;
  /** Its key in the style's files. */
  file: string;
  data: Uint8Array;
  /** Where the style names it. */
  at?: StylePlace;
  /** The text of the licence that lies beside the face, which has to travel with it. */
  licence?: string;
}

/**
 * Reads a style by one of its stylesheets, `which`. `name` is what journal.yaml says: a folder in styles/ that has a
 * `print.css` and an `epub.css`, or a single file in styles/ that is laid over the house style `quarterly`. `wishes`
 * are what the journal and its issue ask for by keys, in place of what the stylesheets say. In the one of the printed
 * pages, whatever follows from the page is computed, and what does not hold is among the faults; in any other, custom
 * properties become plain values, since old readers do not know them. Throws StyleError for what cannot be read,
 * FileMissing where there is no such style.
 */
export async function readStyle(
  repository: Repository,
  name: string,
  which: string,
  wishes: Wishes = { tokens: [], faces: [] },
): Promise<Style> {
  const sheet = await readStylesheet(repository, name, which);
  const said = readTokens(sheet, {});
  const granted = await grantWishes(wishes, repository, (token) => said.get(token));
  sheet.append(granted.sheet.nodes);
  const isOwn = await ownSheets(repository, sheet);
  const { faces, files } = await gatherFiles(repository, sheet);
  const declared = tokenDeclarations(sheet);
  const places = new Map([...declared].map(([token, at]) => [token, stylePlace(at)]));
  const resolved = readTokens(sheet, {});
  const common = { faces, files, places, isOwn };
  if (which !== pagesSheet) {
    resolveTokens(sheet, resolved);
    return { ...common, css: sheet.toString(), tokens: resolved, faults: granted.faults };
  }
  addFormulaSize(sheet, resolved, faces);
  const tokens = computeTokens(sheet, resolved);
  const faults = checkMeasures({ sheet, declared, tokens, families: faces.map(({ family }) => family), isOwn });
  return {
    ...common,
    css: sheet.toString(),
    tokens,
    faults: [...granted.faults, ...faults, ...checkCounters(sheet, isOwn)],
  };
}

/**
 * Tells the journal’s own stylesheets and settings from Offprint’s. In Offprint’s own repository, only the settings are
 * a journal’s.
 */
async function ownSheets(repository: Repository, sheet: Root): Promise<(path: string) => boolean> {
  const paths = new Set(sheet.nodes.map(stylesheetOf));
  const own = new Set<string>();
  for (const path of paths) {
    if (path.startsWith('manuscripts/')) own.add(path);
    else if (repository.root !== offprintRoot && path !== '') {
      const { source } = await repository.themeFile(path);
      // A journal may lie in Offprint’s folder, and Offprint in the journal’s, in node_modules.
      const isJournals = isInside(offprintRoot, repository.root) && isInside(repository.root, source);
      if (!isInside(offprintRoot, source) || isJournals) own.add(path);
    }
  }
  return (path) => own.has(path);
}
