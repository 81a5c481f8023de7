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
  let operands: string[] = [];
  for (let at = nextToken(text, 0); at < text.length; ) {
    const end = tokenEnd(text, at);
    const token = text.slice(at, end);
    at = nextToken(text, end);
    if (isOperand(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'BI') {
      const image = inlineImage(text, at);
      operands = [text.slice(at, image.id), text.slice(image.data, image.end)];
      at = nextToken(text, image.after);
    }
    yield { operator: token, operands };
    operands = [];
  }
}

/** Writes operations as a content stream, an operation a line. */
export function writeOperations(operations: Iterable<Operation>): Uint8Array {
  let text = '';
  for (const operation of operations) text += `${writeOperation(operation)}\n`;
  return Buffer.from(text, 'latin1');
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

function isOperand(token: string): boolean {
  return beginsOperand(token.charCodeAt(0)) || token === 'true' || token === 'false' || token === 'null';
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
