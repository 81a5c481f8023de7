import type { Templates } from '../templates.ts';
import type { Book } from './book.ts';
import type { Entry } from './contents.ts';
import { renderXml } from './render.ts';

/** A point of the NCX's map, the contents that older readers show. */
export interface NavPoint {
  id: string;
  /** From 1, without gaps; points with one target share it (DAISY 3, NCX). */
  playOrder: number;
  text: string;
  src: string;
  points: NavPoint[];
}

/** The contents as the NCX's map. A section leads to its first article. */
export function navPointsOf(entries: readonly Entry[]): NavPoint[] {
  const orders = new Map<string, number>();
  let count = 0;
  const pointOf = (entry: Entry): NavPoint => {
    const src = entry.href ?? entry.entries[0]?.href ?? '';
    const playOrder = orders.get(src) ?? orders.size + 1;
    orders.set(src, playOrder);
    return { id: `point-${++count}`, playOrder, text: entry.text, src, points: entry.entries.map(pointOf) };
  };
  return entries.map(pointOf);
}

/** Renders the NCX of a book. Throws TemplateError. */
export async function renderNcx(book: Book, templates: Templates): Promise<string> {
  const points = navPointsOf(book.contents);
  const { text } = await renderXml(templates, 'ncx', { ...book, points, depth: depthOf(points) });
  return text;
}

/** How many levels a map has. */
function depthOf(points: readonly NavPoint[]): number {
  return points.length === 0 ? 0 : 1 + Math.max(...points.map((point) => depthOf(point.points)));
}
