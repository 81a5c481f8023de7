import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';
import type { Notice } from '../../diagnostics/report.ts';
import { lastAtMost } from '../../text/last-at-most.ts';
import { escapesIn } from '../../text/source-text.ts';
import { visit } from '../../text/visit.ts';
import { mendDefinitionLists } from './definition-lists.ts';
import { type Edit, makeEdits } from './edits.ts';
import { mendFences } from './fences.ts';
import { barInFormula, mendFormulaBars } from './formula-bars.ts';
import { mendHeadings } from './headings.ts';
import { mendDivs } from './html-divs.ts';
import { mendHtmlPictures } from './html-pictures.ts';
import { mendIndentedBlocks } from './indented-blocks.ts';
import { mendLabels } from './labels.ts';
import { type SourceLine, sourceLines } from './lines.ts';
import { mendMystTargets } from './myst-targets.ts';
import { mendPandocTables } from './pandoc-tables.ts';
import { mendPipeTables } from './pipe-tables.ts';
import { mendSignedLists } from './signed-lists.ts';
import { mendTexDisplays } from './tex-displays.ts';
import { mendTexSigns } from './tex-signs.ts';
import { mendVerse } from './verse.ts';

declare module 'mdast' {
  interface RootData {
    /** Findings on how the source was mended. */
    mended?: Notice[];
  }
}

/**
 * The result of a mender: edits, the meaning of nodes that begin at given offsets, and findings with offsets for
 * places. If the parser does not find a node that is sure after the edits, its offset is rejected, and the mender runs
 * again.
 */
export interface MenderResult {
  edits: Edit[];
  meant?: { at: number; type: Nodes['type']; data: object; isSure?: boolean }[];
  notices?: (Omit<Notice, 'at'> & { at: number })[];
}

/**
 * Finds one construct that CommonMark does not know, and rewrites it so that the parser reads it as its author meant
 * it.
 */
export type Mender = (lines: readonly SourceLine[], rejected: RejectedOffsets) => MenderResult;

/** Offsets of nodes that the parser did not read as meant. */
export type RejectedOffsets = Pick<ReadonlySet<number>, 'has'>;

/** Several rounds are needed: a mended block shows its content to other menders, also in what was a block of code. */
const maxRounds = 4;
/** The most times that a mender runs again without the offsets that the parser rejected. */
const maxAttempts = 6;
const menders: readonly Mender[] = [
  mendTexSigns,
  mendFormulaBars,
  mendLabels,
  mendTexDisplays,
  mendMystTargets,
  mendDivs,
  mendHtmlPictures,
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
 * Parses Markdown that is nearly right as its author meant it: mends the source line by line, parses it again, and
 * gives the nodes their places in the source. A source that needs no mending is parsed once. `first` are edits that are
 * made before all others.
 */
export function parseMended(source: string, parse: (text: string) => Root, first: readonly Edit[] = []): Root {
  const edited = first.length > 0 ? makeEdits(source, first) : undefined;
  const plain = parse(edited?.text ?? source);
  if (!edited && !nearlyRight.test(source)) return plain;
  const rejected = new Set<number>();
  // One mender’s edits may undo another’s.
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const begin = attempt === 0 || !edited ? plain : parse(edited.text);
    const { tree, missing } = parseOnce(source, begin, parse, rejected, edited);
    if (missing.length === 0) return tree;
    for (const at of missing) rejected.add(at);
  }
  return plain;
}

