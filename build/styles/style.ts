import type { Repository } from '../repository.ts';
import { gatherFiles } from './gather.ts';
import { readStylesheet } from './stylesheet.ts';
import { readTokens, resolveTokens } from './tokens.ts';

/** A style, ready for an edition: everything it needs travels with it. */
export interface Style {
  /** One stylesheet, without `@import`; its `url()`s are keys of `files`. */
  css: string;
  faces: Face[];
  /** Faces as `fonts/<name>`, other files as `style/<name>`. */
  files: Map<string, Uint8Array>;
  /** The custom properties on `:root`, each resolved to a plain value: `--text-size` → `9.3pt`. */
  tokens: Map<string, string>;
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
  /** The text of the licence that lies beside the face, which has to travel with it. */
  licence?: string;
}

/**
 * Reads a style for an edition. `name` is what journal.yaml says: a folder in styles/ that has a `print.css` and an `epub.css`, or a single file
 * in styles/ that is laid over the house style `quarterly`. For `epub`, custom properties become plain values, since old readers do not know
 * them; `accent` is the issue's own colour, in place of the style's `--accent`.
 * Throws StyleError for what cannot be read, FileMissing where there is no such style.
 */
export async function readStyle(
  repository: Repository,
  name: string,
  edition: 'print' | 'epub',
  accent?: string,
): Promise<Style> {
  const sheet = await readStylesheet(repository, name, edition);
  const { faces, files } = await gatherFiles(repository, sheet);
  const tokens = readTokens(sheet, accent ? { '--accent': accent } : {});
  if (edition === 'epub') resolveTokens(sheet, tokens);
  return { css: sheet.toString(), faces, files, tokens };
}
