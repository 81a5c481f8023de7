import type { Languages } from '../languages/languages.ts';
import { typesetText } from './typeset.ts';

/** Keys whose values are addresses, codes or file names, not prose. */
const codes = new Set([
  'issn',
  'isbn',
  'barcode',
  'roles',
  'doi',
  'orcid',
  'ror',
  'email',
  'license',
  'style',
  'citation-style',
  'repeated-authors',
  'lang',
  'contacts',
  'cover',
  'cover-words',
  'date',
  'received',
  'published',
  'deposit',
  'abbreviation',
  'accepted',
  'accent',
  'contents',
  'bibliography',
  'kind',
  'volume',
  'number',
  'whole',
  'short',
  'page',
  'faces',
  'running-heads',
  'first-article',
  'print',
]);

/** A copy of facts with the right quotation marks, dashes and spaces in every text that is prose. */
export function typesetFacts<T>(facts: T, lang: string, languages: Languages): T {
  if (typeof facts === 'string') return typesetText(raised(facts), lang, languages) as T;
  if (Array.isArray(facts)) return facts.map((item) => typesetFacts(item, lang, languages)) as T;
  if (typeof facts !== 'object' || facts === null) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, codes.has(key) ? value : typesetFacts(value, lang, languages)]),
  ) as T;
}

/**
 * Replaces figures between ^…^ and ~…~ by their Unicode characters: a keyword has no markup, and `CO~2~` becomes CO₂.
 */
function raised(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N})])\^([-+−]?\d+[-+−]?|[-+−])\^/gu, (_, signs: string) => inSigns(signs, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'))
    .replace(/(?<=[\p{L}\p{N})])~(\d+)~(?!\d)/gu, (_, signs: string) => inSigns(signs, '₀₁₂₃₄₅₆₇₈₉₊₋'));
}

function inSigns(signs: string, to: string): string {
  return [...signs].map((sign) => to['0123456789+'.indexOf(sign)] ?? to[11]).join('');
}
