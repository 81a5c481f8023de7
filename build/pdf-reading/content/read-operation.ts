import { contentTokenEnd, locateInlineImage, nextContentToken } from './content-tokens.ts';

/**
 * An operator of a content stream with its operands as they are written: `1`, `/F5`, `<0018>`, `<</MCID 0>>`, `[(a) 20
 * (b)]`.
 */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
  /** Of a run: the distance from the beginning of its first string to that of its last, in text space. */
  readonly advance?: number;
}

/** The content that operations are read from: its bytes, and a string with a character for each byte. */
export interface ContentSource {
  bytes: Buffer;
  text: string;
}

/**
 * An operation as it was read. Its list of operands is made only on access, since few passes need it; the getter is on
 * the prototype, to save memory.
 */
export class SourceOperation implements Operation {
  readonly source: ContentSource;
  readonly operator: string;
  /** The positions where its operands, its operator, and the next operation begin. */
  readonly from: number;
  readonly at: number;
  readonly next: number;

  constructor(source: ContentSource, operator: string, from: number, at: number, next: number) {
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
      const end = contentTokenEnd(text, at);
      operands.push(text.slice(at, end));
      at = nextContentToken(text, end);
    }
    return operands;
  }
}

/** Strings that are shown one after the other in a line, as one operation `Tj`. */
export class TextRun extends SourceOperation {
  constructor(source: ContentSource, from: number, end: number) {
    super(source, 'Tj', from, end, nextContentToken(source.text, end));
  }

  override get operands(): readonly string[] {
    return this.source.text.slice(this.from, this.at).match(/<[^>]*>/g) ?? [];
  }

  /** The bytes of all strings, and the distance of each from the one before it, without the first. */
  get shown(): { bytes: Uint8Array; steps: number[] } {
    const { bytes } = this.source;
    const shown: number[] = [];
    const steps: number[] = [];
    for (let at = this.from; at < this.at; ) {
      // A missing last digit is 0 (ISO 32000-1, 7.3.4.3).
      for (at++; bytes[at] !== greater && at < this.at; at += 2) {
        const isWhole = bytes[at + 1] !== greater;
        shown.push(((digits[bytes[at] ?? 0] ?? 0) << 4) | (isWhole ? (digits[bytes[at + 1] ?? 0] ?? 0) : 0));
        if (!isWhole) at--;
      }
      // After `> Tj` and a space: the step, which ends with a space.
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

/** An inline image, `BI`, whose operands follow the operator. */
export class InlineImage extends SourceOperation {
  constructor(source: ContentSource, at: number, operands: number) {
    super(source, 'BI', at, operands, nextContentToken(source.text, locateInlineImage(source.text, operands).after));
  }

  override get operands(): readonly string[] {
    const { text } = this.source;
    const { id, data, end } = locateInlineImage(text, this.at);
    return [text.slice(this.at, id), text.slice(data, end)];
  }
}

const less = '<'.charCodeAt(0);
const greater = '>'.charCodeAt(0);
const space = ' '.charCodeAt(0);
const dot = '.'.charCodeAt(0);
/** The value of a hexadecimal digit, by its byte. */
const digits = new Uint8Array(256);
for (const digit of '0123456789abcdefABCDEF') digits[digit.charCodeAt(0)] = Number.parseInt(digit, 16);
