import { isUndated, monthOf, readDate, seasonOf } from '../dates.ts';
import type { CslDate, CslItem, CslName } from '../item.ts';
import { guessLanguage, languageTag } from '../languages.ts';
import { sentenceCase } from '../sentence-case.ts';
import type { Entry, Field } from './entry.ts';
import { cslTypes, genres, nameFields } from './fields.ts';
import { readNames, splitOutside, withDroppedParticle } from './names.ts';
import { decodeTex, texToText, textOf, tidied } from './tex.ts';

/** Functions that are called with what the mapping of an entry notices. */
export interface Notices {
  /** A command that is not known, with its offset in the value of a field. */
  command(field: Field, name: string, at: number): void;
  /** A date that could not be understood. */
  date(field: Field): void;
  /** A language that is not known. */
  language(field: Field): void;
  /** A title whose capitals were changed. */
  lowered(field: Field, words: readonly string[]): void;
}

/**
 * The item of CSL-JSON that an entry means. `usual` is the language of works in Latin letters whose own is not told.
 */
export function toCsl(entry: Entry, notices: Notices, usual?: string): CslItem {
  return new Mapping(entry, notices, usual).item();
}

/** The language of an entry, as far as the entry tells it. */
export function languageOf({ fields }: Entry, onUnknown: (field: Field) => void = () => {}): string | undefined {
  for (const name of ['langid', 'hyphenation', 'language']) {
    const field = fields.get(name);
    if (!field) continue;
    const [first = ''] = splitOutside(field.value, /\s+and\s+|\s*[,;/]\s*/y);
    const tag = languageTag(texToText(first));
    if (tag) return tag;
    onUnknown(field);
  }
  const text = (...names: string[]) => names.map((name) => texToText(fields.get(name)?.value ?? '')).join(' ');
  return guessLanguage(
    text('title', 'subtitle'),
    text('booktitle', 'journaltitle', 'journal', 'publisher', 'series', 'maintitle', 'school', 'institution'),
    text('author'),
  );
}

class Mapping {
  private readonly language: string | undefined;
  private readonly isEnglish: boolean;

  constructor(
    private readonly entry: Entry,
    private readonly notices: Notices,
    usual: string | undefined,
  ) {
    this.language = languageOf(entry, (field) => notices.language(field)) ?? usual;
    this.isEnglish = this.language?.split('-')[0] === 'en';
  }

  item(): CslItem {
    const { type, key } = this.entry;
    const csl = this.type();
    const isArticle = csl.startsWith('article') || type === 'periodical';
    const number = this.text('number');
    const names = Object.fromEntries(Object.entries(nameFields).map(([from, to]) => [to, this.names(from)]));
    const item: Record<string, unknown> = {
      id: key,
      type: csl,
      language: this.language,
      ...names,
      ...this.editors(),
      ...this.titles(),
      'title-short': this.title('shorttitle') ?? this.shortTitle(),
      'container-title-short': this.text('shortjournal'),
      'collection-title': this.title('series'),
      'collection-title-short': this.text('shortseries'),
      'event-title': this.join('eventtitle', 'eventtitleaddon'),
      'event-place': this.text('venue'),
      'event-date': this.date('eventdate'),
      volume: this.text('volume'),
      'number-of-volumes': this.text('volumes'),
      'part-number': this.text('part'),
      page: this.pages('pages'),
      'number-of-pages': this.text('pagetotal') ?? this.text('numpages'),
      'chapter-number': this.text('chapter'),
      edition: this.edition(),
      version: this.text('version'),
      publisher: this.publisher(),
      [csl === 'patent' ? 'jurisdiction' : 'publisher-place']: this.list('location') ?? this.list('address'),
      issued: this.issued(),
      'original-date': this.date('origdate') ?? this.date('origyear'),
      'original-title': this.text('origtitle'),
      'original-publisher': this.list('origpublisher'),
      'original-publisher-place': this.list('origlocation'),
      accessed: this.date('urldate') ?? this.date('urlaccessdate') ?? this.date('lastchecked'),
      DOI: this.doi(),
      ISBN: this.verbatim('isbn'),
      ISSN: this.verbatim('issn'),
      ...this.addresses(),
      PMID: this.verbatim('pmid'),
      PMCID: this.verbatim('pmcid'),
      'call-number': this.text('library'),
      status: states[this.raw('pubstate')?.toLowerCase() ?? ''] ?? this.text('pubstate'),
      genre: this.genre(),
      note: this.addressInNote() && !this.has('url') ? this.text('addendum') : this.join('note', 'addendum'),
    };
    if (isArticle || csl === 'review')
      item.issue = number && this.has('issue') ? `${number}, ${this.text('issue')}` : (number ?? this.text('issue'));
    else if (numbered.has(csl)) item.number = number;
    else item['collection-number'] = number;
    if (isArticle && this.has('eid')) item[item.page ? 'number' : 'page'] = this.text('eid');
    return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as CslItem;
  }

