import type { PDFDict } from '@cantoo/pdf-lib';
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
      return roman(number);
    case 'r':
      return roman(number).toLowerCase();
    case 'A':
    case 'a': {
      const letter = String.fromCharCode((style === 'A' ? 65 : 97) + ((number - 1) % 26));
      return letter.repeat(Math.min(100, Math.ceil(number / 26)));
    }
    default:
      return '';
  }
}

function roman(number: number): string {
  const values: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = Math.min(number, 100_000);
  let text = '';
  for (const [value, sign] of values) for (; left >= value; left -= value) text += sign;
  return text;
}
