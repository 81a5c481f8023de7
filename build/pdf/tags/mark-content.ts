import { markedContentId, type Operation } from '../content-stream.ts';
import { type Extent, tracer, union } from './extents.ts';

/** What a piece of the browser’s marked content is. */
export interface Mark {
  /** Number and name of the planned tag that it belongs to. */
  number: number;
  tag: string;
  /** The piece that comes just before it in its tag, if it stands in the same stream. */
  follows: number | undefined;
  /** Whether it is the hyphen at a line’s end that the line setter added. */
  hyphen: boolean;
  /** The tag of the label that is drawn before it, of a list’s item. */
  label: number | undefined;
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
 * the text (14.8.2.2.3); what belongs to no tag is an artifact: text before all other is a running head or folio, or else it is what a
 * list’s item begins with. `middle` is half the height of the page, in points.
 */
export function markContent(
  operations: readonly Operation[],
  markOf: (id: number) => Mark | undefined,
  middle: number,
): Marked {
  const marked: Marked = {
    operations: [],
    ids: new Map(),
    owners: [],
    labels: new Map(),
    extents: new Map(),
  };
  const out = marked.operations;
  const trace = tracer();
  // What is open: pieces of a tag stay open after their end, for the next may be one with them.
  let open: { number: number; last: number } | undefined;
  let mark: Mark | undefined;
  // How deep in the browser’s own marks, and whether they are of a piece.
  let depth = 0;
  let inPiece = false;

  const close = () => {
    if (open) out.push({ operator: 'EMC', operands: [] });
    open = undefined;
  };
  const begin = (number: number, tag: string, last: number): number => {
    const id = marked.owners.push(number) - 1;
    out.push({ operator: 'BDC', operands: [`/${tag}`, `<</MCID ${id}>>`] });
    open = { number, last };
    return id;
  };
  const paint = (operation: Operation, number: number | undefined) => {
    const extent = trace(operation);
    const whole = number === undefined ? undefined : union(marked.extents.get(number), extent);
    if (number !== undefined && whole) marked.extents.set(number, whole);
    out.push(operation);
    return extent;
  };

  for (let at = 0; at < operations.length; at++) {
    const operation = operations[at] as Operation;
    const { operator } = operation;
    if (operator === 'BDC' || operator === 'BMC') {
      const id = depth === 0 ? markedContentId(operation) : undefined;
      depth++;
      if (id === undefined) {
        out.push(operation);
        continue;
      }
      inPiece = true;
      mark = markOf(id);
      if (!mark) {
        close();
        out.push({ operator: 'BDC', operands: ['/Artifact', '<</Type/Pagination>>'] });
        continue;
      }
      const { number, tag, follows, hyphen } = mark;
      if (open?.number === number && open.last === follows) open.last = id;
      else {
        close();
        begin(number, tag, id);
      }
      marked.ids.set(id, marked.owners.length - 1);
      if (hyphen) out.push(softHyphen);
    } else if (operator === 'EMC') {
      depth--;
      if (inPiece && depth === 0) {
        if (!mark || mark.hyphen) out.push(operation);
        inPiece = false;
        mark = undefined;
      } else out.push(operation);
    } else if (inPiece || depth > 0) paint(operation, mark?.number);
    else if (operator === 'BT') {
      close();
      const end = after(operations, at, (one) => one === 'ET');
      const text = operations.slice(at, end);
      const label = labelBefore(operations, text, end, markOf);
      if (label !== undefined && !marked.labels.has(label)) {
        marked.labels.set(label, begin(label, 'Lbl', -1));
        for (const one of text) paint(one, label);
        close();
      } else {
        const opening = out.push(layout) - 1;
        let extent: Extent | undefined;
        for (const one of text) extent = union(extent, paint(one, undefined));
        if (marked.owners.length === 0 && extent) out[opening] = runningHead(extent, middle);
        out.push(endMark);
      }
      at = end - 1;
    } else if (isPath(operator)) {
      const end = after(operations, at, isPainting);
      const path = operations.slice(at, end);
      // A path that only clips paints nothing.
      const shown = path.at(-1)?.operator !== 'n';
      if (shown) {
        close();
        out.push(layout);
      }
      for (const one of path) paint(one, undefined);
      if (shown) out.push(endMark);
      at = end - 1;
    } else if (operator === 'Do' || operator === 'sh' || operator === 'BI') {
      close();
      out.push(layout);
      paint(operation, undefined);
      out.push(endMark);
    } else {
      if (operator === 'q' || operator === 'Q') close();
      paint(operation, undefined);
    }
  }
  close();
  return marked;
}

const endMark: Operation = { operator: 'EMC', operands: [] };
const layout: Operation = { operator: 'BDC', operands: ['/Artifact', '<</Type/Layout>>'] };
const softHyphen: Operation = { operator: 'BDC', operands: ['/Span', '<</ActualText<FEFF00AD>>>'] };

/** The mark of a running head or a folio (ISO 32000-1, table 330). */
function runningHead(extent: Extent, middle: number): Operation {
  const box = extent.map((value) => Number(value.toFixed(2))).join(' ');
  const [subtype, side] = extent[1] > middle ? ['Header', 'Top'] : ['Footer', 'Bottom'];
  const properties = `<</Type/Pagination/Subtype/${subtype}/Attached[/${side}]/BBox[${box}]>>`;
  return { operator: 'BDC', operands: ['/Artifact', properties] };
}

/** The place behind the next operation of a kind. */
function after(operations: readonly Operation[], from: number, isIt: (operator: string) => boolean): number {
  for (let at = from; at < operations.length; at++) if (isIt((operations[at] as Operation).operator)) return at + 1;
  return operations.length;
}

/** The tag of the label that a text is: it stands right before the first piece of a list’s item, in the same line. */
function labelBefore(
  operations: readonly Operation[],
  text: readonly Operation[],
  end: number,
  markOf: (id: number) => Mark | undefined,
): number | undefined {
  const next = after(operations, end, (operator) => /^(BDC|BT|q|Q|cm|Do)$/.test(operator)) - 1;
  const piece = operations[next] && markedContentId(operations[next]);
  const label = piece === undefined ? undefined : markOf(piece)?.label;
  if (label === undefined) return undefined;
  const [here, there] = [
    lineOf(text),
    lineOf(
      operations.slice(
        next,
        after(operations, next, (one) => one === 'ET'),
      ),
    ),
  ];
  return here && there && Math.abs(here.y - there.y) < there.size / 2 ? label : undefined;
}

/** Where the first line of text stands, in its own space. */
function lineOf(text: readonly Operation[]): { y: number; size: number } | undefined {
  const find = (name: string) => text.find(({ operator }) => operator === name)?.operands;
  const [matrix, font] = [find('Tm'), find('Tf')];
  return matrix && font ? { y: Number(matrix[5]), size: Number(font[1]) } : undefined;
}

function isPath(operator: string): boolean {
  return /^(m|l|c|v|y|h|re)$/.test(operator);
}

function isPainting(operator: string): boolean {
  return /^([fFsSBb]\*?|n)$/.test(operator);
}
