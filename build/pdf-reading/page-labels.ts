import type { PDFDict } from '@cantoo/pdf-lib';
import { latinLetters, letterNumeral, romanNumeral } from '../text/numerals.ts';
import { asDict, asNumber, dictAt, nameAt, numberAt, textAt } from './file/objects.ts';
import { follow, treeEntries } from './file/trees.ts';

/**
 * Reads the label of each page, which viewers show (ISO 32000-1, 12.4.2). Returns a string that says what is wrong if
 * they cannot be read.
 */
export function readPageLabels(catalog: PDFDict, count: number): string[] | string {
  const ranges: { from: number; label: PDFDict }[] = [];
  for (const [key, value] of treeEntries(dictAt(catalog, 'PageLabels'), 'Nums')) {
    const from = asNumber(key);
    const label = asDict(follow(catalog, value));
    if (from === undefined || !label) return 'an entry is not a number and a label';
    if (from <= (ranges.at(-1)?.from ?? -1)) return 'the entries are not in order';
    if (from >= count) return `one is for page ${from + 1}, and there are ${count}`;
    ranges.push({ from, label });
  }
  if (ranges[0]?.from !== 0) return 'there is none for the first page';
  return Array.from({ length: count }, (_, i) => {
    const { from, label } = ranges.findLast((range) => range.from <= i) as (typeof ranges)[number];
    const number = i - from + (numberAt(label, 'St') ?? 1);
    return (textAt(label, 'P') ?? '') + inStyle(nameAt(label, 'S'), number);
  });
}

function inStyle(style: string | undefined, number: number): string {
  switch (style) {
    case 'D':
      return String(number);
    case 'R':
      return romanNumeral(Math.min(number, 100_000));
    case 'r':
      return inStyle('R', number).toLowerCase();
    case 'A':
      return inStyle('a', number).toUpperCase();
    case 'a':
      return letterNumeral(number, latinLetters, 100);
    default:
      return '';
  }
}
