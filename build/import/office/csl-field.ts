import type { CslItem, CslName } from '../../references/item.ts';
import { guessLanguage, languageTag } from '../../references/languages.ts';
import { allKnown, locatorWords, type WorkInField } from './cited.ts';

type Json = Record<string, unknown>;

/**
 * The works in the code of a field of Zotero, Mendeley or any other program that writes CSL-JSON behind
 * `CSL_CITATION`. Undefined if it has none, or not all of what it cites.
 */
export function worksOfCslField(code: string): WorkInField[] | undefined {
  const start = code.indexOf('{');
  const citation = start < 0 ? undefined : parseHead(code.slice(start));
  const items = citation?.citationItems;
  if (!Array.isArray(items) || items.length === 0) return undefined;
  const works = items.map((one: Json): WorkInField | undefined => {
    const data = (one.itemData ?? one.item) as Json | undefined;
    if (!data || typeof data !== 'object' || typeof data.title !== 'string') return undefined;
    return {
      item: cslItemOf(data),
      prefix: textOf(one.prefix),
      suffix: textOf(one.suffix),
      locator: locatorWords(textOf(one.label) || undefined, textOf(one.locator)),
      isWithoutAuthor: one['suppress-author'] === true || one['suppress-author'] === 1,
    };
  });
  return allKnown(works);
}

/** The JSON at the head of a text; other text may follow it. */
function parseHead(text: string): Json | undefined {
  let depth = 0;
  let isText = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (isText) {
      if (sign === '\\') i++;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) {
      try {
        return JSON.parse(text.slice(0, i + 1)) as Json;
      } catch {
        return undefined;
      }
    }
  }
  return undefined;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Fields that are of no use for a citation, or long. */
const leftOut = new Set([
  'id',
  'abstract',
  'note',
  'source',
  'archive_location_',
  'call-number',
  'citation-key',
  'citation-label',
  'keyword',
  'journalAbbreviation',
  'shortTitle',
  'system_id',
  'uri',
  'uris',
  'schema',
  'custom',
  'categories',
]);

const dates = new Set(['issued', 'accessed', 'original-date', 'event-date', 'submitted', 'available-date']);

/** An item of CSL-JSON as another program keeps it, with what is not of the form left out. */
function cslItemOf(data: Json): CslItem {
  const item: CslItem = { id: '', type: textOf(data.type) || 'document' };
  for (const [key, value] of Object.entries(data)) {
    if (key === 'type' || leftOut.has(key)) continue;
    if (dates.has(key)) {
      const date = dateOf(value);
      if (date) item[key] = date;
    } else if (Array.isArray(value)) {
      const names = value.flatMap((one) => nameOf(one) ?? []);
      if (names.length > 0) item[key] = names;
    } else {
      const text = textOf(value).replace(/\s+/g, ' ').trim();
      if (text !== '') item[key] = text;
    }
  }
  const language =
    languageTag(textOf(data.language)) ?? guessLanguage(item.title ?? '', textOf(item['container-title']));
  if (language) item.language = language;
  else delete item.language;
  return item;
}

function nameOf(value: unknown): CslName | undefined {
  if (!value || typeof value !== 'object') return undefined;
  const name: CslName = {};
  for (const key of ['family', 'given', 'non-dropping-particle', 'dropping-particle', 'suffix', 'literal'] as const) {
    const text = textOf((value as Json)[key]).trim();
    if (text !== '') name[key] = text;
  }
  return Object.keys(name).length > 0 ? name : undefined;
}

function dateOf(value: unknown): CslItem['issued'] | undefined {
  if (!value || typeof value !== 'object') return undefined;
  const date = value as Json;
  const parts = Array.isArray(date['date-parts'])
    ? date['date-parts'].flatMap((one: unknown) => {
        const numbers = Array.isArray(one) ? one.map(Number).filter((number) => Number.isInteger(number)) : [];
        return numbers.length > 0 ? [numbers] : [];
      })
    : [];
  if (parts.length > 0) return { 'date-parts': parts };
  const words = textOf(date.raw) || textOf(date.literal);
  const year = /^\d{4}$/.exec(words.trim())?.[0];
  return year ? { 'date-parts': [[Number(year)]] } : words ? { literal: words } : undefined;
}
