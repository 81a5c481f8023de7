import { isOperand, nextToken, runEnd, spaceBefore, tokenEnd } from './content-tokens.ts';
import { InlineImage, type Operation, Read, Run, type Source } from './read-operation.ts';

export type { Operation } from './read-operation.ts';

/**
 * Reads a content stream, decoded, one operation after the other (ISO 32000-2, 7.8.2). An inline image is one operation `BI`, with its dictionary and its
 * data as operands. What is no PDF syntax is read as an operator of that name; a stream that breaks off ends with what is whole.
 */
export function* operationsOf(content: Uint8Array): Generator<Operation> {
  const source = sourceOf(content);
  const first = nextToken(source.text, 0);
  for (let next = operationAt(source, first); next; next = operationAt(source, next.next)) yield next;
}

/**
 * Reads a content stream whole, its text in runs, for passes that do not look at single glyphs. Chrome shows each glyph by itself: `<0018> Tj 5.43 0 Td <0023> Tj …`. All
 * that follow each other so in a line, to the right, are one operation `Tj`: its operands are their strings, `advance` is the sum of the steps between them, and it is written as it was read.
 */
export function runsOf(content: Uint8Array): Operation[] {
  const source = sourceOf(content);
  const { text } = source;
  const operations: Operation[] = [];
  for (let at = nextToken(text, 0); at < text.length; ) {
    const end = runEnd(text, at);
    const next = end > at ? new Run(source, at, end) : operationAt(source, at);
    if (!next) break;
    operations.push(next);
    at = next.next;
  }
  return operations;
}

function sourceOf(content: Uint8Array): Source {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return { bytes, text: bytes.toString('latin1') };
}

/** The operation whose operands, or else its operator, begin at a place; undefined where there is no whole one any more. */
function operationAt(source: Source, from: number): Read | undefined {
  const { text } = source;
  for (let at = from; at < text.length; ) {
    const end = tokenEnd(text, at);
    const next = nextToken(text, end);
    if (!isOperand(text, at, end)) {
      const operator = text.slice(at, end);
      return operator === 'BI' ? new InlineImage(source, at, next) : new Read(source, operator, from, at, next);
    }
    at = next;
  }
  return undefined;
}

/** Operations that follow each other as they were read. */
interface Stretch {
  source: Source;
  from: number;
  to: number;
}

/** Writes operations as a content stream: those that follow each other as they were read as they are there, others a line each. */
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

/** Stretches are copied as bytes, without a text being made of them: they are most of a document. */
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

/** The number of the marked content that an operation BDC begins, where its properties are written in place and have one. */
export function markedContentId({ operator, operands }: Operation): number | undefined {
  if (operator !== 'BDC') return undefined;
  const id = /\/MCID\s+(\d+)/.exec(operands[1] ?? '')?.[1];
  return id === undefined ? undefined : Number(id);
}
