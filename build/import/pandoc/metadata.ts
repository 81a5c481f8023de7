import { parse as parseYaml } from 'yaml';
import { bareOrcid } from '../../text/identifiers.ts';
import type { AuthorPlace, Facts, ImportedAuthor, SourcePassage } from '../imported.ts';

/** The metadata at the head of a Markdown file. */
export interface FileMetadata {
  facts: Facts;
  /** The values that become facts, for the gate. */
  passages: SourcePassage[];
  /** The bibliographies that it names. */
  bibliographies: string[];
  /** Works that stand in it, as CSL-JSON. */
  references: unknown[];
  /** Keys with a value that no fact has room for. */
  unused: string[];
}

/** Keys that say how a program sets a text, and nothing of the text. */
const settings =
  /^(?:date|lang|output|csl|citation-style|link-citations|linkcolor|urlcolor|toc|toc-depth|documentclass|classoption|geometry|fontsize|fontfamily|mainfont|papersize|header-includes|include-.*|number-sections|colorlinks|linestretch|bibliography|references|nocite|suppress-bibliography|reference-section-title|layout|permalink|tags|categories|draft|slug|format|editor|execute|jupyter|kind|short-title|license|repeated-authors|pandoc.*|.*-title$)$/;

/** Reads the metadata of Pandoc, Quarto, R Markdown, Jekyll and of our own manuscripts. */
export function readMetadata(data: unknown, at: AuthorPlace): FileMetadata {
  const map = (isMap(data) ? data : {}) as Record<string, unknown>;
  const facts: Facts = {};
  const passages: SourcePassage[] = [];
  const fact = <T>(value: T) => ({ value, confidence: 1, at });
  const keep = (text: string): string => {
    passages.push({ text, at });
    return text;
  };
  const title = textOf(map.title);
  if (title) facts.title = fact(keep(title));
  const subtitle = textOf(map.subtitle);
  if (subtitle) facts.subtitle = fact(keep(subtitle));
  const abstract = textOf(map.abstract);
  if (abstract) facts.abstract = fact(keep(abstract));
  const keywords = listOf(map.keywords ?? map.keyword ?? map.tags).flatMap((one) => textOf(one) ?? []);
  const words = keywords.length === 1 ? (keywords[0] ?? '').split(/\s*[,;]\s*/) : keywords;
  if (words.length > 0) facts.keywords = fact(words.map((word) => keep(word.trim())).filter(Boolean));
  const lang = textOf(map.lang ?? map.language);
  if (lang && /^[a-z]{2,3}(?:-[A-Za-z\d]+)*$/.test(lang)) facts.lang = fact(lang);
  const doi = textOf(map.doi ?? map.DOI);
  if (doi && /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?10\.\d{4,}/i.test(doi)) facts.doi = fact(keep(doi));
  const authors = listOf(map.authors ?? map.author).flatMap((one) => authorOf(one, map) ?? []);
  if (authors.length > 0) {
    facts.authors = authors.map((author) => fact(author));
    for (const author of authors) passages.push({ text: Object.values(author).join(' '), at });
  }
  const used = /^(?:title|subtitle|abstract|keywords?|lang|language|doi|DOI|authors?|affiliations?|institutes?)$/;
  return {
    facts,
    passages,
    bibliographies: listOf(map.bibliography).flatMap((one) => textOf(one) ?? []),
    references: listOf(map.references),
    unused: Object.keys(map).filter((key) => !used.test(key) && !settings.test(key) && textOf(map[key]) !== undefined),
  };
}

/** The metadata at the head of a text: YAML between lines of hyphens, or Pandoc's lines with a percent sign. */
export function splitMetadata(text: string): { data: unknown; length: number } {
  const yaml = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (yaml) {
    try {
      return { data: parseYaml(yaml[1] ?? '', { logLevel: 'error' }), length: yaml[0].length };
    } catch {
      return { data: undefined, length: 0 };
    }
  }
  const lines = /^%(.*(?:\n[ \t]+\S.*)*)(?:\n%(.*(?:\n[ \t]+\S.*)*))?(?:\n%(.*))?(?:\n|$)/.exec(text);
  if (!lines) return { data: undefined, length: 0 };
  const [whole, title = '', author = ''] = lines;
  const names = author
    .split(/;|\n/)
    .map((name) => name.trim())
    .filter(Boolean);
  return { data: { title: title.replace(/\s+/g, ' ').trim(), author: names }, length: whole.length };
}

/** An author as a name alone, or with keys of one of the many templates. */
function authorOf(value: unknown, data: Record<string, unknown>): ImportedAuthor | undefined {
  if (!isMap(value)) {
    const text = textOf(value);
    if (!text) return undefined;
    const mail = /<?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>?/.exec(text);
    const note = /\^\[([^\]]*)\]/.exec(text);
    const name = text
      .replace(mail?.[0] ?? '', '')
      .replace(note?.[0] ?? '', '')
      .trim();
    if (!name) return undefined;
    return { name, ...(note?.[1] ? { affiliation: note[1] } : {}), ...(mail?.[1] ? { email: mail[1] } : {}) };
  }
  const keys = Object.keys(value);
  const [only] = keys;
  // `- Ada Lovelace: { institute: … }`
  if (keys.length === 1 && only && isMap(value[only])) return authorOf({ name: only, ...value[only] }, data);
  const names = isMap(value.name) ? value.name : value;
  const name =
    textOf(value.name) ??
    textOf(names.literal) ??
    [
      textOf(names.given ?? names.firstname ?? names['given-names']),
      textOf(names.family ?? names.lastname ?? names.surname),
    ]
      .filter(Boolean)
      .join(' ');
  if (!name) return undefined;
  const places = listOf(value.affiliation ?? value.affiliations ?? value.institute ?? value.institution).flatMap(
    (one) => placeOf(one, data) ?? [],
  );
  const country = textOf(value.country);
  const email = textOf(value.email);
  const orcid = bareOrcid(textOf(value.orcid) ?? '');
  const bio = textOf(value.bio);
  return {
    name,
    ...(places.length > 0 ? { affiliation: places.join('; ') } : {}),
    ...(country ? { country } : {}),
    ...(email ? { email } : {}),
    ...(orcid ? { orcid } : {}),
    ...(bio ? { bio } : {}),
  };
}

/** An affiliation: its name, its parts, or the mark of one that stands elsewhere. */
function placeOf(value: unknown, data: Record<string, unknown>): string | undefined {
  if (isMap(value)) {
    const { name, department, institution, city, country } = value;
    const parts = [name, department, institution, city, country].flatMap((part) => textOf(part) ?? []);
    return parts.length > 0 ? parts.join(', ') : undefined;
  }
  const text = textOf(value);
  if (!text) return undefined;
  const lists = [data.affiliations, data.affiliation, data.institutes, data.institute];
  for (const one of lists.flatMap(listOf)) {
    if (!isMap(one)) continue;
    const [key] = Object.keys(one);
    if ([one.id, one.index, one.ref].some((mark) => textOf(mark) === text))
      return placeOf({ ...one, id: undefined }, data);
    if (key === text) return placeOf(one[key], {}) ?? text;
  }
  return text;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
