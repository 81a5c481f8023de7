import type { CslItem, CslName } from '../../../references/item.ts';
import { guessLanguage, languageTag } from '../../../references/languages.ts';
import { allKnown, dateByYear, locatorWords, type WorkInField } from '../../office/cited.ts';
import { allIn, at, child, childrenOf, lineInside, readXml, type Xml } from '../../office/xml.ts';

/**
 * The works in a field of EndNote: XML in its code, or in the data beside it. Undefined if there is none, or it does
 * not have the records of all that it cites.
 */
export function worksOfEndNoteField(code: string, data: string | undefined): WorkInField[] | undefined {
  const start = code.indexOf('<EndNote>');
  const text = start >= 0 ? code.slice(start, code.lastIndexOf('</EndNote>') + 10) : data && decoded(data);
  if (!text) return undefined;
  let root: Xml;
  try {
    root = readXml(new TextEncoder().encode(text), 'a citation');
  } catch {
    return undefined;
  }
  const works = allIn(root, 'Cite').map((cite): WorkInField | undefined => {
    const record = child(cite, 'record');
    if (!record) return undefined;
    const suffix = lineInside(child(cite, 'Suffix'));
    return {
      item: itemOf(record),
      prefix: lineInside(child(cite, 'Prefix')),
      suffix,
      locator: locatorWords('page', lineInside(child(cite, 'Pages'))),
      isWithoutAuthor: cite.attributes.ExcludeAuth === '1',
    };
  });
  return works.length > 0 ? allKnown(works) : undefined;
}

function decoded(data: string): string | undefined {
  const text = new TextDecoder().decode(Buffer.from(data.replace(/\s+/g, ''), 'base64')).replaceAll('\0', '');
  const start = text.indexOf('<EndNote>');
  const end = text.lastIndexOf('</EndNote>');
  return start < 0 || end < 0 ? undefined : text.slice(start, end + 10);
}

function itemOf(record: Xml): CslItem {
  const kind = child(record, 'ref-type')?.attributes.name ?? '';
  const item: CslItem = { id: '', type: types[kind] ?? 'document' };
  const put = (key: string, value: string): void => {
    if (value !== '') item[key] = value;
  };
  put('title', lineInside(at(record, 'titles/title')));
  put(
    'container-title',
    lineInside(at(record, 'periodical/full-title')) || lineInside(at(record, 'titles/secondary-title')),
  );
  put('title-short', lineInside(at(record, 'titles/short-title')));
  put('collection-title', lineInside(at(record, 'titles/tertiary-title')));
  put('page', lineInside(child(record, 'pages')));
  put('volume', lineInside(child(record, 'volume')));
  put(item.type === 'article-journal' ? 'issue' : 'number', lineInside(child(record, 'number')));
  put('edition', lineInside(child(record, 'edition')));
  put('publisher', lineInside(child(record, 'publisher')));
  put('publisher-place', lineInside(child(record, 'pub-location')));
  put('ISBN', lineInside(child(record, 'isbn')));
  put('DOI', lineInside(child(record, 'electronic-resource-num')).replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''));
  put('URL', lineInside(at(record, 'urls/related-urls/url')));
  for (const [from, to] of [
    ['authors', 'author'],
    ['secondary-authors', item.type === 'chapter' || item.type === 'paper-conference' ? 'editor' : 'contributor'],
    ['tertiary-authors', 'collection-editor'],
    ['translated-authors', 'translator'],
  ] as const) {
    const names = childrenOf(at(record, `contributors/${from}`), 'author').flatMap(
      (one) => nameOf(lineInside(one)) ?? [],
    );
    if (names.length > 0) item[to] = names;
  }
  const year = lineInside(at(record, 'dates/year'));
  const issued = dateByYear(year);
  if (issued) item.issued = issued;
  const language = languageTag(lineInside(child(record, 'language'))) ?? guessLanguage(item.title ?? '');
  if (language) item.language = language;
  return item;
}

/** `Family, Given`; a name that ends in a comma is that of a body. */
function nameOf(name: string): CslName | undefined {
  if (name === '') return undefined;
  const [family = '', given = ''] = name.split(/,\s*/, 2);
  return given === '' ? { literal: family } : { family, given };
}

const types: Record<string, string> = {
  'Journal Article': 'article-journal',
  'Electronic Article': 'article-journal',
  'Magazine Article': 'article-magazine',
  'Newspaper Article': 'article-newspaper',
  Book: 'book',
  'Edited Book': 'book',
  'Electronic Book': 'book',
  'Book Section': 'chapter',
  'Electronic Book Section': 'chapter',
  'Conference Paper': 'paper-conference',
  'Conference Proceedings': 'paper-conference',
  Thesis: 'thesis',
  Report: 'report',
  'Government Document': 'report',
  'Web Page': 'webpage',
  Blog: 'post-weblog',
  Manuscript: 'manuscript',
  Map: 'map',
  Patent: 'patent',
  Statute: 'legislation',
  Case: 'legal_case',
  Dictionary: 'entry-dictionary',
  Encyclopedia: 'entry-encyclopedia',
  Dataset: 'dataset',
};
