import type { ImportedAuthor } from '../imported.ts';
import type { FormWords } from './form-words.ts';

/** Authors read from lines next to a title, how sure they are, and how many lines they took. */
export interface ReadAuthors {
  authors: ImportedAuthor[];
  confidence: number;
  /** The lines that belong to them. */
  lines: number;
}

const particles = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|zu|zur|ter|ten|y|e)$/;
const title = /^(?:Dr|Prof|Professor|Mr|Mrs|Ms|Ph\.?D|M\.?A|проф|доц|д-р|к\.?\s?і\.?\s?н|д\.?\s?і\.?\s?н)\.?$/i;

/**
 * Reads authors from lines: names alone, joined by commas or “and”; a name with its institution and country behind
 * commas; institutions, addresses and ORCIDs in lines of their own, for the last names, or by raised marks.
 */
export function readAuthors(lines: readonly string[], words: FormWords): ReadAuthors | undefined {
  const authors: ImportedAuthor[] = [];
  const marks = new Map<ImportedAuthor, string>();
  let taken = 0;
  let open: ImportedAuthor[] = [];
  let isSure = true;
  for (const raw of lines) {
    const by = words.label('authors', raw) ?? byline(raw, words);
    const line = (by ? by.rest : raw).trim();
    if (line === '') {
      taken++;
      continue;
    }
    const people = names(line, words);
    if (people && (authors.length === 0 || open.every((one) => one.affiliation || one.email) || taken === 1)) {
      if (open.some((one) => one.affiliation)) open = [];
      for (const { name, mark, rest } of people) {
        const author: ImportedAuthor = { name, ...rest };
        authors.push(author);
        open.push(author);
        if (mark) marks.set(author, mark);
      }
      taken++;
      continue;
    }
    if (authors.length === 0) return undefined;
    const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(line)?.[0];
    const orcid = /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(line)?.[0];
    const last = open.at(-1) as ImportedAuthor;
    if (mail || orcid) {
      const target = open.find((one) => (mail ? !one.email : !one.orcid)) ?? last;
      if ((mail && target.email) || (orcid && target.orcid)) break;
      if (mail) target.email = mail;
      if (orcid) target.orcid = orcid;
      taken++;
      continue;
    }
    const [, mark = '', place = line] =
      /^\s*((?:\d{1,2}(?:\s*,\s*\d{1,2})*)|[a-e]|\*+|†|‡)[\s.)]+(.*)$/u.exec(line) ?? [];
    const isPlace =
      words.has('institution', place) &&
      !place.includes('@') &&
      place.length < 200 &&
      !/[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(place);
    if (!isPlace) break;
    const owners = open.filter(
      (one) =>
        mark &&
        marks
          .get(one)
          ?.split(/[,\s]+/)
          .includes(mark),
    );
    for (const one of owners.length > 0 ? owners : open) {
      if (one.affiliation && !mark) {
        one.affiliation = `${one.affiliation}, ${place.trim()}`;
        isSure = false;
      } else if (!one.affiliation) one.affiliation = place.trim().replace(/[.,;]$/, '');
    }
    taken++;
  }
  if (authors.length === 0) return undefined;
  const confidence = authors.every(({ affiliation, email }) => affiliation || email) && isSure ? 0.85 : 0.7;
  return { authors, confidence, lines: taken };
}

function byline(line: string, words: FormWords): { label: string; rest: string } | undefined {
  const [label = '', first = ''] = /^\s*(\p{L}+)\s+/u.exec(line) ?? [];
  return first && first.length <= 5 && words.is('authors', first)
    ? { label, rest: line.slice(label.length) }
    : undefined;
}

interface Named {
  name: string;
  mark?: string;
  rest: Omit<ImportedAuthor, 'name'>;
}

