import type { CitableIssue } from '../citable/citable.ts';
import { pageAddress, siteBase } from '../findable/page-place.ts';
import { webFile } from '../issue/ids.ts';
import { type IssueLine, issueLine } from '../issue/issue-line.ts';
import { licenceAddress, licenceName } from '../issue/licence.ts';
import type { Issue } from '../issue/model.ts';
import type { PageRecord } from '../record/schema.ts';
import { bookIndexes } from '../reflow/book-indexes.ts';
import type { ReflowForm } from '../reflow/form.ts';
import { type Terms, type TermsBook, termsFor } from '../theme/terms.ts';
import { toXhtml } from '../theme/xhtml.ts';
import { issueFile } from './web-form.ts';

/** The data that every template of the web edition gets. */
export interface WebParts {
  issue: Issue;
  citable: CitableIssue;
  /** The words of the journal’s language. */
  issueWords: Terms;
  issueLang: string;
  line: IssueLine;
  issueFile: string;
  /** The address of the journal’s site, where journal.yaml gives it. */
  base: string | undefined;
  indexes: ReturnType<typeof bookIndexes>;
  folios: Readonly<Record<string, string>>;
  extents: Readonly<Record<string, Pick<PageRecord['articles'][number], 'first' | 'last'>>>;
  /** The words of a page around its text, in a language that has them. */
  around(lang: string): { words: Terms; lang: string };
  webFile: typeof webFile;
  addressOf(path: string): string | undefined;
  xhtml(nodes: Parameters<typeof toXhtml>[0]): string;
  licenceAddress: typeof licenceAddress;
  licenceName: typeof licenceName;
}

/** Gathers what all pages of an issue share. */
export function webParts(
  issue: Issue,
  citable: CitableIssue,
  terms: TermsBook,
  record: PageRecord | undefined,
  form: ReflowForm,
): WebParts {
  const issueLang = issue.journal.lang;
  const issueWords = termsFor(terms, issueLang);
  const folios = record?.ids ?? {};
  const base = siteBase(citable.journal);
  return {
    issue,
    citable,
    issueWords,
    issueLang,
    line: issueLine(issue, issueWords),
    issueFile,
    base,
    indexes: bookIndexes(issue, folios, form),
    folios,
    extents: Object.fromEntries((record?.articles ?? []).map(({ id, first, last }) => [id, { first, last }])),
    around(lang) {
      const own = terms.words[lang] ?? terms.words[lang.split('-')[0] ?? ''];
      const said = own?.['web-cite'] ? lang : 'en';
      return { words: termsFor(terms, said), lang: said };
    },
    webFile,
    addressOf: (path) => pageAddress(base, `${issue.folder}/${path}`),
    xhtml: (nodes) => toXhtml(nodes, false),
    licenceAddress,
    licenceName,
  };
}
