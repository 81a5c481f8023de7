import { isDeepStrictEqual } from 'node:util';
import { VFile } from 'vfile';
import { type CslDate, type CslItem, type CslName, others } from '../item.ts';
import { nameFields } from './fields.ts';
import { readNames } from './names.ts';
import { readBib } from './read-bib.ts';

/** A library as BibLaTeX. */
export interface WrittenBib {
  text: string;
  /** Items that BibLaTeX has no form for: read back, they would not be the same. */
  lost: CslItem[];
}

/**
 * Writes items of CSL-JSON as BibLaTeX, keys kept. The text is read back by our own reader, and each item that is not
 * the same then (`sameItem`) is among the lost.
 */
export function writeBib(items: readonly CslItem[]): WrittenBib {
  // Capitals in English titles need braces only where the reader would take them for Title Case.
  const braced = new Set(differing(items, entries(items, new Set())));
  const text = entries(items, braced);
  return { text, lost: differing(items, text) };
}

function entries(items: readonly CslItem[], braced: ReadonlySet<CslItem>): string {
  return items.map((item) => entryOf(item, braced.has(item))).join('\n');
}

function differing(items: readonly CslItem[], text: string): CslItem[] {
  const read = new Map(readBib(new VFile({ path: 'works.bib', value: text })).map(({ key, item }) => [key, item]));
  return items.filter((item) => !sameItem(item, read.get(item.id)));
}

/**
 * True if an item says what another says. The second may have a short title and a language besides, which the reader
 * finds; full stops behind titles, dashes between pages, and the address of a DOI are nothing of its own.
 */
export function sameItem(item: CslItem, read: CslItem | undefined): boolean {
  if (!read) return false;
  const [one, other] = [plainItem(item), plainItem(read)];
  for (const found of ['title-short', 'language']) if (!(found in one)) delete other[found];
  return isDeepStrictEqual(one, other);
}

function plainItem(item: CslItem): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(item)) {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    if (key === 'URL' && item.DOI && addressOfDoi.exec(String(value))?.[1] === item.DOI) continue;
    if (Array.isArray(value)) plain[key] = value.map((name) => ({ ...name }));
    else if (typeof value === 'object') plain[key] = plainDate(value as CslDate);
    else if (key === 'page') plain[key] = String(value).replace(/\s*[–—−-]+\s*/g, '-');
    else plain[key] = /title/.test(key) ? String(value).replace(/\.$/, '') : String(value);
  }
  return plain;
}

const addressOfDoi = /^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/i;

function plainDate({ 'date-parts': parts, season, ...date }: CslDate): CslDate {
  return {
    ...date,
    ...(season ? { season: Number(season) } : {}),
    ...(parts ? { 'date-parts': parts.map((part) => part.map(Number)) } : {}),
  };
}

