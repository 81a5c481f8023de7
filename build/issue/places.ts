import type { Node, Point } from 'unist';
import type { VFile } from 'vfile';
import type { Article } from './model.ts';

/** A place in a manuscript: its file, and what stands there; only the file where no more is known. */
export interface ManuscriptPlace {
  file: VFile;
  at?: Point | Node | undefined;
}

/**
 * A place in a manuscript as the blocks of the print document bear it through the browser, in `data-pos`: the article’s id alone, or with line and column; empty for what comes from no manuscript.
 * It is written by `markOf` and read by `readMark`, and for everybody else only the same as another or not.
 */
export type PlaceMark = string & { readonly is: 'a place' };

/** What a mark says. */
export interface Marked {
  /** Id of the article. */
  article: string;
  start?: { line: number; column: number };
}

export function markOf(article: string, start?: Point): PlaceMark {
  return (start ? `${article}:${start.line}:${start.column}` : article) as PlaceMark;
}

export function readMark(mark: PlaceMark): Marked {
  const [article = '', line, column] = mark.split(':');
  return line && column ? { article, start: { line: Number(line), column: Number(column) } } : { article };
}

/** The place in the manuscripts of an issue that a mark is of; undefined where it is of none. */
export function placeIn(
  { articles }: { articles: readonly Pick<Article, 'id' | 'file'>[] },
  mark: PlaceMark,
): { file: VFile; at: Point | undefined } | undefined {
  const { article: id, start } = readMark(mark);
  const article = articles.find((one) => one.id === id);
  return article && { file: article.file, at: start };
}
