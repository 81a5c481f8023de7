import { articleFile } from '../../issue/ids.ts';
import { indexId, indexNames } from '../../issue/index-model.ts';
import type { Issue } from '../../issue/model.ts';
import type { PageRecord, RecordPlace } from '../../record/schema.ts';
import { type TermsBook, termsFor } from '../../theme/terms.ts';
import { indexFile } from '../book-indexes.ts';

/** The beginning of a page of the print edition in the e-book. */
export interface PageBreak {
  /** `page-47`; `page-47-notes` where the rest of a note begins at the foot of a page that has text above it. */
  id: string;
  folio: string;
  /** The label that readers see or hear: the folio, or `47 (Notes)` for the rest of a note. */
  label: string;
  /** The language of the label. */
  lang: string;
  /** Paths of the documents that it may be in, the likeliest first. */
  paths: string[];
  /** Undefined at the beginning of the document. */
  place?: RecordPlace;
}

/** The documents of the parts of the print edition, by the ids that these have in templates/print/. */
const documentsOf: Record<string, string> = {
  'title-page': 'title.xhtml',
  masthead: 'masthead.xhtml',
  contents: 'toc.xhtml',
  colophon: 'colophon.xhtml',
  ...Object.fromEntries(indexNames.map((name) => [indexId(name), indexFile(indexId(name))])),
};

/**
 * The beginnings of all pages with a folio, in the order of the pages. Empty pages are left out, and parts of the print
 * edition that the e-book does not have. A page may have two: the beginning of its text, and the rest of a note.
 */
export function pageBreaksOf(issue: Issue, record: PageRecord, terms: TermsBook): PageBreak[] {
  const pathOf = new Map(issue.articles.map((article) => [article.id, articleFile(article.id)]));
  const begun = new Map(record.notes.map(({ id, parts }) => [id, parts[0]]));
  const langOf = (id: string) => issue.articles.find((article) => article.id === id)?.lang ?? issue.journal.lang;
  return record.pages.flatMap((page, i): PageBreak[] => {
    const { folio, of, index, columns, notes } = page;
    if (folio === '') return [];
    const own = pathOf.get(of) ?? documentsOf[of];
    const text = { id: `page-${folio}`, folio, label: folio, lang: issue.journal.lang };
    if (own && record.pages[i - 1]?.of !== of) return [{ ...text, paths: [own] }];
    const [column] = columns;
    const [note] = notes.filter((one) => one.note !== undefined && begun.get(one.note) !== folio);
    const breaks: PageBreak[] = [];
    if (column) {
      const around = record.articles.filter(({ firstIndex, lastIndex }) => index >= firstIndex && index <= lastIndex);
      const paths = column.line ? [column.article] : around.length > 0 ? around.map(({ id }) => id) : [of];
      breaks.push({ ...text, place: column, paths: paths.flatMap((id) => pathOf.get(id) ?? documentsOf[id] ?? []) });
    }
    if (note) {
      const lang = langOf(note.article);
      const alone = { ...text, place: note, paths: [pathOf.get(note.article) ?? ''] };
      const label = `${folio} (${termsFor(terms, lang).notes})`;
      breaks.push(column ? { ...alone, id: `${text.id}-notes`, label, lang } : alone);
    }
    return breaks;
  });
}
