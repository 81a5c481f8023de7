import { contentTokenEnd, isOperand, nextContentToken, runEnd, spaceBefore } from './content-tokens.ts';
import { InlineImage, type Operation, type OperationSource, Read, ShownText } from './read-operation.ts';

export type { Operation } from './read-operation.ts';

/**
 * Reads a content stream, decoded, one operation after the other (ISO 32000-2, 7.8.2). An inline image is one operation
 * `BI`, with its dictionary and its data as operands. Invalid syntax is read as an operator of that name; of a stream
 * that breaks off, only whole operations are read.
 */
export function* operationsOf(content: Uint8Array): Generator<Operation> {
  const source = sourceOf(content);
  const first = nextContentToken(source.text, 0);
  for (let next = operationAt(source, first); next; next = operationAt(source, next.next)) yield next;
}

/**
 * Reads a whole content stream, its text in runs, for passes that do not need single glyphs. Chrome shows each glyph by
 * itself: `<0018> Tj 5.43 0 Td <0023> Tj …`. Glyphs that follow each other so in a line, to the right, become one
 * operation `Tj`: its operands are their strings, `advance` is the sum of the steps between them, and it is written as
 * it was read.
 */
export function runsOf(content: Uint8Array): Operation[] {
  const source = sourceOf(content);
  const { text } = source;
  const operations: Operation[] = [];
  for (let at = nextContentToken(text, 0); at < text.length; ) {
    const end = runEnd(text, at);
    const next = end > at ? new ShownText(source, at, end) : operationAt(source, at);
    if (!next) break;
    operations.push(next);
    at = next.next;
  }
  return operations;
}

function sourceOf(content: Uint8Array): OperationSource {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return { bytes, text: bytes.toString('latin1') };
}

/** Reads the operation whose operands, or else its operator, begin at an offset; undefined if no whole one is left. */
function operationAt(source: OperationSource, from: number): Read | undefined {
  const { text } = source;
  for (let at = from; at < text.length; ) {
    const end = contentTokenEnd(text, at);
    const next = nextContentToken(text, end);
    if (!isOperand(text, at, end)) {
      const operator = text.slice(at, end);
      return operator === 'BI' ? new InlineImage(source, at, next) : new Read(source, operator, from, at, next);
    }
    at = next;
  }
  return undefined;
}

/** A stretch of operations that follow each other as they were read. */
interface Stretch {
  source: OperationSource;
  from: number;
  to: number;
}

/** Writes operations as a content stream: unchanged stretches as they were read, others a line each. */
export function writeOperations(operations: Iterable<Operation>): Uint8Array {
  const parts: (Stretch | string)[] = [];
  let stretch: Stretch | undefined;
  for (const operation of operations) {
    if (!(operation instanceof Read)) {
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

/** Stretches are copied as bytes and never made into strings: they are most of a document. */
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

/** The number of the marked content that an operation BDC begins, if its properties are inline and have one. */
export function markedContentId({ operator, operands }: Operation): number | undefined {
  if (operator !== 'BDC') return undefined;
  const id = /\/MCID\s+(\d+)/.exec(operands[1] ?? '')?.[1];
  return id === undefined ? undefined : Number(id);
}
