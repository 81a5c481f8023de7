import { VFile } from 'vfile';
import type { Article } from '../issue/model.ts';
import type { PageRecord } from '../record/schema.ts';
import type { PdfPart } from './pdf/pdf-part.ts';
import { checkPdf, type PdfChecks } from './pdf.ts';
import { wordsProver } from './words/prove-pdf.ts';

/** A PDF of some articles, or of an issue’s own pages, and what it is held to. */
export interface PartialPdf {
  bytes: Uint8Array;
  part: PdfPart;
  articles: readonly ProvedArticle[];
  /** The folio of each page. */
  folios: readonly string[];
  /** The folios that are printed in its texts, by the ids of what they refer to. */
  references: Readonly<Record<string, string>>;
  /** The words of each page as it was composed, if its pages are those. */
  composed: readonly string[] | undefined;
  /** True for a part of a PDF, whose frame is made for the check alone. */
  isPart: boolean;
}

/** An article as plain data. */
export type ProvedArticle = Omit<Article, 'file'>;

/** The facts that all PDFs of an issue are checked against. */
export type CommonChecks = Pick<PdfChecks, 'press' | 'faces'>;

/**
 * True if nothing is found in PDFs of the same pages: no fault, and no word too few. What is found elsewhere is told by
 * checking the whole. The second and later are compared with the first.
 */
export async function areClean(pdfs: readonly PartialPdf[], checks: CommonChecks): Promise<boolean> {
  const [first] = pdfs;
  if (!first) return true;
  const fileAt = (path: string) => new VFile({ path });
  const own = fileAt('issue.yaml');
  const articles = first.articles.map((article) => ({ ...article, file: fileAt(`${article.name}.md`) }));
  const part = { articles, files: [own, ...articles.map(({ file }) => file)] };
  const record = recordOf(first);
  const words = wordsProver({
    issue: part,
    record,
    // The pages of a cover may be in the first file alone.
    hasCover: pdfs.some(({ folios }) => folios.length < first.folios.length),
    coverSheet: async () => ({ type: 'root', children: [] }),
    galley: async () => undefined,
    repeatsReports: false,
  });
  for (const { bytes, part: kind, composed, isPart } of pdfs) {
    const file = fileAt('part.pdf');
    await checkPdf(
      { path: file.path, part: kind, file, bytes, texts: composed },
      { record, ...checks, whole: false, words, isPart },
    );
    if (file.messages.length > 0) return false;
  }
  return part.files.every(({ messages }) => messages.length === 0);
}

/** The page record of a file with these pages alone. */
function recordOf({ articles, folios, references }: PartialPdf): PageRecord {
  const [first = '', last = ''] = [folios[0], folios.at(-1)];
  return {
    format: 'offprint-pages-1',
    issue: '',
    pages: folios.map((folio, i) => ({
      index: i + 1,
      folio,
      side: i % 2 === 0 ? 'recto' : 'verso',
      of: '',
      columns: [],
      notes: [],
    })),
    articles: articles.map(({ id, name }) => ({ id, name, first, last, firstIndex: 1, lastIndex: folios.length })),
    notes: [],
    ids: { ...references },
  };
}
