import type { Issue } from '../../issue/model.ts';
import type { PageRecord, RecordPlace } from '../../record/schema.ts';
import { type TermsBook, termsFor } from '../../theme/terms.ts';
import { bookForm, type ReflowForm } from '../form.ts';

/** The beginning of a page of the print edition in an edition whose text flows. */
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

/**
 * The beginnings of all pages with a folio, in the order of the pages. Empty pages are left out, and parts of the print
 * edition that the form does not have. A page may have two: the beginning of its text, and the rest of a note.
 */
export function pageBreaksOf(
  issue: Issue,
  record: PageRecord,
  terms: TermsBook,
  form: ReflowForm = bookForm,
): PageBreak[] {
  const pathOf = new Map(issue.articles.map((article) => [article.id, form.file(article.id)]));
  const begun = new Map(record.notes.map(({ id, parts }) => [id, parts[0]]));
  const langOf = (id: string) => issue.articles.find((article) => article.id === id)?.lang ?? issue.journal.lang;
  return record.pages.flatMap((page, i): PageBreak[] => {
    const { folio, of, index, columns, notes } = page;
    if (folio === '') return [];
    const own = pathOf.get(of) ?? form.part(of);
    const text = { id: form.pageId(folio), folio, label: folio, lang: issue.journal.lang };
    if (own && record.pages[i - 1]?.of !== of) return [{ ...text, paths: [own] }];
    const [column] = columns;
    const [note] = notes.filter((one) => one.note !== undefined && begun.get(one.note) !== folio);
    const breaks: PageBreak[] = [];
    if (column) {
      const around = record.articles.filter(({ firstIndex, lastIndex }) => index >= firstIndex && index <= lastIndex);
      const paths = column.line ? [column.article] : around.length > 0 ? around.map(({ id }) => id) : [of];
      breaks.push({ ...text, place: column, paths: paths.flatMap((id) => pathOf.get(id) ?? form.part(id) ?? []) });
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
