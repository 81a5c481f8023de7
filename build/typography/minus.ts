import type { ElementContent, Root } from 'hast';
import { visit } from '../text/visit.ts';
import type { InlineRun } from './inline-run.ts';

/**
 * Makes a minus sign of the hyphen before a number that can only be a negative one: before degrees and per cent, alone
 * in its cell, behind a sign such as =, with decimals, or behind a word such as from; not in “1990 -1995”.
 */
export function setMinus({ text, cells }: InlineRun): void {
  for (const pattern of patterns)
    for (const { index } of text.matchAll(pattern)) if (cells[index] === '-') cells[index] = '−';
}

/**
 * Makes minus signs of the hyphens in raised and lowered texts, before a number or an index and behind a charge, and en
 * dashes between their numbers: 10⁻²³, m⁻¹, Ca²⁻, ¹²⁻¹⁵. It goes before the passes, which would take “10-23” for a
 * range.
 */
export function setRaised(tree: Root | ElementContent[]): void {
  const children = Array.isArray(tree) ? tree : tree.children;
  visit({ type: 'root', children } as Root, 'element', (element) => {
    if (!/^su[bp]$/.test(element.tagName)) return;
    for (const child of element.children) {
      if (child.type !== 'text') continue;
      child.value = child.value
        .replace(/^-(?=[\p{L}\d])|(?<=^\d*)-$|(?<=^\p{L})-(?=\d)/gu, '−')
        .replace(/^(\d+)-(\d+)$/, (range, from, to) => (Number(to) > Number(from) ? `${from}–${to}` : range));
    }
  });
}

const number = String.raw`\d+(?:[.,]\d+)*`;
/** Beginnings: of the text, a bracket, a quotation. */
const start = '^|[([{«„“"]';
const words = [
  'from|to|between|and|of|at|by|below|above|than|minus',
  'von|bis|zwischen|und|auf|um|unter|über|bei',
  'de|à|entre|et|sous',
  'від|до|між|нижче|при|от|между|ниже',
].join('|');

const patterns = [
  // -5 °C, -10 to -5 %
  new RegExp(
    String.raw`(?<=${start}|(?<!\d)\s|\d\s(?=-${number}\s?°))-(?=${number}(?:\s(?:to|and|bis|und|à|et|до|і|й|та|и)\s[-−]?${number})?\s?(?:°|%|‰|degrees?(?!\p{L})|grad(?!\p{L})|degrés?(?!\p{L})|градус))`,
    'giu',
  ),
  // Alone in a cell, or with its unit.
  new RegExp(String.raw`(?<=^\s*)-(?=${number}(?:[ \u00a0\u202f]\d{3})*\s?(?:\p{Sc}|\p{L}{1,2})?[*†‡]*\s*$)`, 'gu'),
  // x = -3, (-3), < -3, and (-5, -3)
  new RegExp(String.raw`(?<=[=<>≤≥≈≃]\s?|\()-(?=${number}(?![\d-]))`, 'gu'),
  new RegExp(String.raw`(?<=[([{][-−]${number}[,;]\s?)-(?=\d)`, 'gu'),
  // -0.5
  new RegExp(String.raw`(?<=${start}|(?<!\d)\s)-(?=\d+[.,]\d+(?![\d-]|[.,]\d))`, 'gu'),
  new RegExp(String.raw`(?<=(?<!\p{L})(?:${words})\s)-(?=${number}(?![\d\p{L}-]|[.,]\d))`, 'giu'),
];
