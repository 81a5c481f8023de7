import { type Doubt, firstWords } from '../imported.ts';
import type { SuspectText } from './texts.ts';

const pairs = [
  ['(', ')'],
  ['[', ']'],
  ['«', '»'],
  ['“', '”'],
] as const;

/** Quotation marks and brackets that have no other half in their paragraph. */
export function unbalancedMarks(texts: readonly SuspectText[]): Doubt[] {
  return texts.flatMap(({ text, node, at, note }) =>
    faultsIn(text).map(({ found, around, confidence }): Doubt => {
      const where = note === undefined ? '' : ` in note ${note}`;
      return {
        rule: 'import-marks',
        confidence,
        at,
        words: firstWords(around),
        found: `${found}${where}: ${around}`,
        node,
      };
    }),
  );
}

function faultsIn(text: string): { found: string; around: string; confidence: number }[] {
  // 1), a) and :) have no other half; nor has the mark that begins each paragraph of a long quotation.
  const plain = text.replace(/(?<=^|[\s;,])(?:\d{1,2}|\p{L})\)|[:;]-?\)/gu, (sign) => ' '.repeat(sign.length));
  const faults: { found: string; around: string; confidence: number }[] = [];
  for (const [open, close] of pairs) {
    const alone = aloneIn(plain, open, close);
    if (alone === undefined) continue;
    // German closes “so„, and Ukrainian too: of the curly ones only a surplus in English pairs says something.
    if (open === '“' && /[„‚]/.test(plain)) continue;
    const isLong = open === '“' && plain.startsWith('“') && alone === 0;
    if (isLong) continue;
    faults.push({ found: `${plain[alone]} without its other half`, around: aroundOf(text, alone), confidence: 0.9 });
  }
  const straight = [...plain.matchAll(/"/g)].map(({ index }) => index);
  // Inches and seconds follow a figure.
  const marks = straight.filter((index) => !/\d/.test(plain[index - 1] ?? ''));
  if (marks.length % 2 === 1 && straight.length % 2 === 1)
    faults.push({
      found: 'An odd number of quotation marks',
      around: aroundOf(text, marks.at(-1) ?? 0),
      confidence: 0.8,
    });
  return faults;
}

/** The offset of the first mark of a pair that has no other half. */
function aloneIn(text: string, open: string, close: string): number | undefined {
  if (!text.includes(open) && !text.includes(close)) return undefined;
  const stack: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === open) stack.push(i);
    else if (text[i] === close && stack.pop() === undefined) return i;
  }
  return stack[0];
}

function aroundOf(text: string, at: number): string {
  const from = Math.max(0, at - 25);
  return `${from > 0 ? '…' : ''}${text.slice(from, at + 30)}${at + 30 < text.length ? '…' : ''}`;
}
