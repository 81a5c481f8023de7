import { inlineImage, nextToken, tokenEnd } from './content-tokens.ts';

/** An operator of a content stream with its operands as they are written: `1`, `/F5`, `<0018>`, `<</MCID 0>>`, `[(a) 20 (b)]`. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
  /** Of a run: how far right of its first string the last one begins, in text space. */
  readonly advance?: number;
}

/** What operations are read from: its bytes, and a character for each. */
export interface Source {
  bytes: Buffer;
  text: string;
}

/**
 * An operation as it was read. Few are asked for their operands: a list of them is made only then. A getter on a prototype takes no room in each.
 */
export class Read implements Operation {
  readonly source: Source;
  readonly operator: string;
  /** Where its operands begin, where its operator does, and where the next operation does. */
  readonly from: number;
  readonly at: number;
  readonly next: number;

  constructor(source: Source, operator: string, from: number, at: number, next: number) {
    this.source = source;
    this.operator = operator;
    this.from = from;
    this.at = at;
    this.next = next;
  }

  get operands(): readonly string[] {
    const operands: string[] = [];
    const { text } = this.source;
    for (let at = this.from; at < this.at; ) {
      const end = tokenEnd(text, at);
      operands.push(text.slice(at, end));
      at = nextToken(text, end);
    }
    return operands;
  }
}

/** Strings that are shown one after the other in a line, as one operation `Tj`. */
export class Run extends Read {
  constructor(source: Source, from: number, end: number) {
    super(source, 'Tj', from, end, nextToken(source.text, end));
  }

  override get operands(): readonly string[] {
    return this.source.text.slice(this.from, this.at).match(/<[^>]*>/g) ?? [];
  }

  /** The bytes of all its strings, and how far right of the one before it each begins, but the first. */
  get shown(): { bytes: Uint8Array; steps: number[] } {
    const { bytes } = this.source;
    const shown: number[] = [];
    const steps: number[] = [];
    for (let at = this.from; at < this.at; ) {
      // A digit that is missing is 0 (ISO 32000-1, 7.3.4.3).
      for (at++; bytes[at] !== greater && at < this.at; at += 2) {
        const isWhole = bytes[at + 1] !== greater;
        shown.push(((digits[bytes[at] ?? 0] ?? 0) << 4) | (isWhole ? (digits[bytes[at + 1] ?? 0] ?? 0) : 0));
        if (!isWhole) at--;
      }
      // Behind `> Tj` and a space: the step, up to its own.
      at += 5;
      if (at >= this.at) break;
      let step = 0;
      let place = 0;
      for (; bytes[at] !== space && at < this.at; at++) {
        if (bytes[at] === dot) place = 1;
        else {
          step = step * 10 + (digits[bytes[at] ?? 0] ?? 0);
          place *= 10;
        }
      }
      steps.push(place > 1 ? step / place : step);
      while (bytes[at] !== less && at < this.at) at++;
    }
    return { bytes: Uint8Array.from(shown), steps };
  }

  get advance(): number {
    let sum = 0;
    for (const [step] of this.source.text.slice(this.from, this.at).matchAll(/[\d.]+(?= 0 Td)/g)) sum += Number(step);
    return sum;
  }
}

/** `BI`, whose operands stand behind it. */
export class InlineImage extends Read {
  constructor(source: Source, at: number, operands: number) {
    super(source, 'BI', at, operands, nextToken(source.text, inlineImage(source.text, operands).after));
  }

  override get operands(): readonly string[] {
    const { text } = this.source;
    const { id, data, end } = inlineImage(text, this.at);
    return [text.slice(this.at, id), text.slice(data, end)];
  }
}

const less = '<'.charCodeAt(0);
const greater = '>'.charCodeAt(0);
const space = ' '.charCodeAt(0);
const dot = '.'.charCodeAt(0);
/** What a hexadecimal digit is worth, by its byte. */
const digits = new Uint8Array(256);
for (const digit of '0123456789abcdefABCDEF') digits[digit.charCodeAt(0)] = Number.parseInt(digit, 16);
