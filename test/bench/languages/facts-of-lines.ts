import { isDivided, type Line } from '../read-pages/lines.ts';

/** What is compared between programs that set the same page. */
export interface FactsOfLines {
  /** Full lines of the text. */
  lines: number;
  /** The standard deviation of their mean gaps, in em, and their mean. */
  deviation: number;
  mean: number;
  /** The share of full lines that end within a word. */
  hyphens: number;
  /** The outer and inner marks of quotations, with the spaces in them. */
  quotes: string[];
  /** The label of the table. */
  label: string;
  /** Lines that end with a word of one letter. */
  oneLetterEnds: number;
}

/** Fewer letters or gaps say little of how even a line is. */
const leastLetters = 25;
const leastGaps = 2;

/** Tells of the lines of a page; `author` is the caption of the table. */
export function factsOfLines(all: readonly Line[], author: string): FactsOfLines {
  const size = mostOf(all.map((line) => Math.round(line.size * 20) / 20));
  const text = all.filter((line) => Math.abs(line.size - size) < 0.02 * size);
  const columnOf = ({ page, column }: Line) => `${page % 2} ${column}`;
  const rights = new Map(
    [...new Set(text.map(columnOf))].map((column) => [
      column,
      rightOf(text.filter((line) => columnOf(line) === column)),
    ]),
  );
  const full = text.filter((line) => line.right > (rights.get(columnOf(line)) ?? 0) - 2);
  const even = full.filter(({ gaps, text: words }) => gaps.length >= leastGaps && words.length >= leastLetters);
  const gaps = even.map((line) => line.gaps.reduce((sum, gap) => sum + gap, 0) / line.gaps.length / line.size);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / (gaps.length || 1);
  return {
    lines: even.length,
    mean,
    deviation: Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length || 1)),
    hyphens: even.filter((line) => isDivided(line.text)).length / (even.length || 1),
    quotes: quotesIn(all.map((line) => line.text).join('\n')),
    label: labelIn(all, author),
    oneLetterEnds: full.filter((line) => /(^|[\s(«„“"])\p{L}$/u.test(line.text)).length,
  };
}

/** Where most lines of a column end; what hangs ends farther out. */
function rightOf(lines: readonly Line[]): number {
  return mostOf(lines.map((line) => Math.round(line.right * 2) / 2));
}

/** The pairs of marks, those that occur most first. */
function quotesIn(text: string): string[] {
  const pairs = new Map<string, number>();
  for (const [, open = '', inner = '', close = ''] of text.matchAll(
    /(?<![\p{L}\d])([«»„“”"‚‘‹›])([^«»„“”"‚‘‹›]{1,400}?)([«»„“”"‘’‹›])(?![\p{L}\d])/gu,
  )) {
    const [before = ''] = /^\s*/.exec(inner) ?? [];
    const [after = ''] = /\s*$/.exec(inner) ?? [];
    const pair = `${open}${before ? ' ' : ''}a${after ? ' ' : ''}${close}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return [...pairs].sort((a, b) => b[1] - a[1]).map(([pair]) => pair);
}

/** What stands before the author’s name in the caption of the table. */
function labelIn(lines: readonly Line[], author: string): string {
  const key = spaceless(author);
  for (const { text } of lines) {
    const from = spaceless(text).indexOf(key);
    if (from < 1 || !text.includes('1') || /["«»„“”‘’]/.test(text)) continue;
    let count = 0;
    for (let end = 0; end < text.length; end++) {
      if (count === from) return text.slice(0, end).trim();
      if (!/\s/.test(text[end] ?? '')) count++;
    }
  }
  return '';
}

function spaceless(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

function mostOf(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
