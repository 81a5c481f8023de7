import { markedContentId, type Operation } from '../content-stream.ts';
import { layout, repeated, runningHead } from './artifacts.ts';
import { type Extent, tracer, union } from './extents.ts';
import { after, labelBefore } from './labels.ts';
import { lineSpaces } from './line-spaces.ts';
import type { SpecialTag } from './plan.ts';
import type { SpaceOf } from './spaces.ts';

/** What a piece of the browser’s marked content is. */
export interface Mark {
  /** Number and name of the planned tag that it belongs to, and the number of the block that this stands in. */
  number: number;
  tag: string;
  block: number;
  /** The piece that comes just before it in its tag, if it stands in the same stream. */
  follows: number | undefined;
  special: SpecialTag | undefined;
  /** The tag of the label that is drawn before it, of a list’s item. */
  label: number | undefined;
}

/** What has to be known of a stream for it to be marked. */
export interface About {
  /** What a piece is; undefined for what belongs to no tag. */
  markOf: (id: number) => Mark | undefined;
  spaceOf: SpaceOf;
  /** Whether a block has another part, on a later page. */
  goesOn: (block: number) => boolean;
  /** Half the height of the page, in points. */
  middle: number;
}

/** A content stream whose content is marked anew. */
export interface Marked {
  operations: Operation[];
  /** The new number of each old piece that belongs to a tag. */
  ids: Map<number, number>;
  /** The tags of the pieces, by new number. */
  owners: number[];
  /** The pieces that are labels of list items, by tag. */
  labels: Map<number, number>;
  /** Where the content of each tag stands. */
  extents: Map<number, Extent>;
}

/**
 * Marks the content of a stream anew (ISO 32000-1, 14.6 and 14.8.2): pieces of one tag that follow each other become one; an added hyphen is U+00AD to whoever reads
 * the text (14.8.2.2.3); what belongs to no tag is an artifact: text before all other is a running head or folio; or else it is what a list’s item begins with.
 */
export function markContent(operations: readonly Operation[], about: About): Marked {
  const { markOf, middle } = about;
  const marked: Marked = { operations: [], ids: new Map(), owners: [], labels: new Map(), extents: new Map() };
  const out: Operation[] = [];
  const trace = tracer();
  const spaces = lineSpaces(about.spaceOf);
  // Pieces of a tag stay open after their end, for the next may be one with them.
  let open: { number: number; last: number } | undefined;
  let mark: Mark | undefined;
  let font = '';
  // How deep in the browser’s own marks, and whether they are of a piece.
  let depth = 0;
  let inPiece = false;

  const close = () => {
    if (open) out.push(end);
    open = undefined;
  };
  const begin = (number: number, tag: string, last: number, properties = ''): number => {
    const id = marked.owners.push(number) - 1;
    out.push({ operator: 'BDC', operands: [`/${tag}`, `<</MCID ${id}${properties}>>`] });
    open = { number, last };
    return id;
  };
  const paint = (operation: Operation, number?: number): Extent | undefined => {
    const extent = trace(operation, mark?.tag === 'Figure');
    if (number !== undefined && extent) marked.extents.set(number, union(marked.extents.get(number), extent) ?? extent);
    out.push(operation);
    return extent;
  };
  const paintAs = (artifact: Operation, some: readonly Operation[]): void => {
    close();
    out.push(artifact);
    for (const one of some) paint(one);
    out.push(end);
  };
  const beginPiece = (id: number, at: number): void => {
    inPiece = true;
    const known = markOf(id);
    // Lines and grounds alone, such as those of a table, are nothing to be read; but they may be a figure.
    mark = known && (known.tag === 'Figure' || hasText(operations, at)) ? known : undefined;
    if (!mark) {
      close();
      out.push(known ? layout : repeated);
      return;
    }
    const { number, tag, follows, special } = mark;
    const isHyphen = special === 'hyphen';
    if (open?.number === number && open.last === follows && !isHyphen) open.last = id;
    else {
      close();
      begin(number, isHyphen ? 'Span' : tag, isHyphen ? -1 : id, isHyphen ? '/ActualText<FEFF00AD>' : '');
    }
    marked.ids.set(id, marked.owners.length - 1);
  };

  for (let at = 0; at < operations.length; at++) {
    const operation = operations[at] as Operation;
    const { operator } = operation;
    if (operator === 'BDC' || operator === 'BMC') {
      const id = depth === 0 ? markedContentId(operation) : undefined;
      depth++;
      if (id === undefined) out.push(operation);
      else beginPiece(id, at);
    } else if (operator === 'EMC') {
      depth--;
      if (!inPiece || depth > 0 || !mark) out.push(operation);
      if (depth === 0) [inPiece, mark] = [false, undefined];
    } else if (inPiece || depth > 0) {
      if (operator === 'Tf') font = operation.operands[0] ?? '';
      const extent = paint(operation, mark?.number);
      if (mark && extent && isText(operator))
        spaces.wrote(mark.block, { last: out.length - 1, font, extent, special: mark.special });
    } else if (operator === 'BT') {
      const text = operations.slice(
        at,
        after(operations, at, (one) => one === 'ET'),
      );
      const label = labelBefore(operations, at, markOf);
      if (label !== undefined && !marked.labels.has(label)) {
        close();
        marked.labels.set(label, begin(label, 'Lbl', -1));
        for (const one of text) paint(one, label);
        close();
      } else {
        // Text that was looked at once leaves the tracer as it was.
        const extent =
          marked.owners.length === 0 ? text.map((one) => trace(one, true)).reduce(union, undefined) : undefined;
        paintAs(extent ? runningHead(extent, middle) : layout, text);
      }
      at += text.length - 1;
    } else if (isPath(operator)) {
      const path = operations.slice(at, after(operations, at, isPainting));
      // A path that only clips paints nothing.
      if (path.at(-1)?.operator === 'n') out.push(...path);
      else {
        close();
        out.push(layout, ...path, end);
      }
      at += path.length - 1;
    } else if (operator === 'Do' || operator === 'sh' || operator === 'BI') paintAs(layout, [operation]);
    else {
      if (operator === 'q' || operator === 'Q') close();
      paint(operation);
    }
  }
  close();
  marked.operations = spaces.within(out, about.goesOn);
  return marked;
}

const end: Operation = { operator: 'EMC', operands: [] };

/** Whether a piece has text, or anything else that is more than a path. */
function hasText(operations: readonly Operation[], from: number): boolean {
  let depth = 0;
  for (let at = from; at < operations.length; at++) {
    const { operator } = operations[at] as Operation;
    if (operator === 'BDC' || operator === 'BMC') depth++;
    else if (operator === 'EMC' && --depth === 0) return false;
    else if (isText(operator) || operator === 'Do' || operator === 'BI') return true;
  }
  return false;
}

function isText(operator: string): boolean {
  return operator === 'Tj' || operator === 'TJ';
}

const pathOperators = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const paintingOperators = new Set(['f', 'f*', 'F', 'S', 's', 'B', 'B*', 'b', 'b*', 'n']);

function isPath(operator: string): boolean {
  return pathOperators.has(operator);
}

function isPainting(operator: string): boolean {
  return paintingOperators.has(operator);
}
