import { typesetText } from './typeset.ts';

/** Keys whose values are addresses, codes or file names, not prose. */
const codes = new Set([
  'issn',
  'doi',
  'orcid',
  'ror',
  'email',
  'license',
  'style',
  'citation-style',
  'lang',
  'contacts',
  'cover',
  'date',
  'received',
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
  'print',
]);

/** A copy of facts with the right quotation marks, dashes and spaces in every text that is prose. */
export function typesetFacts<T>(facts: T, lang: string): T {
  if (typeof facts === 'string') return typesetText(facts, lang) as T;
  if (Array.isArray(facts)) return facts.map((item) => typesetFacts(item, lang)) as T;
  if (typeof facts !== 'object' || facts === null) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, codes.has(key) ? value : typesetFacts(value, lang)]),
  ) as T;
}
