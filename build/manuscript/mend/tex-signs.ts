import { formulaEnd } from '../constructs/formulas/scan.ts';
import { codeEnd } from './code-end.ts';
import type { Edit } from './edits.ts';
import type { SourceLine } from './lines.ts';
import type { Mender, MenderResult } from './mend.ts';

/**
 * Mends formulas between `\(` and `\)`, or `\[` and `\]`, as TeX has them: they get dollar signs, and are reported. In
 * CommonMark these are mere brackets, so only those are formulas that clearly are TeX, and beside such ones single
 * letters. Two backslashes, as kramdown needs them, always mean formulas.
 */
export const mendTexSigns: Mender = (lines) => {
  const edits: Edit[] = [];
  const pairs = partsOf(lines).flatMap(findIn);
  const inLine = pairs.filter(({ sign, isDouble }) => sign === '(' && !isDouble);
  const areFormulas = inLine.some(isClear) && !inLine.some(isWords);
  const meant = pairs.filter((pair) => pair.isDouble || isClear(pair) || (pair.sign === '(' && areFormulas));
  const notices: NonNullable<MenderResult['notices']> = [];
  for (const { sign, open, close, inner } of meant) {
    const dollars = sign === '(' ? '$' : '$$';
    // No space may stand inside a single dollar sign.
    const space = sign === '(' ? [/^[ \t]*/, /[ \t]*$/].map((one) => one.exec(inner)?.[0].length ?? 0) : [0, 0];
    edits.push({ from: open.from, to: open.to + (space[0] ?? 0), text: dollars });
    edits.push({ from: close.from - (space[1] ?? 0), to: close.to, text: dollars });
    notices.push({
      kind: `formulas between \\${sign}`,
      rule: 'formula-signs',
      level: 'info',
      at: open.from,
      found: `What stands between \\${sign} and \\${sign === '(' ? ')' : ']'} is read as a formula`,
      fix: `Write ${dollars}…${dollars}; for mere brackets, no backslash before them.`,
    });
  }
  return { edits, notices };
};

/** Two signs of TeX with what may be a formula between them, at offsets in the source. */
interface Pair {
  sign: '(' | '[';
  isDouble: boolean;
  inner: string;
  open: { from: number; to: number };
  close: { from: number; to: number };
}

/** Lines of one paragraph as one text, with the offset of each of its characters. */
interface Part {
  text: string;
  offsetOf: (index: number) => number;
}

function partsOf(lines: readonly SourceLine[]): Part[] {
  const parts: Part[] = [];
  let own: SourceLine[] = [];
  const end = (): void => {
    if (own.some(({ text }) => text.includes('\\'))) parts.push(partOf(own));
    own = [];
  };
  for (const line of lines) {
    if (!line.isMarkdown || line.text === '' || line.isItem || line.isRow) end();
    if (line.isMarkdown && line.text !== '') own.push(line);
    if (line.isRow) end();
  }
  end();
  return parts;
}

function partOf(lines: readonly SourceLine[]): Part {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    if (text) text += '\n';
    starts.push(text.length);
    text += line.text;
  }
  const offsetOf = (index: number): number => {
    const at = starts.findLastIndex((start) => start <= index);
    return (lines[at]?.textFrom ?? 0) + index - (starts[at] ?? 0);
  };
  return { text, offsetOf };
}

function findIn({ text, offsetOf }: Part): Pair[] {
  const pairs: Pair[] = [];
  const stretch = (from: number, to: number) => ({ from: offsetOf(from), to: offsetOf(to - 1) + 1 });
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '`') at = codeEnd(text, at) - 1;
    else if (text[at] === '$') at = (formulaEnd(text, at) ?? at + 1) - 1;
    else if (text[at] === '\\') {
      const rest = text.slice(at, at + longest);
      const pair = pairSigns.exec(rest);
      if (pair) {
        const { slashes = '', inLine, displayed } = pair.groups as Record<string, string | undefined>;
        const inner = inLine ?? displayed ?? '';
        const [from, to] = [at + slashes.length + 1, at + pair[0].length];
        pairs.push({
          sign: inLine === undefined ? '[' : '(',
          isDouble: slashes.length > 1,
          inner,
          open: stretch(at, from),
          close: stretch(from + inner.length, to),
        });
        at = to - 1;
      } else at++;
    }
  }
  return pairs;
}

const longest = 2100;

/** A pair of signs with what is between them, which has none of either; no figure follows the second. */
const pairSigns =
  /^(?<slashes>\\{1,2})(?:\((?<inLine>(?:(?!\\[()])[^$`]){1,2000})\k<slashes>\)(?!\d)|\[(?<displayed>(?:(?!\\[[\]])[^$`]){1,2000})\k<slashes>\])/;

/** True if what is between two signs has commands or signs of TeX, and no words but in them. */
function isClear({ inner }: Pair): boolean {
  const bare = inner.replace(/\\(?:text[a-z]*|math[a-z]+|operatorname\*?|begin|end|label|ce)\s*\{[^{}]*\}/g, '\\x');
  return /\\[A-Za-z]|[\^_=+<>]/.test(bare) && !isWordy(bare);
}

function isWords({ inner }: Pair): boolean {
  return isWordy(inner) && !/\\[A-Za-z]/.test(inner);
}

/** True if a text has a word outside commands. */
function isWordy(text: string): boolean {
  return /\p{L}{4}|\p{L}{2,}\s+\p{L}{2,}/u.test(text.replace(/\\[A-Za-z]+/g, ' \\ '));
}
