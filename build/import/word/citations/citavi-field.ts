import type { CslItem, CslName } from '../../../references/item.ts';
import { guessLanguage, languageTag } from '../../../references/languages.ts';
import { allKnown, dateByYear, locatorWords, type WorkInField } from '../../office/cited.ts';

type Json = Record<string, unknown>;

/**
 * The works in a field of Citavi: JSON in base 64, in which each work that is cited stands whole where it is first
 * named, and by its number, `$ref`, behind that. Undefined if it has none, or not all of what it cites.
 */
export function worksOfCitaviField(code: string): WorkInField[] | undefined {
  const data = /CitaviPlaceholder\s*\{?([A-Za-z\d+/=\s]+)\}?/.exec(code)?.[1];
  const root = data === undefined ? undefined : parse(Buffer.from(data.replace(/\s+/g, ''), 'base64').toString('utf8'));
  const entries = root && listOf(root.Entries);
  if (!root || !entries || entries.length === 0) return undefined;
  const byId = idsIn(root);
  const works = entries.map((entry): WorkInField | undefined => {
    const work = resolved(entry.Reference, byId);
    if (!work || textOf(work.Title) === '') return undefined;
    const place = textOf(resolved(entry.PageRange, byId)?.OriginalString);
    return {
      item: itemOf(work, byId),
      prefix: textOf(entry.Prefix),
      suffix: textOf(entry.Suffix),
      locator: locatorWords('page', place),
      isWithoutAuthor: entry.YearOnly === true,
    };
  });
  return allKnown(works);
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '');

/** The objects of a list, which may stand behind `$values`. */
function listOf(value: unknown): Json[] {
  const list = Array.isArray(value) ? value : (value as Json | undefined)?.$values;
  return Array.isArray(list) ? list.filter((one): one is Json => one !== null && typeof one === 'object') : [];
}

/** All objects that have a number, by it. */
function idsIn(root: Json): Map<string, Json> {
  const found = new Map<string, Json>();
  const waiting: unknown[] = [root];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (!one || typeof one !== 'object') continue;
    const { $id } = one as Json;
    if (typeof $id === 'string') found.set($id, one as Json);
    waiting.push(...Object.values(one));
  }
  return found;
}

function resolved(value: unknown, byId: ReadonlyMap<string, Json>): Json | undefined {
  if (!value || typeof value !== 'object') return undefined;
  const { $ref } = value as Json;
  return typeof $ref === 'string' ? byId.get($ref) : (value as Json);
}

function itemOf(work: Json, byId: ReadonlyMap<string, Json>): CslItem {
  const kind = textOf(work.ReferenceType);
  const item: CslItem = { id: '', type: types[kind] ?? 'document' };
  const put = (key: string, value: string): void => {
    if (value !== '') item[key] = value;
  };
  const namesOf = (of: Json | undefined, key: string): CslName[] =>
    listOf(of?.[key]).flatMap((one) => nameOf(resolved(one, byId)) ?? []);
  const putNames = (key: string, names: CslName[]): void => {
    if (names.length > 0) item[key] = names;
  };
  const first = (key: string): string => textOf(resolved(listOf(work[key])[0], byId)?.Name);
  put('title', [textOf(work.Title), textOf(work.Subtitle)].filter(Boolean).join(': '));
  const around = resolved(work.ParentReference, byId);
  put('container-title', textOf(resolved(work.Periodical, byId)?.Name) || textOf(around?.Title));
  put('page', pagesOf(work.PageRange));
  put('volume', textOf(work.Volume) || textOf(around?.Volume));
  put(item.type === 'article-journal' ? 'issue' : 'number', textOf(work.Number));
  put('edition', textOf(work.Edition) || textOf(around?.Edition));
  const publishers = listOf(work.Publishers).length > 0 ? work : around;
  put(
    'publisher',
    listOf(publishers?.Publishers)
      .map((one) => textOf(resolved(one, byId)?.Name))
      .join(', ') || first('Organizations'),
  );
  put('publisher-place', textOf(work.PlaceOfPublication) || textOf(around?.PlaceOfPublication));
  put('collection-title', textOf(resolved(work.SeriesTitle, byId)?.Name));
  put('ISBN', textOf(work.Isbn) || textOf(around?.Isbn));
  put('DOI', textOf(work.Doi).replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''));
  put('URL', textOf(work.OnlineAddress));
  putNames('author', namesOf(work, 'Authors'));
  putNames('editor', namesOf(work, 'Editors').length > 0 ? namesOf(work, 'Editors') : namesOf(around, 'Editors'));
  putNames('translator', namesOf(work, 'Translators'));
  const year = textOf(work.Year) || textOf(work.YearResolved) || textOf(around?.Year);
  const issued = dateByYear(year);
  if (issued) item.issued = issued;
  const language = languageTag(textOf(work.LanguageCode)) ?? guessLanguage(item.title ?? '');
  if (language) item.language = language;
  return item;
}

function nameOf(person: Json | undefined): CslName | undefined {
  const family = [textOf(person?.Prefix), textOf(person?.LastName)].filter(Boolean).join(' ');
  const given = [textOf(person?.FirstName), textOf(person?.MiddleName)].filter(Boolean).join(' ');
  if (family === '') return undefined;
  return given === '' ? { literal: family } : { family, given };
}

/** The pages of a work, which are kept as marked-up text in text: `… <os>123-145</os>`. */
function pagesOf(value: unknown): string {
  if (typeof value !== 'string') return textOf((value as Json | undefined)?.OriginalString);
  return textOf([...value.matchAll(/<os>([^<]*)<\/os>/g)].at(-1)?.[1] ?? (value.includes('<') ? '' : value));
}

const types: Record<string, string> = {
  JournalArticle: 'article-journal',
  NewspaperArticle: 'article-newspaper',
  SpecialIssue: 'periodical',
  Book: 'book',
  BookEdited: 'book',
  CollectedWorks: 'book',
  LegalCommentary: 'book',
  ConferenceProceedings: 'book',
  Contribution: 'chapter',
  ContributionInLegalCommentary: 'chapter',
  Thesis: 'thesis',
  Manuscript: 'manuscript',
  UnpublishedWork: 'report',
  PressRelease: 'report',
  InternetDocument: 'webpage',
  CourtDecision: 'legal_case',
  StatuteOrRegulation: 'legislation',
  Standard: 'standard',
  Patent: 'patent',
  Movie: 'motion_picture',
  Broadcast: 'motion_picture',
  ComputerProgram: 'software',
  Map: 'map',
  PersonalCommunication: 'personal_communication',
  InterviewMaterial: 'interview',
  Lecture: 'speech',
};