  private has(name: string): boolean {
    return this.entry.fields.has(name);
  }

  private field(name: string): Field | undefined {
    return this.entry.fields.get(name);
  }

  private raw(name: string): string | undefined {
    return this.field(name)?.value;
  }

  /** Decodes a field, and reports the commands that are not known. */
  private decode(field: Field): ReturnType<typeof decodeTex> {
    const decoded = decodeTex(field.value);
    for (const { name, at } of decoded.unknown) this.notices.command(field, name, at);
    return decoded;
  }

  private text(name: string): string | undefined {
    const field = this.field(name);
    return field && (textOf(this.decode(field).runs) || undefined);
  }

  private verbatim(name: string): string | undefined {
    return this.raw(name)
      ?.trim()
      .replace(/^\\url\{(.*)\}$/s, '$1')
      .replace(/\\(?:textasciitilde|~)(?:\{\})?\s*|\{\\(?:textasciitilde|~)\}/g, '~')
      .replace(/\{?\\([_%&#$])\}?/g, '$1')
      .replace(breaks, '')
      .replace(/^\{(.*)\}$/s, '$1');
  }

  private doi(): string | undefined {
    const found =
      this.verbatim('doi') ?? /^https?:\/\/(?:dx\.)?doi\.org\/(10\..+)$/i.exec(this.verbatim('url') ?? '')?.[1];
    return found
      ?.trim()
      .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '')
      .replace(/^doi:\s*/i, '')
      .replace(/[.,;]$/, '');
  }

  private names(name: string): CslName[] | undefined {
    const field = this.field(name);
    if (!field) return undefined;
    this.decode(field);
    const names = readNames(field.value);
    // `options = {useprefix=false}`: the family name does without its particle.
    const isDropped = /useprefix\s*=\s*false/.test(this.raw('options') ?? '');
    return names.length > 0 ? (isDropped ? names.map(withDroppedParticle) : names) : undefined;
  }

  /** The editors, and those that `editortype` says to be something else. */
  private editors(): Record<string, CslName[] | undefined> {
    const found: Record<string, CslName[] | undefined> = {};
    for (const name of ['editor', 'editora', 'editorb', 'editorc']) {
      const role = editorTypes[(this.raw(`${name}type`) ?? (name === 'editor' ? 'editor' : '')).toLowerCase()];
      const names = this.names(name);
      if (names && role) found[role] = [...(found[role] ?? []), ...names];
    }
    return found;
  }

  /** Titles of several places in a book; `maintitle` is that of several volumes. */
  private titles(): Record<string, string | undefined> {
    const title = this.title('title');
    const main = this.title('maintitle');
    const book = this.title('booktitle');
    const journal = this.title('journaltitle') ?? this.title('journal');
    // The issue of a journal: it may have a title of its own.
    if (this.entry.type === 'periodical') {
      const name = this.cased('title') ?? journal;
      const issue = this.title('issuetitle');
      return issue ? { title: issue, 'container-title': name } : { title: name };
    }
    if (journal && !book) return { title, 'container-title': journal, 'volume-title': this.title('issuetitle') };
    if (main && !title) return { title: main, 'volume-title': book };
    if (main) return { title, 'container-title': main, 'volume-title': book };
    // The title of a whole book under the name that its chapters have for it.
    return { title, 'container-title': isPart(this.entry.type) || !title ? book : undefined };
  }

  /** A title with its subtitle and what else belongs to it, in sentence case where it is English. */
  private title(name: string): string | undefined {
    const head = name === 'journal' ? 'journal' : name.replace(/title$/, '');
    const parts = [name, `${head}subtitle`, `${head}titleaddon`];
    const texts = (/title$|^journal$/.test(name) ? parts : [name]).map((part) => this.cased(part));
    return joinTitles(texts);
  }

  /** The title without what stands behind its colon. */
  private shortTitle(): string | undefined {
    const title = this.cased('title');
    if (!title || this.has('subtitle')) return title;
    const [head = '', rest] = title.split(/:\s+(.*)/s);
    const isWhole = head.split('<').length === head.split('</').length * 2 - 1;
    return rest && isWhole ? head : undefined;
  }

  private cased(name: string): string | undefined {
    const field = this.field(name);
    if (!field) return undefined;
    const { runs } = this.decode(field);
    // Journals, publishers’ series and conferences are names.
    const isName =
      name.startsWith('journal') || name === 'series' || (name === 'title' && this.entry.type === 'periodical');
    if (isName) return seriesName(textOf(runs), this.language) || undefined;
    if (!this.isEnglish) return withoutStop(textOf(runs));
    const { runs: cased, lowered } = sentenceCase(runs);
    if (lowered.length > 0) this.notices.lowered(field, lowered);
    const words = cased.map((run) => (isSpecial(run) ? nocase(run.text) : run.text)).join('');
    return withoutStop(tidied(words.replaceAll('</span><span class="nocase">', '')));
  }

  private join(...names: string[]): string | undefined {
    return joinTitles(names.map((name) => this.text(name)));
  }

  /** Several publishers or places: `Paris and London` → `Paris; London`. */
  private list(name: string): string | undefined {
    const field = this.field(name);
    if (!field) return undefined;
    this.decode(field);
    const parts = splitOutside(field.value, /\s+and\s+/y)
      .map((part) => texToText(part))
      .filter(Boolean)
      .map((part) => countries[part] ?? part);
    // Wiley and Sons are one house, or two; London and New York two places.
    const isHouse = publishers.includes(name) && parts.length === 2;
    return parts.join(isHouse ? ` ${conjunctions[this.language?.split('-')[0] ?? 'en'] ?? 'and'} ` : '; ') || undefined;
  }

  private publisher(): string | undefined {
    const howpublished = this.raw('howpublished');
    const isThesis = cslTypes[this.entry.type] === 'thesis';
    const isAddress = howpublished !== undefined && /^\s*(?:\\url|https?:|\\href|online|\{\\url)/i.test(howpublished);
    // A thesis belongs to its university, not to its printer.
    for (const name of isThesis ? [...publishers.slice(1), 'publisher'] : publishers) {
      const found = this.list(name);
      if (found) return found;
    }
    return isAddress ? undefined : this.list('howpublished');
  }

  private pages(name: string): string | undefined {
    return this.text(name)
      ?.replace(/\s*[–—−-]+\s*/g, '-')
      .replace(/^p{1,2}\.\s*/, '');
  }

  private edition(): string | undefined {
    const text = this.text('edition');
    return text?.replace(/^(\d+)(?:st|nd|rd|th)?\.?$/i, '$1').replace(/[\s,]+ed(?:ition|\.)?$/i, '');
  }

  private date(name: string): CslDate | undefined {
    const field = this.field(name);
    if (!field) return undefined;
    // The sign in `1900~` is not a space here.
    const text = texToText(field.value.replace(/(\d)~/g, '$1?'));
    if (text === '' || isUndated(text)) return undefined;
    const date = readDate(text);
    if (!date) this.notices.date(field);
    return date;
  }

  private issued(): CslDate | undefined {
    if (this.has('date')) return this.date('date');
    if (this.has('year')) return this.withMonth(this.date('year'));
    const state = this.raw('pubstate');
    return state && states[state.toLowerCase()] ? { literal: states[state.toLowerCase()] as string } : undefined;
  }

  private withMonth(date: CslDate | undefined): CslDate | undefined {
    const field = this.field('month');
    const [[year, ...more] = [], ...others] = date?.['date-parts'] ?? [];
    if (!date || !field || year === undefined || more.length > 0 || others.length > 0) return date;
    const text = texToText(field.value).replaceAll('\u00a0', ' ');
    const season = seasonOf(text);
    if (season) return { ...date, season };
    const [from, to] = text.split(/\s*[-–—/]+\s*/).map((part) => this.monthAndDay(part));
    if (!from || (text.match(/[-–—/]/) && !to)) {
      this.notices.date(field);
      return date;
    }
    const first = [year, ...from];
    const day = this.raw('day');
    if (day && from.length === 1 && /^\d{1,2}$/.test(day.trim())) first.push(Number(day));
    return { ...date, 'date-parts': [first, ...(to ? [[year, ...to]] : [])] };
  }

  /** `mar`, `10~mar`, `March 10`. */
  private monthAndDay(text: string): number[] | undefined {
    const [, before, word = '', after] = /^(?:(\d{1,2})\.?\s+)?(\S+?)\.?(?:\s+(\d{1,2}))?$/.exec(text.trim()) ?? [];
    const month = monthOf(word);
    const day = before ?? after;
    return month === undefined ? undefined : [month, ...(day ? [Number(day)] : [])];
  }

  private addresses(): Record<string, string | undefined> {
    const kind = (this.raw('eprinttype') ?? this.raw('archiveprefix') ?? '').toLowerCase();
    const eprint = this.verbatim('eprint');
    const how = (this.raw('howpublished') ?? '').replace(breaks, '');
    const [, inHow] = /^\s*\{?(?:\\url|\\href)\s*\{([^}]*)\}|^\s*https?:/.exec(how)
      ? (/((?:https?:\/\/)[^}\s]+)/.exec(how) ?? [])
      : [];
    const url = this.verbatim('url') ?? inHow ?? this.addressInNote();
    if (kind === 'pubmed' && eprint) return { PMID: eprint, URL: url };
    const base = Object.hasOwn(archives, kind) ? archives[kind] : undefined;
    const isDoi = /^https?:\/\/(?:dx\.)?doi\.org\/10\./i.test(url ?? '');
    return { URL: isDoi ? undefined : (url ?? (eprint && base ? base + eprint : undefined)) };
  }

  /** The address that is all of a note, as BibTeX has no field for it. */
  private addressInNote(): string | undefined {
    const note = this.verbatim('note')?.replace(/\s*[,;(]?\s*(?:last\s+)?(?:accessed|retrieved|visited)\b.*$/is, '');
    return /^https?:\/\/\S+$/.test(note ?? '') ? note : undefined;
  }

  private type(): string {
    const { type } = this.entry;
    const subtype = (this.raw('entrysubtype') ?? '').toLowerCase();
    const csl = cslTypes[type] ?? 'document';
    if (furtherTypes.has(subtype)) return subtype;
    if (type === 'article' || type === 'suppperiodical') {
      if (subtype === 'magazine' || subtype === 'newspaper') return `article-${subtype}`;
      return csl;
    }
    if (type === 'periodical' && this.has('issuetitle')) return 'article-journal';
    if (type === 'unpublished' && this.has('eventtitle')) return 'speech';
    if (csl !== 'document') return csl;
    const isOnline = this.has('url') || /\\url|https?:/.test(this.raw('howpublished') ?? '') || this.addressInNote();
    return isOnline ? 'webpage' : csl;
  }

  private genre(): string | undefined {
    const { type } = this.entry;
    const written = this.raw('type')?.trim().toLowerCase();
    const key =
      written ?? ({ mastersthesis: 'mathesis', phdthesis: 'phdthesis', techreport: 'techreport' }[type] as string);
    const words = key && Object.hasOwn(genres, key) ? genres[key] : undefined;
    return words ? (words[this.language?.split('-')[0] ?? 'en'] ?? words.en) : this.text('type');
  }
}

/** Titles of a work joined: a subtitle behind a colon, an addition behind a full stop. */
function joinTitles([title, subtitle, addon]: readonly (string | undefined)[]): string | undefined {
  const whole =
    title && subtitle ? `${title}${/[?!:]["”’»]?$/.test(title) ? ' ' : ': '}${subtitle}` : (title ?? subtitle);
  return whole && addon ? `${whole}. ${addon}` : (whole ?? addon);
}

/** A title without the full stop at its end, which styles set themselves. */
function withoutStop(title: string): string {
  return /(?:\.\.|\b\p{Lu})\.$/u.test(title) || abbreviation.test(title) ? title : title.replace(/\.$/, '');
}

/** An abbreviation at the end of a title, whose stop is its own: `у 2 т.`, `навч. посіб.`, `2nd ed.`. */
const abbreviation =
  /(?<![\p{L}\p{M}])(?:т|кн|ч|вип|вып|вид|изд|пр|тр|посіб|пособ|підруч|учеб|ред|дод|прил|ін|др|ст|рр?|гг?|с|нар|ред|vols?|nos?|pts?|eds?|etc|al|Jr|Sr|Inc|Ltd|Co|Dr|St|Bde?|Aufl|Jh|Jg|u\.\s?a|t|wyd|cz|red)\.$/u;

/** A series by its name: `newseries` and bare numbers are BibLaTeX’s for the series of a journal. */
function seriesName(name: string, language = 'en'): string {
  const [tongue = ''] = language.split('-');
  if (name === 'newseries')
    return { de: 'Neue Folge', fr: 'Nouvelle série', uk: 'Нова серія', ru: 'Новая серия' }[tongue] ?? 'New series';
  if (name === 'oldseries') return 'Old series';
  if (!/^\d{1,2}$/.test(name)) return name;
  if (tongue === 'de') return `${name}. Folge`;
  if (tongue === 'uk' || tongue === 'ru') return `Сер. ${name}`;
  if (tongue === 'fr') return `${name}e série`;
  const ending = /1[123]$/.test(name) ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[Number(name.at(-1))] ?? 'th');
  return tongue === 'en' ? `${name}${ending} series` : name;
}

function isPart(type: string): boolean {
  return !/^(?:mv)?(?:book|collection|proceedings|reference|manual|booklet|thesis|phdthesis|mastersthesis)$/.test(type);
}

/** True for words in braces that a style in Title Case would change. */
function isSpecial({ kept, kind, text }: { kept: boolean; kind: string; text: string }): boolean {
  return kept && kind === 'text' && /(?:^|[\s-])\p{Ll}/u.test(text);
}

function nocase(text: string): string {
  return `<span class="nocase">${text}</span>`;
}

/** The fields that have the publisher, in the order in which they are asked. */
const publishers = ['publisher', 'school', 'institution', 'organization'];

const states: Record<string, string> = {
  inpress: 'in press',
  'in press': 'in press',
  forthcoming: 'forthcoming',
  submitted: 'submitted',
  inpreparation: 'in preparation',
  prepublished: 'prepublished',
};

/** The field of CSL for what `editortype` says; an empty one says nothing. */
const editorTypes: Record<string, string> = {
  editor: 'editor',
  compiler: 'compiler',
  director: 'director',
  organizer: 'organizer',
  producer: 'producer',
  translator: 'translator',
  illustrator: 'illustrator',
  founder: 'editor',
  continuator: 'editor',
  redactor: 'editor',
  reviser: 'editor',
  collaborator: 'contributor',
};

const conjunctions: Record<string, string> = { de: 'und', fr: 'et', pl: 'i', uk: 'і', ru: 'и', it: 'e', es: 'y' };

/** BibLaTeX’s keys for the countries of patents. */
const countries: Record<string, string> = {
  countryde: 'Germany',
  countryeu: 'European Union',
  countryep: 'European Union',
  countryfr: 'France',
  countryuk: 'United Kingdom',
  countryus: 'United States of America',
};

/** Types of CSL that BibLaTeX has only as a subtype of others: `@misc{roe, entrysubtype = {interview}}`. */
const furtherTypes = new Set(
  'article bill broadcast entry entry-dictionary hearing interview map musical_score post post-weblog regulation review-book speech'.split(
    ' ',
  ),
);

/** Types whose number is their own, not that of a series. */
const numbered = new Set(
  'report patent standard legislation legal_case treaty dataset software manuscript document webpage thesis song motion_picture'.split(
    ' ',
  ),
);

/** Where TeX may or must end a line of an address, with the space behind, which TeX does not read. */
const breaks = /\\(?:linebreak|allowbreak|newline|break)(?![A-Za-z])\s*(?:\{\})?|\\[-/]/g;

const archives: Record<string, string> = {
  arxiv: 'https://arxiv.org/abs/',
  jstor: 'https://www.jstor.org/stable/',
  hdl: 'https://hdl.handle.net/',
  googlebooks: 'https://books.google.com/books?id=',
};
