import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { Issue } from '../issue/model.ts';

/** The manuscript that a place such as `a1:12:1` is in, and where in it. */
export function placeIn(issue: Issue, place: string): { file: VFile; at: Point | undefined } | undefined {
  const [id, line, column] = place.split(':');
  const article = issue.articles.find((one) => one.id === id);
  if (!article) return undefined;
  return { file: article.file, at: line ? { line: Number(line), column: Number(column) } : undefined };
}
