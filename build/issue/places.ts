import type { Node, Point } from 'unist';
import type { VFile } from 'vfile';
import type { Article } from './model.ts';

/** A place in a manuscript: its file, and the point or node in it; only the file if no more is known. */
export interface ManuscriptPlace {
  file: VFile;
  at?: Point | Node | undefined;
}

/**
 * A place in a manuscript, as the blocks of the print document carry it through the browser in `data-pos`: the
 * article’s id, alone or with line and column; empty for a block that comes from no manuscript. Only `markOf` writes it
 * and only `readMark` reads it; all other code passes it on unread.
 */
export type PlaceMark = string & { readonly is: 'a place' };

/** A point in an article; only the article if no more is known. */
export interface ArticlePoint {
  /** Id of the article. */
  article: string;
  start?: { line: number; column: number };
}

/** The mark of a point in an article, or of the article alone. */
export function markOf(article: string, start?: Point): PlaceMark {
  return (start ? `${article}:${start.line}:${start.column}` : article) as PlaceMark;
}

/** Reads the article and point of a mark. */
export function readMark(mark: PlaceMark): ArticlePoint {
  const [article = '', line, column] = mark.split(':');
  return line && column ? { article, start: { line: Number(line), column: Number(column) } } : { article };
}

/** The place in the manuscripts of an issue that a mark represents; undefined if it is in none of them. */
export function placeIn(
  { articles }: { articles: readonly Pick<Article, 'id' | 'file'>[] },
  mark: PlaceMark,
): { file: VFile; at: Point | undefined } | undefined {
  const { article: id, start } = readMark(mark);
  const article = articles.find((one) => one.id === id);
  return article && { file: article.file, at: start };
}
