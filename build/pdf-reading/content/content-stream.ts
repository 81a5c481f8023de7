import { contentTokenEnd, isOperand, nextContentToken, runEnd, spaceBefore } from './content-tokens.ts';
import { type ContentSource, InlineImage, type Operation, SourceOperation, TextRun } from './read-operation.ts';

export type { Operation } from './read-operation.ts';

/**
 * Yields the operations of a decoded content stream (ISO 32000-2, 7.8.2). An inline image is one operation `BI`, with
 * its dictionary and its data as operands. A token that is not PDF syntax is read as an operator of that name; an
 * incomplete operation at the end is left out.
 */
export function* operationsOf(content: Uint8Array): Generator<Operation> {
  const source = sourceOf(content);
  const first = nextContentToken(source.text, 0);
  for (let next = operationAt(source, first); next; next = operationAt(source, next.next)) yield next;
}

/**
 * Reads all operations of a decoded content stream, its text in runs, for passes that do not look at single glyphs.
 * Chrome shows each glyph by itself: `<0018> Tj 5.43 0 Td <0023> Tj …`. All that follow each other to the right, in a
 * line, become one operation `Tj`: its operands are their strings, `advance` is the sum of the steps between them, and
 * it is written as it was read.
 */
export function operationsWithRuns(content: Uint8Array): Operation[] {
  const source = sourceOf(content);
  const { text } = source;
  const operations: Operation[] = [];
  for (let at = nextContentToken(text, 0); at < text.length; ) {
    const end = runEnd(text, at);
    const next = end > at ? new TextRun(source, at, end) : operationAt(source, at);
    if (!next) break;
    operations.push(next);
    at = next.next;
  }
  return operations;
}

function sourceOf(content: Uint8Array): ContentSource {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return { bytes, text: bytes.toString('latin1') };
}

/**
 * Reads the operation whose operands, or else its operator, begin at a position; undefined at the end, or if it is
 * incomplete.
 */
function operationAt(source: ContentSource, from: number): SourceOperation | undefined {
  const { text } = source;
  for (let at = from; at < text.length; ) {
    const end = contentTokenEnd(text, at);
    const next = nextContentToken(text, end);
    if (!isOperand(text, at, end)) {
      const operator = text.slice(at, end);
      return operator === 'BI'
        ? new InlineImage(source, at, next)
        : new SourceOperation(source, operator, from, at, next);
    }
    at = next;
  }
  return undefined;
}

/** Consecutive operations that are as they were read. */
interface Stretch {
  source: ContentSource;
  from: number;
  to: number;
}

/** Writes operations as a content stream: those that are as they were read are copied, others get a line each. */
export function writeOperations(operations: Iterable<Operation>): Uint8Array {
  const parts: (Stretch | string)[] = [];
  let stretch: Stretch | undefined;
  for (const operation of operations) {
    if (!(operation instanceof SourceOperation)) {
      stretch = undefined;
      parts.push(writeOperation(operation));
    } else if (stretch && operation.from === stretch.to && operation.source === stretch.source)
      stretch.to = operation.next;
    else {
      stretch = { source: operation.source, from: operation.from, to: operation.next };
      parts.push(stretch);
    }
  }
  return linesOf(parts);
}

/** Copies stretches as bytes, without making strings: they are most of a document. */
function linesOf(parts: readonly (Stretch | string)[]): Uint8Array {
  let most = 0;
  for (const part of parts) most += 1 + (typeof part === 'string' ? part.length : part.to - part.from);
  const bytes = Buffer.allocUnsafe(most);
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'string') at += bytes.write(part, at, 'latin1');
    else at += part.source.bytes.copy(bytes, at, part.from, spaceBefore(part.source.text, part.to));
    bytes[at++] = 10;
  }
  return bytes.subarray(0, at);
}

function writeOperation({ operator, operands }: Operation): string {
  if (operator === 'BI') return `BI ${operands[0]} ID ${operands[1]} EI`;
  return operands.length > 0 ? `${operands.join(' ')} ${operator}` : operator;
}

/**
 * Returns the number of the marked content that an operation BDC begins, if its properties are written in place and
 * have one.
 */
export function markedContentId({ operator, operands }: Operation): number | undefined {
  if (operator !== 'BDC') return undefined;
  const id = /\/MCID\s+(\d+)/.exec(operands[1] ?? '')?.[1];
  return id === undefined ? undefined : Number(id);
}
