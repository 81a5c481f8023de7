import { parseDocument } from 'yaml';
import { offprintRoot, openRepository, type Repository } from '../disk/repository.ts';
import { yamlFaults } from '../text/yaml-faults.ts';
import { houseTemplate, TemplateError } from './templates.ts';

/** The house's words in each language: `{ en: { contents: 'Contents', … }, … }`. */
export type TermsBook = Record<string, Terms>;

/** The house's words in one language. */
export type Terms = Record<string, string>;

const file = 'templates/terms.yaml';

/**
 * Reads `templates/terms.yaml`. A journal's own file of that name needs only the words that it changes, or a language
 * that it adds. Throws {@link TemplateError} for a file that is not YAML, or does not list words by language.
 */
export async function readTerms(repository: Repository): Promise<TermsBook> {
  const book: TermsBook = {};
  for (const source of [await openRepository(offprintRoot), repository]) {
    for (const [lang, terms] of Object.entries(parseTerms((await houseTemplate(source, file)).data))) {
      book[lang] = { ...book[lang], ...terms };
    }
  }
  return book;
}

/** The words for a language: those of `en-GB`, else of `en`; a word that the language lacks is English. */
export function termsFor(book: TermsBook, lang: string): Terms {
  return { ...book.en, ...book[lang.split('-')[0] ?? ''], ...book[lang] };
}

/** The last files that were parsed, by their text: the house’s own and a journal’s. */
const parsed = new Map<string, TermsBook>();

function parseTerms(data: Uint8Array): TermsBook {
  const text = new TextDecoder().decode(data);
  const known = parsed.get(text);
  if (known) return known;
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
  const [fault] = yamlFaults(document, text);
  if (fault)
    throw new TemplateError(file, text.slice(0, fault.from).split('\n').length, `${fault.found}. ${fault.fix}`);
  const book: unknown = document.toJS() ?? {};
  if (isMap(book) && Object.values(book).every((terms) => isMap(terms) && Object.values(terms).every(isText))) {
    if (parsed.size > 3) parsed.clear();
    parsed.set(text, book as TermsBook);
    return book as TermsBook;
  }
  throw new TemplateError(file, 1, 'Not a list of languages, each with its words');
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
