import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { Notice } from '../once-a-kind.ts';
import { mendDefinitionLists } from './definition-lists.ts';
import { type Edit, makeEdits } from './edits.ts';
import { mendFences } from './fences.ts';
import { mendHeadings } from './headings.ts';
import { mendIndentedBlocks } from './indented-blocks.ts';
import { linesOf, type SourceLine } from './lines.ts';
import { mendPandocTables } from './pandoc-tables.ts';
import { mendPipeTables } from './pipe-tables.ts';
import { mendSignedLists } from './signed-lists.ts';
import { mendVerse } from './verse.ts';

declare module 'mdast' {
  interface RootData {
    /** What is to be told of how the source was read. */
    mended?: Notice[];
  }
}

/** What a mender found: edits to make, what nodes mean that begin at offsets, and what to tell, with an offset for a place. */
export interface Mending {
  edits: Edit[];
  meant?: { at: number; type: Nodes['type']; data: object }[];
  notices?: (Omit<Notice, 'at'> & { at: number })[];
}

/** Knows one construct that CommonMark does not, and says how to write it so that the parser reads it as it was meant. */
export type Mender = (lines: readonly SourceLine[], source: string) => Mending;

/** No more blocks than these stand in each other. */
const passes = 5;
const menders: readonly Mender[] = [
  mendFences,
  mendIndentedBlocks,
  mendVerse,
  mendHeadings,
  mendPandocTables,
  mendPipeTables,
  mendDefinitionLists,
  mendSignedLists,
];

/**
 * Markdown that is nearly right, read as it was meant: the source is mended line by line and parsed again, and the nodes get the places that they have in the
 * source. A source that needs nothing is parsed once.
 */
export function parseMended(source: string, parse: (text: string) => Root): Root {
  let text = source;
  let tree = parse(text);
  if (!nearlyRight.test(source)) return tree;
  const ways: ReturnType<typeof makeEdits>[] = [];
  const toSource = (offset: number): number => ways.reduceRight((at, way) => way.back(at), offset);
  const meant = new Map<string, object>();
  const notices = new Map<string, { offset: number; notice: Omit<Notice, 'at'> }>();
  for (const mend of menders) {
    // Blocks in blocks of code come to light one by one.
    for (let pass = 0; pass < passes; pass++) {
      const found = mend(linesOf(text, tree), text);
      for (const { at, type, data } of found.meant ?? []) meant.set(`${type} ${toSource(at)}`, data);
      for (const { at, ...notice } of found.notices ?? [])
        notices.set(`${toSource(at)} ${notice.kind}`, { offset: toSource(at), notice });
      if (found.edits.length === 0) break;
      const way = makeEdits(text, found.edits);
      ways.push(way);
      text = way.text;
      tree = parse(text);
    }
  }
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const pointAt = (offset: number): Point => {
    const line = lastAtMost(lineStarts, offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1, offset };
  };
  const known = [...notices.values()]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, notice }) => ({ ...notice, at: pointAt(offset) }));
  if (ways.length > 0)
    visit(tree, (node) => {
      const { position } = node;
      if (position?.start.offset === undefined || position.end.offset === undefined) return;
      const [from, to] = [position.start.offset, position.end.offset];
      const start = pointAt(toSource(from));
      const end = pointAt(Math.max(toSource(to), start.offset ?? 0));
      const data = meant.get(`${node.type} ${start.offset}`);
      if (data) node.data = { ...node.data, ...data };
      // Text that does not stand in the source as it was read has a place there, but no source of its own.
      if (node.type === 'text' && !isWhole(ways, from, to)) {
        delete start.offset;
        delete end.offset;
      }
      node.position = { start, end };
    });
  if (known.length > 0) tree.data = { ...tree.data, mended: known };
  return tree;
}

function isWhole(ways: readonly ReturnType<typeof makeEdits>[], from: number, to: number): boolean {
  let [start, end] = [from, to];
  for (const way of ways.toReversed()) {
    if (!way.isWhole(start, end)) return false;
    [start, end] = [way.back(start), way.back(end)];
  }
  return true;
}

function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Lines that a mender may look at: without any of them a source is not looked at line by line. */
const nearlyRight =
  /^[ \t>]*(?:#{1,6}[^#\s]|:{3,}|[`~]{3,}\{|!!!|\?\?\?|\+[-=:]|-{2,} +-|:[ \t]|~[ \t]|Table:|\(?(?:\p{L}|[ivxlcdm]+|[IVXLCDM]+|@[\w-]*|\d+)[.)][ \t])|\|/mu;
