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

function isOperand(text: string, at: number, end: number): boolean {
  return beginsOperand(text.charCodeAt(at)) || (end - at > 3 && /^(true|false|null)$/.test(text.slice(at, end)));
}

/** Skips white space and comments (7.2.3, 7.2.4). */
function nextToken(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === percent) {
      while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
    } else if (!isSpace(code)) break;
  }
  return at;
}

/** Where the token ends that begins at a place: a whole string, array or dictionary is one. */
function tokenEnd(text: string, at: number): number {
  if (kinds[text.charCodeAt(at)] === (delimiter | operand))
    switch (text[at]) {
      case '(':
        return stringEnd(text, at);
      case '[':
        return nestedEnd(text, at, '[', ']');
      case '<':
        if (text[at + 1] === '<') return nestedEnd(text, at, '<<', '>>');
        return endAfter(text, '>', at);
    }
  let end = at + 1;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !isDelimiter(text.charCodeAt(end))) end++;
  return end;
}

function stringEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  return text.length;
}

function nestedEnd(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    if (text[at] === '(') at = stringEnd(text, at);
    else if (text.startsWith(open, at)) {
      depth++;
      at += open.length;
    } else if (text.startsWith(close, at)) {
      at += close.length;
      if (--depth === 0) return at;
    } else if (text[at] === '<') at = endAfter(text, '>', at);
    else at++;
  }
  return text.length;
}

/** Where an inline image's dictionary ends, its data begin and end, and where the text goes on after it (8.9.7). */
function inlineImage(text: string, from: number): { id: number; data: number; end: number; after: number } {
  const opening = /\sID\s/g;
  opening.lastIndex = Math.max(0, from - 1);
  const id = opening.exec(text)?.index;
  if (id === undefined) return { id: text.length, data: text.length, end: text.length, after: text.length };
  const closing = /\sEI(?=\s|$)/g;
  closing.lastIndex = opening.lastIndex;
  const end = closing.exec(text)?.index ?? text.length;
  return { id, data: opening.lastIndex, end, after: Math.min(text.length, end + 3) };
}

function endAfter(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at + sign.length;
}

const percent = '%'.charCodeAt(0);
const [space, delimiter, operand] = [1, 2, 4];
/** What a byte can be: white space, a delimiter, the beginning of an operand. Content streams are long, and a table is quick. */
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = space;
for (const sign of ')>]{}%') kinds[sign.charCodeAt(0)] = delimiter;
for (const sign of '/(<[') kinds[sign.charCodeAt(0)] = delimiter | operand;
for (const sign of '+-.0123456789') kinds[sign.charCodeAt(0)] = operand;
const isSpace = (code: number) => kinds[code] === space;
const isDelimiter = (code: number) => ((kinds[code] ?? 0) & delimiter) !== 0;
const beginsOperand = (code: number) => ((kinds[code] ?? 0) & operand) !== 0;