function parseOnce(
  source: string,
  plain: Root,
  parse: (text: string) => Root,
  rejectedInSource: ReadonlySet<number>,
  edited: ReturnType<typeof makeEdits> | undefined,
): { tree: Root; missing: number[] } {
  let text = edited?.text ?? source;
  let tree = plain;
  let lines: SourceLine[] | undefined;
  const sure = new Map<string, number>();
  const texts: ReturnType<typeof makeEdits>[] = edited ? [edited] : [];
  const toSource = (offset: number): number => texts.reduceRight((at, edited) => edited.back(at), offset);
  const meant = new Map<string, object>();
  const notices = new Map<string, { offset: number; notice: Omit<Notice, 'at'> }>();
  const isNearlyRight = nearlyRight.test(text);
  for (let round = 0, before = ''; isNearlyRight && round < maxRounds && text !== before; round++) {
    before = text;
    for (const mend of menders) for (let pass = 0; pass < maxRounds && mendBy(mend); pass++);
  }
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const pointAt = (offset: number): Point => {
    const line = lastAtMost(lineStarts, offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1, offset };
  };
  const known = [...notices.values()]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, notice }) => ({ ...notice, at: pointAt(offset) }));
  if (texts.length > 0 || meant.size > 0)
    visit(tree, (node) => {
      if ('value' in node) node.value = node.value.replaceAll(barInFormula, '|');
      const { position } = node;
      if (position?.start.offset === undefined || position.end.offset === undefined) return;
      const [from, to] = [position.start.offset, position.end.offset];
      const start = pointAt(toSource(from));
      const end = pointAt(Math.max(toSource(to), start.offset ?? 0));
      const data = meant.get(`${node.type} ${start.offset}`);
      sure.delete(`${node.type} ${start.offset}`);
      if (data) node.data = { ...node.data, ...data };
      // Text that differs from the source gets a place there, but no offsets.
      if (node.type === 'text' && !isWhole(texts, from, to)) {
        delete start.offset;
        delete end.offset;
        const escapes = escapesIn(node.value, text.slice(from, to));
        if (escapes.length > 0) node.data = { ...node.data, escapes };
      }
      node.position = { start, end };
    });
  if (known.length > 0) tree.data = { ...tree.data, mended: known };
  return { tree, missing: [...sure.values()] };

  /** Makes a mender’s edits. Returns false if there are none, or none that the parser reads as meant. */
  function mendBy(mend: Mender): boolean {
    const rejected = new Set<number>();
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      lines ??= sourceLines(text, tree);
      const found = mend(lines, {
        has: (offset) => rejected.has(offset) || (rejectedInSource.size > 0 && rejectedInSource.has(toSource(offset))),
      });
      const edited = makeEdits(text, found.edits);
      const mended = found.edits.length > 0 ? parse(edited.text) : tree;
      const asked = (found.meant ?? []).filter(({ isSure }) => isSure);
      const there = new Set<string>();
      if (asked.length > 0)
        visit(mended, ({ type, position }) => void there.add(`${type} ${edited.back(position?.start.offset ?? -1)}`));
      const missing = asked.filter(({ at, type }) => !there.has(`${type} ${at}`));
      if (missing.length > 0) {
        for (const { at } of missing) rejected.add(at);
        continue;
      }
      for (const { at, type, data, isSure } of found.meant ?? []) {
        meant.set(`${type} ${toSource(at)}`, data);
        if (isSure) sure.set(`${type} ${toSource(at)}`, toSource(at));
      }
      for (const { at, ...notice } of found.notices ?? [])
        notices.set(`${toSource(at)} ${notice.kind}`, { offset: toSource(at), notice });
      if (found.edits.length === 0) return false;
      texts.push(edited);
      text = edited.text;
      tree = mended;
      lines = undefined;
      return true;
    }
    return false;
  }
}

function isWhole(texts: readonly ReturnType<typeof makeEdits>[], from: number, to: number): boolean {
  let [start, end] = [from, to];
  for (const edited of texts.toReversed()) {
    if (!edited.isWhole(start, end)) return false;
    [start, end] = [edited.back(start), edited.back(end)];
  }
  return true;
}

/** Lines that a mender might change. A source without any is not divided into lines. */
const nearlyRight =
  /^[ \t>]*(?:(?<=>[ \t]{5,})\S|<(?:div|figure|center|p|picture|a|img|span)\b|#{1,6}[^#\s]|:{3,}|[`~]{3,}\{|!!!|\?\?\?|\+[-=:]|-{2,} +-|:[ \t]|~[ \t]|\([\w:.-]+\)=|\(?(?:\p{L}|[ivxlcdm]+|[IVXLCDM]+|@[\w-]*|\d+)[.)][ \t])|\||\(\\#|\\label\{|\\begin\{|\\[([]/mu;