/** The people of a line, if it is one of names. */
function names(line: string, words: FormWords): Named[] | undefined {
  if (line.length > 250 || /[!?…:;]/.test(line.replace(/e-?mail:/i, ''))) return undefined;
  const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(line)?.[0];
  const parts = line
    .replace(mail ?? '', '')
    .replace(/[()]/g, ',')
    .split(/\s*,\s*|\s+(?:and|und|et|та|и|й|i|y|e|&)\s+/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const people: Named[] = [];
  const places: string[] = [];
  for (const part of parts.flatMap((one, i) => (i === 0 ? partPlace(one, words) : [one]))) {
    const [, plain = part, mark] =
      /^(.*?[\p{L}.])\s*((?:\d{1,2}|[*∗†‡])(?:[,\s]*(?:\d{1,2}|[*∗†‡]))*)$/u.exec(part) ?? [];
    if (places.length === 0 && isName(plain, words)) people.push({ name: plain, ...(mark ? { mark } : {}), rest: {} });
    else if (places.length === 0 && people.length > 0 && /^[\d*∗†‡]$/.test(part)) {
      const last = people.at(-1) as Named;
      last.mark = last.mark ? `${last.mark},${part}` : part;
    } else if (places.length === 0 && people.length > 0 && title.test(part)) places.push(part);
    else places.push(part);
  }
  const [only] = people;
  if (!only) return undefined;
  if (places.length > 0) {
    // “Name, Place” is for one; what stands behind is not prose.
    if (people.length > 1 || places.some((place) => place.split(' ').length > 14 || /\.\s/.test(place)))
      return undefined;
    if (!places.some((place) => words.has('institution', place) || isAcronym(place) || isCountry(place)))
      return undefined;
    const country = places.length > 1 && isCountry(places.at(-1) as string) ? places.pop() : undefined;
    if (country) only.rest.country = country;
    only.rest.affiliation = places.join(', ');
  }
  if (mail) only.rest.email = mail;
  return people;
}

/** “Name Surname ABC University”, where no comma parts the name from the place. */
function partPlace(text: string, words: FormWords): string[] {
  if (!words.has('institution', text)) return [text];
  const parts = text.split(/\s+/);
  for (const count of [2, 3]) {
    const [name, place] = [parts.slice(0, count).join(' '), parts.slice(count).join(' ')];
    const first = parts[count] ?? '';
    if (isName(name, words) && (isAcronym(first) || words.has('institution', first))) return [name, place];
  }
  return [text];
}

const isAcronym = (text: string): boolean =>
  /^\p{Lu}{3,}(?:\s|$)/u.test(text) && (/\p{Ll}/u.test(text) || /^\p{Lu}{3,8}$/u.test(text));

/** True for the name of a person: two to five words with capitals, or initials. */
function isName(text: string, words: FormWords): boolean {
  const parts = text.replace(/\.(?=\p{L})/gu, '. ').split(/\s+/);
  const plain = parts.filter((part) => !title.test(part));
  if (plain.length < 2 || plain.length > 5 || text.length > 60) return false;
  if (plain.some((part) => part.split('-').some((half) => half.length > 14))) return false;
  if (words.has('institution', text) || words.is('headings', text) || words.is('references', text) || isCountry(text))
    return false;
  if (plain.some((part) => words.is('no-name', part))) return false;
  const isWord = (part: string): boolean =>
    /^\p{Lu}[\p{L}\p{M}'’ʼ-]*$/u.test(part) || /^\p{Lu}\.?(?:-\p{Lu}\.)?$/u.test(part) || particles.test(part);
  const isCapital = text === text.toUpperCase();
  const full = plain.filter((part) => part.replace(/\P{L}/gu, '').length > 1 && !particles.test(part));
  if (full.length === 0 || (isCapital && plain.length > 3)) return false;
  return plain.every(isWord) && !particles.test(plain[0] ?? '');
}

/** True for the name of a country, in the languages of journals. */
function isCountry(text: string): boolean {
  return countries().has(
    text
      .toLowerCase()
      .replace(/^the\s+/, '')
      .replace(/[.\s]+$/, ''),
  );
}

let known: Set<string> | undefined;

function countries(): ReadonlySet<string> {
  if (known) return known;
  known = new Set(['usa', 'us', 'uk', 'england', 'scotland', 'wales', 'northern ireland', 'czech republic', 'сша']);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  for (const lang of ['en', 'uk', 'ru', 'de', 'fr', 'pl', 'es', 'it', 'nl']) {
    const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
    for (const first of letters)
      for (const second of letters) {
        const name = names.of(first + second);
        if (name) known.add(name.toLowerCase());
      }
  }
  return known;
}
