import { inlineImage, isOperand, nextToken, runEnd, tokenEnd } from './content-tokens.ts';

/** An operator of a content stream with its operands as they are written: `1`, `/F5`, `<0018>`, `<</MCID 0>>`, `[(a) 20 (b)]`. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
  /** Of a run: how far right of its first string the last one begins, in text space. */
  readonly advance?: number;
}

/**
 * Reads a content stream, decoded, one operation after the other (ISO 32000-2, 7.8.2). An inline image is one operation `BI`, with its dictionary and its
 * data as operands. What is no PDF syntax is read as an operator of that name; a stream that breaks off ends with what is whole.
 */
export function* operationsOf(content: Uint8Array): Generator<Operation> {
  const text = textOf(content);
  for (let next = operationAt(text, nextToken(text, 0)); next; next = operationAt(text, next.next)) yield next;
}

/**
 * Reads a content stream whole, its text in runs, for passes that do not look at single glyphs. Chrome shows each glyph by itself: `<0018> Tj 5.43 0 Td <0023> Tj …`. All
 * that follow each other so in a line, to the right, are one operation `Tj`: its operands are their strings, and `advance` is the sum of the steps between them.
 */
export function runsOf(content: Uint8Array): Operation[] {
  const text = textOf(content);
  const operations: Operation[] = [];
  for (let at = nextToken(text, 0); at < text.length; ) {
    const end = runEnd(text, at);
    const next = end > at ? new Run(text, 'Tj', at, end, nextToken(text, end)) : operationAt(text, at);
    if (!next) break;
    operations.push(next);
    at = next.next;
  }
  return operations;
}

/** The operation whose operands, or else its operator, begin at a place; undefined where there is no whole one any more. */
function operationAt(text: string, from: number): Read | undefined {
  for (let at = from; at < text.length; ) {
    const end = tokenEnd(text, at);
    const next = nextToken(text, end);
    if (!isOperand(text, at, end)) {
      const operator = text.slice(at, end);
      if (operator !== 'BI') return new Read(text, operator, from, at, next);
      return new InlineImage(text, operator, at, next, nextToken(text, inlineImage(text, next).after));
    }
    at = next;
  }
  return undefined;
}

/**
 * An operation as it was read. Few are asked for their operands: a list of them is made only then. A getter on a prototype takes no room in each.
 */
class Read implements Operation {
  readonly text: string;
  readonly operator: string;
  /** Where its operands begin, where its operator does, and where the next operation does. */
  readonly from: number;
  readonly at: number;
  readonly next: number;

  constructor(text: string, operator: string, from: number, at: number, next: number) {
    this.text = text;
    this.operator = operator;
    this.from = from;
    this.at = at;
    this.next = next;
  }

  get operands(): readonly string[] {
    const operands: string[] = [];
    for (let at = this.from; at < this.at; ) {
      const end = tokenEnd(this.text, at);
      operands.push(this.text.slice(at, end));
      at = nextToken(this.text, end);
    }
    return operands;
  }
}

/** Strings that are shown one after the other in a line. */
class Run extends Read {
  override get operands(): readonly string[] {
    return this.text.slice(this.from, this.at).match(/<[^>]*>/g) ?? [];
  }

  get advance(): number {
    let sum = 0;
    for (const [step] of this.text.slice(this.from, this.at).matchAll(/[\d.]+(?= 0 Td)/g)) sum += Number(step);
    return sum;
  }
}

/** `BI`, whose operands stand behind it. */
class InlineImage extends Read {
  override get operands(): readonly string[] {
    const { id, data, end } = inlineImage(this.text, this.at);
    return [this.text.slice(this.at, id), this.text.slice(data, end)];
  }
}

/** Writes operations as a content stream: those that follow each other as they were read as they are there, others a line each. */
export function writeOperations(operations: Iterable<Operation>): Uint8Array {
  const lines: string[] = [];
  let first: Read | undefined;
  let last: Read | undefined;
  for (const operation of operations) {
    if (operation instanceof Read) {
      if (last && first && (operation.from !== last.next || operation.text !== last.text)) {
        lines.push(written(first, last));
        first = operation;
      }
      first ??= operation;
      last = operation;
    } else {
      if (first && last) lines.push(written(first, last));
      first = last = undefined;
      lines.push(writeOperation(operation));
    }
  }
  if (first && last) lines.push(written(first, last));
  return Buffer.from(lines.length > 0 ? `${lines.join('\n')}\n` : '', 'latin1');
}

function written(first: Read, last: Read): string {
  return first.text.slice(first.from, last.next).trimEnd();
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

function textOf(content: Uint8Array): string {
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
}