/** An item as an entry. What BibLaTeX has no field for is left out; `writeBib` finds it missing. */
function entryOf(item: CslItem, braced: boolean): string {
  const [type, subtype] = types[item.type] ?? ['misc', item.type];
  const fields: [string, string | undefined][] = [
    ['entrysubtype', subtype],
    ...personFields(item),
    ...titleFields(item, braced),
    ...numberFields(item),
    ...Object.entries(dateFields).map(([name, field]): [string, string | undefined] => [
      name,
      dateText(item[field] as CslDate | undefined),
    ]),
    ...Object.entries(texts).map(([name, field]): [string, string | undefined] => [name, bibText(item[field])]),
    ...Object.entries(lists).map(([name, field]): [string, string | undefined] => [name, listText(item[field])]),
    [/^(?:thesis|report)$/.test(item.type) ? 'institution' : 'publisher', listText(item.publisher)],
    ['location', listText(item[item.type === 'patent' ? 'jurisdiction' : 'publisher-place'])],
    ...Object.entries(verbatims).map(([name, field]): [string, string | undefined] => [name, plainValue(item[field])]),
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${type}{${item.id},\n${lines.join('')}}\n`;
}

/** The type of BibLaTeX for each of CSL, and a subtype where it needs one. */
const types: Record<string, [type: string, subtype?: string]> = {
  'article-journal': ['article'],
  'article-magazine': ['article', 'magazine'],
  'article-newspaper': ['article', 'newspaper'],
  book: ['book'],
  chapter: ['incollection'],
  dataset: ['dataset'],
  document: ['misc'],
  'entry-encyclopedia': ['inreference'],
  graphic: ['artwork'],
  legal_case: ['jurisdiction'],
  legislation: ['legislation'],
  manuscript: ['unpublished'],
  motion_picture: ['movie'],
  pamphlet: ['booklet'],
  'paper-conference': ['inproceedings'],
  patent: ['patent'],
  performance: ['performance'],
  periodical: ['periodical'],
  personal_communication: ['letter'],
  report: ['report'],
  review: ['review'],
  software: ['software'],
  song: ['audio'],
  speech: ['unpublished', 'speech'],
  standard: ['standard'],
  thesis: ['thesis'],
  treaty: ['legal'],
  webpage: ['online'],
};

const dateFields = { date: 'issued', origdate: 'original-date', eventdate: 'event-date', urldate: 'accessed' };

const texts = {
  shortjournal: 'container-title-short',
  shortseries: 'collection-title-short',
  eventtitle: 'event-title',
  venue: 'event-place',
  origtitle: 'original-title',
  volume: 'volume',
  volumes: 'number-of-volumes',
  part: 'part-number',
  pages: 'page',
  pagetotal: 'number-of-pages',
  chapter: 'chapter-number',
  edition: 'edition',
  version: 'version',
  type: 'genre',
  pubstate: 'status',
  library: 'call-number',
  note: 'note',
  langid: 'language',
};

const lists = { origpublisher: 'original-publisher', origlocation: 'original-publisher-place' };

const verbatims = { doi: 'DOI', isbn: 'ISBN', issn: 'ISSN', pmid: 'PMID', pmcid: 'PMCID', url: 'URL' };

/** In the order in which they are written. */
const persons = { author: 'author', editor: 'editor', ...nameFields };

function personFields(item: CslItem): [string, string | undefined][] {
  const fields = Object.entries(persons).map(([name, field]): [string, string | undefined] => [
    name,
    bibNames(item[field] as CslName[] | undefined),
  ]);
  const others = [
    ['organizer', 'organizer'],
    ['producer', 'producer'],
    ['contributor', 'collaborator'],
  ].filter(([field = '']) => item[field]);
  for (const [i, [field = '', role]] of others.slice(0, 3).entries()) {
    const name = `editor${'abc'[i]}`;
    fields.push([name, bibNames(item[field] as CslName[])], [`${name}type`, role]);
  }
  return fields;
}

/** Names as a bibliography has them, in the first form in which each is read back as it is. */
export function bibNames(names: readonly CslName[] | undefined): string | undefined {
  return names?.map(nameText).join(' and ');
}

/** A name in the first form in which it is read back as it is. */
function nameText(name: CslName): string {
  if (name.literal === others) return 'others';
  if (name.literal !== undefined) return `{${bibText(name.literal) ?? ''}}`;
  const { family = '', given = '', suffix, 'non-dropping-particle': prefix, 'dropping-particle': dropping } = name;
  const part = (text: string): string => {
    const tex = bibText(text) ?? '';
    return /,|\sand\s/i.test(text) ? `{${tex}}` : tex;
  };
  const written = (own: string): string =>
    [
      [prefix && part(prefix), own].filter(Boolean).join(' '),
      ...(suffix ? [part(suffix)] : []),
      [part(given), dropping && part(dropping)].filter(Boolean).join(' '),
    ].join(', ');
  const labelled = Object.entries({ family, given, prefix: prefix ?? dropping, suffix })
    .flatMap(([label, value]) => (value ? [`${label}={${bibText(value)}}`] : []))
    .join(', ');
  const forms = [
    written(part(family)),
    written(`{${bibText(family) ?? ''}}`),
    `${labelled}${prefix || dropping ? `, useprefix=${prefix ? 'true' : 'false'}` : ''}`,
  ];
  return forms.find((form) => isDeepStrictEqual(readNames(form), [{ ...name }])) ?? (forms[0] as string);
}

function titleFields(item: CslItem, braced: boolean): [string, string | undefined][] {
  const cased = (value: unknown): string | undefined => (braced ? keptTitle(value) : bibText(value));
  const container = item['container-title'];
  const part = item['volume-title'];
  const title = cased(item.title);
  const rest: [string, string | undefined][] = [
    ['shorttitle', cased(item['title-short'])],
    ['series', bibText(item['collection-title'])],
  ];
  if (item.type === 'periodical')
    return container
      ? [['title', bibText(container)], ['issuetitle', title], ...rest]
      : [['title', bibText(item.title)], ...rest];
  if (/^article|^review/.test(item.type))
    return [['title', title], ['journaltitle', bibText(container)], ['issuetitle', cased(part)], ...rest];
  if (part && container)
    return [['title', title], ['maintitle', cased(container)], ['booktitle', cased(part)], ...rest];
  if (part) return [['maintitle', title], ['booktitle', cased(part)], ...rest];
  // What a whole book is a part of is a work in several volumes.
  const isWhole = /^(?:book|thesis|pamphlet)$/.test(item.type);
  return [['title', title], [isWhole ? 'maintitle' : 'booktitle', cased(container)], ...rest];
}

/** A title whose capitals all stand in braces, so that none is taken for one of Title Case. */
function keptTitle(value: unknown): string | undefined {
  return bibText(value, (text) =>
    text.replace(/(?<![\\\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}’]*\p{Lu}[\p{L}\p{M}\p{N}’]*/gu, '{$&}'),
  );
}

function numberFields(item: CslItem): [string, string | undefined][] {
  if (/^article|^review$|^periodical$/.test(item.type))
    return [
      ['number', bibText(item.issue)],
      ['eid', bibText(item.number)],
    ];
  return [['number', bibText(item.number ?? item['collection-number'])]];
}

/** A date in the form of ISO 8601-2, as BibLaTeX has it; or its words. */
function dateText(date: CslDate | undefined): string | undefined {
  if (!date) return undefined;
  if (!date['date-parts']) return date.literal && bibText(date.literal);
  const pad = (number: number, width: number): string => String(number).padStart(width, '0');
  const parts = date['date-parts'].map((part) => {
    const [year = 0, ...rest] = part.map(Number);
    if (year === 0) return '..';
    const head = year < 0 ? `-${pad(-year - 1, 4)}` : pad(year, 4);
    const season = date.season ? [20 + Number(date.season)] : [];
    return [head, ...[...rest, ...season].map((number) => pad(number, 2))].join('-');
  });
  return `${parts.join('/')}${date.circa ? '~' : ''}`;
}

const plainValue = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** Publishers or places, in which “and” would part two. */
function listText(value: unknown): string | undefined {
  const tex = bibText(value);
  return tex && /\sand\s/i.test(tex) ? `{${tex}}` : tex;
}

/** A text of CSL-JSON as TeX; `words` is applied to each stretch of it without markup. */
export function bibText(value: unknown, words: (tex: string) => string = (tex) => tex): string | undefined {
  const text = plainValue(value);
  return text
    ?.split(/(<\/?(?:i|b|sup|sub|span)\b[^<>]*>)/)
    .map((part, i) => (i % 2 ? commandOf(part) : words(part.replace(special, (sign) => signs[sign] as string))))
    .join('');
}

function commandOf(tag: string): string {
  if (tag.startsWith('</')) return '}';
  if (tag.startsWith('<span')) return tag.includes('small-caps') ? '\\textsc{' : '{';
  return (
    { '<i>': '\\emph{', '<b>': '\\textbf{', '<sup>': '\\textsuperscript{', '<sub>': '\\textsubscript{' }[tag] ?? '{'
  );
}

const special = /[\\{}$%&#_~^"'`]|-(?=-)/g;

const signs: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '"': '\\textquotedbl{}',
  "'": '\\textquotesingle{}',
  '`': '\\textasciigrave{}',
  '-': '-{}',
  ...Object.fromEntries([...'{}$%&#_'].map((sign) => [sign, `\\${sign}`])),
};
