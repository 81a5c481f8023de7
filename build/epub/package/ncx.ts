import type { PageEntry } from '../../reflow/page-marks/page-list.ts';
import type { Templates } from '../../theme/templates.ts';
import type { Book } from '../book.ts';
import type { ContentsEntry } from '../contents.ts';
import type { Documents } from '../documents.ts';
import { renderXml } from '../render.ts';

/** A point in the NCX's map, the contents that older reading systems show. */
export interface NavPoint {
  id: string;
  /** Counts from 1, without gaps, in reading order. Points with the same target share a number (DAISY 3, NCX). */
  playOrder: number;
  text: string;
  src: string;
  points: NavPoint[];
}

/** A page of the print edition in the NCX. */
export interface PageTarget {
  id: string;
  /** The folio as a number, which the NCX may have only once; undefined for the rest of a note. */
  value: number | undefined;
  playOrder: number;
  label: string;
  src: string;
}

/**
 * The contents and the printed pages as the NCX lists them. `addresses` are all addresses of the book in reading order.
 * A section leads to its first article.
 */
export function ncxOf(
  entries: readonly ContentsEntry[],
  pageList: readonly PageEntry[],
  addresses: readonly string[],
): { points: NavPoint[]; pageTargets: PageTarget[] } {
  const places = new Map(addresses.map((address, i) => [address, i]));
  const sources = [...entries.flatMap(sourcesOf), ...pageList.map(({ href }) => href)];
  const inOrder = [...new Set(sources)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  const orders = new Map(inOrder.map((source, i) => [source, i + 1]));
  const orderOf = (source: string) => orders.get(source) ?? 0;
  let count = 0;
  const pointOf = (entry: ContentsEntry): NavPoint => {
    const src = sourceOf(entry);
    return {
      id: `point-${++count}`,
      playOrder: orderOf(src),
      text: entry.text,
      src,
      points: entry.entries.map(pointOf),
    };
  };
  const points = entries.map(pointOf);
  const pageTargets = pageList.map(({ folio, label, href }) => ({
    id: href.slice(href.indexOf('#') + 1),
    value: label === folio ? Number(folio) : undefined,
    playOrder: orderOf(href),
    label,
    src: href,
  }));
  return { points, pageTargets };
}

/** Renders the NCX of a book. Throws TemplateError. */
export async function renderNcx(
  book: Book,
  documents: Documents,
  pageList: readonly PageEntry[],
  templates: Templates,
): Promise<string> {
  const ncx = ncxOf(book.contents, pageList, addressesIn(documents));
  const { text } = await renderXml(templates, 'ncx', { ...book, ...ncx, depth: depthOf(ncx.points) });
  return text;
}

/** Every document and every id in it, in reading order. */
function addressesIn(documents: Documents): string[] {
  return [...documents].flatMap(([path, { facts }]) => [path, ...facts.ids.map((id) => `${path}#${id}`)]);
}

function sourceOf(entry: ContentsEntry): string {
  return entry.href ?? entry.entries[0]?.href ?? '';
}

function sourcesOf(entry: ContentsEntry): string[] {
  return [sourceOf(entry), ...entry.entries.flatMap(sourcesOf)];
}

/** The number of levels in a map. */
function depthOf(points: readonly NavPoint[]): number {
  return points.length === 0 ? 0 : 1 + Math.max(...points.map((point) => depthOf(point.points)));
}
