import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { Notice } from '../../diagnostics/report.ts';
import { escapesIn } from '../../text/source-text.ts';
import { mendDefinitionLists } from './definition-lists.ts';
import { type Edit, makeEdits } from './edits.ts';
import { mendFences } from './fences.ts';
import { mendHeadings } from './headings.ts';
import { mendIndentedBlocks } from './indented-blocks.ts';
import { lastAtMost } from './last-at-most.ts';
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

/**
 * What a mender found: edits to make, what nodes mean that begin at offsets, and what to tell, with an offset for a place. A node that is sure has to be there once the edits are
 * made: else its offset is refused, and the mender is asked again.
 */
export interface Mending {
  edits: Edit[];
  meant?: { at: number; type: Nodes['type']; data: object; isSure?: boolean }[];
  notices?: (Omit<Notice, 'at'> & { at: number })[];
}

/** Knows one construct that CommonMark does not, and says how to write it so that the parser reads it as it was meant. */
export type Mender = (lines: readonly SourceLine[], refused: Refused) => Mending;

/** Offsets of nodes that the parser did not read as they were meant. */
export type Refused = Pick<ReadonlySet<number>, 'has'>;

/** What one mender has mended brings to light what another knows, and blocks in blocks of code. */
const rounds = 4;
/** How often a mender may be asked again without what the parser did not read. */
const attempts = 6;
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
  const plain = parse(source);
  if (!nearlyRight.test(source)) return plain;
  const refused = new Set<number>();
  // What one mends may undo what another did.
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { tree, missing } = parseOnce(source, plain, parse, refused);
    if (missing.length === 0) return tree;
    for (const at of missing) refused.add(at);
  }
  return plain;
}

function parseOnce(
  source: string,
  plain: Root,
  parse: (text: string) => Root,
  refusedInSource: ReadonlySet<number>,
): { tree: Root; missing: number[] } {
  let text = source;
  let tree = plain;
  let lines: SourceLine[] | undefined;
  const sure = new Map<string, number>();
  const ways: ReturnType<typeof makeEdits>[] = [];
  const toSource = (offset: number): number => ways.reduceRight((at, way) => way.back(at), offset);
  const meant = new Map<string, object>();
  const notices = new Map<string, { offset: number; notice: Omit<Notice, 'at'> }>();
  for (let round = 0, before = ''; round < rounds && text !== before; round++) {
    before = text;
    for (const mend of menders) for (let pass = 0; pass < rounds && mendBy(mend); pass++);
  }
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const pointAt = (offset: number): Point => {
    const line = lastAtMost(lineStarts, offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1, offset };
  };
  const known = [...notices.values()]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, notice }) => ({ ...notice, at: pointAt(offset) }));
  if (ways.length > 0 || meant.size > 0)
    visit(tree, (node) => {
      const { position } = node;
      if (position?.start.offset === undefined || position.end.offset === undefined) return;
      const [from, to] = [position.start.offset, position.end.offset];
      const start = pointAt(toSource(from));
      const end = pointAt(Math.max(toSource(to), start.offset ?? 0));
      const data = meant.get(`${node.type} ${start.offset}`);
      sure.delete(`${node.type} ${start.offset}`);
      if (data) node.data = { ...node.data, ...data };
      // Text that does not stand in the source as it was read has a place there, but no source of its own.
      if (node.type === 'text' && !isWhole(ways, from, to)) {
        delete start.offset;
        delete end.offset;
        const escapes = escapesIn(node.value, text.slice(from, to));
        if (escapes.length > 0) node.data = { ...node.data, escapes };
      }
      node.position = { start, end };
    });
  if (known.length > 0) tree.data = { ...tree.data, mended: known };
  return { tree, missing: [...sure.values()] };

  /** Makes a mender’s edits; false where there are none, or none that the parser reads as they are meant. */
  function mendBy(mend: Mender): boolean {
    const refused = new Set<number>();
    for (let attempt = 0; attempt < attempts; attempt++) {
      lines ??= linesOf(text, tree);
      const found = mend(lines, {
        has: (offset) => refused.has(offset) || (refusedInSource.size > 0 && refusedInSource.has(toSource(offset))),
      });
      const way = makeEdits(text, found.edits);
      const mended = found.edits.length > 0 ? parse(way.text) : tree;
      const asked = (found.meant ?? []).filter(({ isSure }) => isSure);
      const there = new Set<string>();
      if (asked.length > 0)
        visit(mended, ({ type, position }) => void there.add(`${type} ${way.back(position?.start.offset ?? -1)}`));
      const missing = asked.filter(({ at, type }) => !there.has(`${type} ${at}`));
      if (missing.length > 0) {
        for (const { at } of missing) refused.add(at);
        continue;
      }
      for (const { at, type, data, isSure } of found.meant ?? []) {
        meant.set(`${type} ${toSource(at)}`, data);
        if (isSure) sure.set(`${type} ${toSource(at)}`, toSource(at));
      }
      for (const { at, ...notice } of found.notices ?? [])
        notices.set(`${toSource(at)} ${notice.kind}`, { offset: toSource(at), notice });
      if (found.edits.length === 0) return false;
      ways.push(way);
      text = way.text;
      tree = mended;
      lines = undefined;
      return true;
    }
    return false;
  }
}

function isWhole(ways: readonly ReturnType<typeof makeEdits>[], from: number, to: number): boolean {
  let [start, end] = [from, to];
  for (const way of ways.toReversed()) {
    if (!way.isWhole(start, end)) return false;
    [start, end] = [way.back(start), way.back(end)];
  }
  return true;
}

/** Lines that a mender may look at: without any of them a source is not looked at line by line. */
const nearlyRight =
  /^[ \t>]*(?:#{1,6}[^#\s]|:{3,}|[`~]{3,}\{|!!!|\?\?\?|\+[-=:]|-{2,} +-|:[ \t]|~[ \t]|Table:|\(?(?:\p{L}|[ivxlcdm]+|[IVXLCDM]+|@[\w-]*|\d+)[.)][ \t])|\|/mu;
