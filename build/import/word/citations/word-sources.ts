import type { CslItem, CslName } from '../../../references/item.ts';
import { guessLanguage } from '../../../references/languages.ts';
import { allKnown, locatorWords, type WorkInField } from '../../office/cited.ts';
import { at, child, childrenOf, lineInside, type Xml } from '../../office/xml.ts';

/** The works of Word’s own list of sources, by their tags. */
export function readWordSources(root: Xml): Map<string, CslItem> {
  const sources = new Map<string, CslItem>();
  for (const source of childrenOf(root, 'b:Source')) {
    const tag = lineInside(child(source, 'b:Tag'));
    if (tag) sources.set(tag, itemOf(source));
  }
  return sources;
}

/** The works that a `CITATION` field cites: one, and others behind `\m`. Undefined if one of them is not known. */
export function worksOfWordField(code: string, sources: ReadonlyMap<string, CslItem>): WorkInField[] | undefined {
  const parts = [...code.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)]
    .map(([, quoted, plain]) => quoted ?? plain ?? '')
    .slice(1);
  const works: (WorkInField | undefined)[] = [];
  const add = (tag: string): void => {
    const item = sources.get(tag);
    works.push(item && { item, prefix: '', suffix: '', locator: '', isWithoutAuthor: false });
  };
  add(parts[0] ?? '');
  for (let i = 1; i < parts.length; i++) {
    const last = works.at(-1);
    const value = parts[i + 1] ?? '';
    switch (parts[i]) {
      case '\\m':
        add(value);
        i++;
        break;
      case '\\p':
        if (last) last.locator = locatorWords('page', value);
        i++;
        break;
      case '\\v':
        if (last && !last.locator) last.locator = locatorWords('volume', value);
        i++;
        break;
      case '\\f':
        if (last) last.prefix = value;
        i++;
        break;
      case '\\s':
        if (last) last.suffix = value;
        i++;
        break;
      case '\\n':
        if (last) last.isWithoutAuthor = true;
        break;
      case '\\l':
        i++;
        break;
      default:
    }
  }
  return allKnown(works);
}

function itemOf(source: Xml): CslItem {
  const get = (name: string): string => lineInside(child(source, `b:${name}`));
  const item: CslItem = { id: '', type: types[get('SourceType')] ?? 'document' };
  const put = (key: string, value: string): void => {
    if (value !== '') item[key] = value;
  };
  put('title', get('Title') || get('CaseNumber'));
  put(
    'container-title',
    get('JournalName') ||
      get('BookTitle') ||
      get('ConferenceName') ||
      get('PeriodicalTitle') ||
      get('InternetSiteTitle'),
  );
  put('volume', get('Volume'));
  put('issue', get('Issue'));
  put('page', get('Pages'));
  put('publisher', get('Publisher') || get('Institution') || get('ThesisType'));
  put('publisher-place', get('City'));
  put('edition', get('Edition'));
  put('URL', get('URL'));
  put('DOI', get('DOI'));
  put(item.type === 'article-journal' ? 'ISSN' : 'ISBN', get('StandardNumber'));
  for (const [from, to] of [
    ['Author', 'author'],
    ['Editor', 'editor'],
    ['Translator', 'translator'],
    ['BookAuthor', 'container-author'],
  ] as const) {
    const names = namesOf(at(source, `b:Author/b:${from}`));
    if (names.length > 0) item[to] = names;
  }
  const issued = dateOf(get('Year'), get('Month'), get('Day'));
  if (issued) item.issued = issued;
  const accessed = dateOf(get('YearAccessed'), get('MonthAccessed'), get('DayAccessed'));
  if (accessed) item.accessed = accessed;
  const language = guessLanguage(item.title ?? '');
  if (language) item.language = language;
  return item;
}

function namesOf(node: Xml | undefined): CslName[] {
  const body = lineInside(child(node, 'b:Corporate'));
  if (body) return [{ literal: body }];
  return childrenOf(child(node, 'b:NameList'), 'b:Person').map((person) => {
    const given = [lineInside(child(person, 'b:First')), lineInside(child(person, 'b:Middle'))]
      .filter(Boolean)
      .join(' ');
    const family = lineInside(child(person, 'b:Last'));
    return given ? { family, given } : { literal: family };
  });
}

function dateOf(year: string, month: string, day: string): CslItem['issued'] | undefined {
  if (!/^\d{1,4}$/.test(year)) return year ? { literal: [day, month, year].filter(Boolean).join(' ') } : undefined;
  const parts = [Number(year)];
  if (/^\d{1,2}$/.test(month)) parts.push(Number(month));
  if (parts.length === 2 && /^\d{1,2}$/.test(day)) parts.push(Number(day));
  return { 'date-parts': [parts] };
}

const types: Record<string, string> = {
  JournalArticle: 'article-journal',
  ArticleInAPeriodical: 'article-magazine',
  Book: 'book',
  BookSection: 'chapter',
  ConferenceProceedings: 'paper-conference',
  Report: 'report',
  InternetSite: 'webpage',
  DocumentFromInternetSite: 'webpage',
  ElectronicSource: 'webpage',
  Film: 'motion_picture',
  Interview: 'interview',
  Patent: 'patent',
  Case: 'legal_case',
  Art: 'graphic',
  SoundRecording: 'song',
  Performance: 'performance',
};
