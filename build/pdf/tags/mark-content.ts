import { markedContentId, type Operation } from '../../pdf-reading/content/content-stream.ts';
import { layoutArtifact, repeatedArtifact, runningHeadArtifact } from './artifacts.ts';
import { type Extent, tracer, union } from './extents.ts';
import { indexAfter, labelBefore } from './labels.ts';
import type { MarkedContent, MarkingContext, PieceMark } from './marking.ts';
import { hasText, isPaintingOperator, isPathOperator, isTextOperator } from './operators.ts';
import { isDrawnTag } from './plan.ts';
import type { SizedFont } from './spaces.ts';

/**
 * Replaces the browser’s marks in a content stream by ours (ISO 32000-1, 14.6 and 14.8.2). Pieces of one tag that
 * follow each other become one piece; an added hyphen becomes U+00AD for readers (14.8.2.2.3). Text without a tag is a
 * list item’s label or an artifact; before all other content it is a running head or a folio.
 */
export function markContent(operations: readonly Operation[], about: MarkingContext): MarkedContent {
  const { middle, firstId = 0 } = about;
  const markOf = (id: number) => about.markOf(firstId + id);
  const marked: MarkedContent = {
    operations: [],
    ids: new Map(),
    owners: [],
    labels: new Map(),
    extents: new Map(),
    forms: [],
    texts: [],
  };
  const out = marked.operations;
  const { trace, matrix, base } = tracer(about.matrix);
  // Pieces of a tag stay open after their end, because the next piece may continue them.
  let open: { number: number; last: number } | undefined;
  let mark: PieceMark | undefined;
  let font: SizedFont = { name: '', size: '1' };
  // The nesting inside the browser’s own marks, and whether they belong to a piece.
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
    const extent = trace(operation, mark !== undefined && isDrawnTag(mark.tag));
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
  /** True if an operation paints a form with marked content of its own, which is then recorded. */
  const findForm = ({ operands }: Operation): boolean => {
    const [name = ''] = operands;
    const isMarked = about.isMarked?.(name) ?? false;
    if (isMarked) marked.forms.push({ name, matrix: matrix() });
    return isMarked;
  };
  const beginPiece = (id: number, at: number): void => {
    inPiece = true;
    const known = markOf(id);
    // Rules and backgrounds alone, such as a table’s, are not read, except in a figure.
    mark = known && (isDrawnTag(known.tag) || hasText(operations, at)) ? known : undefined;
    if (!mark) {
      close();
      out.push(known ? layoutArtifact : repeatedArtifact);
      return;
    }
    const { number, tag, follows, special } = mark;
    const isHyphen = special === 'hyphen';
    if (open?.number === number && open.last === follows && !isHyphen) open.last = id;
    else {
      close();
      begin(number, isHyphen ? 'Span' : tag, isHyphen ? -1 : id, isHyphen ? '/ActualText<FEFF00AD>' : '');
    }
    marked.ids.set(firstId + id, marked.owners.length - 1);
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
      if (operator === 'Do') findForm(operation);
      if (operator === 'Tf') font = { name: operation.operands[0] ?? '', size: operation.operands[1] ?? '1' };
      const extent = paint(operation, mark?.number);
      if (mark && extent && isTextOperator(operator)) {
        const { block, order, special } = mark;
        marked.texts.push({ block, order, special, at: out.length - 1, run: operation, font, base: base(), extent });
      }
    } else if (operator === 'BT') {
      const text = operations.slice(
        at,
        indexAfter(operations, at, (one) => one === 'ET'),
      );
      const label = labelBefore(operations, at, markOf);
      if (label !== undefined && !marked.labels.has(label)) {
        close();
        marked.labels.set(label, begin(label, 'Lbl', -1));
        for (const one of text) paint(one, label);
        close();
      } else {
        // Tracing a text once leaves the tracer as it was.
        const isFirst = middle !== undefined && marked.owners.length === 0 && marked.forms.length === 0;
        const extent = isFirst ? text.map((one) => trace(one, true)).reduce(union, undefined) : undefined;
        paintAs(isFirst && extent ? runningHeadArtifact(extent, middle) : layoutArtifact, text);
      }
      at += text.length - 1;
    } else if (isPathOperator(operator)) {
      const path = operations.slice(at, indexAfter(operations, at, isPaintingOperator));
      // A path that only clips paints nothing.
      if (path.at(-1)?.operator === 'n') out.push(...path);
      else {
        close();
        out.push(layoutArtifact, ...path, end);
      }
      at += path.length - 1;
    } else if (operator === 'Do' && findForm(operation)) {
      close();
      out.push(operation);
    } else if (operator === 'Do' || operator === 'sh' || operator === 'BI') paintAs(layoutArtifact, [operation]);
    else {
      if (operator === 'q' || operator === 'Q') close();
      paint(operation);
    }
  }
  close();
  return marked;
}

const end: Operation = { operator: 'EMC', operands: [] };
