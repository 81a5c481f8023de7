import { inlineImage, isOperand, nextToken, tokenEnd } from './content-tokens.ts';

/** An operator of a content stream with its operands as they are written: `1`, `/F5`, `<0018>`, `<</MCID 0>>`, `[(a) 20 (b)]`. */
export interface Operation {
  operator: string;
  operands: readonly string[];
}

/**
 * Reads a content stream, decoded, one operation after the other (ISO 32000-2, 7.8.2). An inline image is one operation `BI`, with its dictionary and its
 * data as operands. What is no PDF syntax is read as an operator of that name; a stream that breaks off ends with what is whole.
 */
export function* operationsOf(content: Uint8Array): Generator<Operation> {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  let from = nextToken(text, 0);
  for (let at = from; at < text.length; ) {
    const end = tokenEnd(text, at);
    if (isOperand(text, at, end)) {
      at = nextToken(text, end);
      continue;
    }
    const operator = text.slice(at, end);
    const next = nextToken(text, end);
    if (operator === 'BI') {
      const image = inlineImage(text, next);
      yield { operator, operands: [text.slice(next, image.id), text.slice(image.data, image.end)] };
      from = nextToken(text, image.after);
    } else {
      yield new Read(text, operator, from, at, next);
      from = next;
    }
    at = from;
  }
}

/**
 * An operation as it was read. There is one for nearly every glyph, and few are asked for their operands: a list of them is made only then. A getter on a
 * prototype takes no room in each.
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

/** Writes operations as a content stream: those that follow each other as they were read as they are there, others a line each. */
export function writeOperations(operations: Iterable<Operation>): Uint8Array {
  const lines: string[] = [];
  let first: Read | undefined;
  let last: Read | undefined;
  const writeRead = () => {
    if (first && last) lines.push(first.text.slice(first.from, last.next).trimEnd());
    [first, last] = [undefined, undefined];
  };
  for (const operation of operations) {
    const isRead = operation instanceof Read;
    if (!isRead || operation.text !== last?.text || operation.from !== last.next) writeRead();
    if (isRead) {
      first ??= operation;
      last = operation;
    } else lines.push(writeOperation(operation));
  }
  writeRead();
  return Buffer.from(lines.map((line) => `${line}\n`).join(''), 'latin1');
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
