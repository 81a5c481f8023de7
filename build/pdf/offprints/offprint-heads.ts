import { openingHeads } from '../../galley/running-heads.ts';
import { issueLine } from '../../issue/issue-line.ts';
import type { Issue } from '../../issue/model.ts';
import type { PageRecord } from '../../record/schema.ts';
import type { Templates } from '../../templates.ts';
import { type TermsBook, termsFor } from '../../terms.ts';

/** The rules of the lines by which offprints say where they are from, at the heads of their first pages. Throws TemplateError. */
export async function offprintHeads(
  issue: Issue,
  record: PageRecord,
  css: string,
  { templates, terms }: { templates: Templates; terms: TermsBook },
): Promise<string> {
  const { journal, facts } = issue;
  const words = termsFor(terms, journal.lang);
  const lines = new Map<string, string>();
  for (const article of issue.articles) {
    const at = record.articles.find(({ id }) => id === article.id);
    if (!at) continue;
    const pages = at.first === at.last ? at.first : `${at.first}–${at.last}`;
    const about = {
      article,
      journal,
      facts,
      words,
      issueLine: issueLine(issue, words),
      pages,
      isOne: at.first === at.last,
    };
    const line = await templates.render('print/offprint-line.ejs', about);
    lines.set(article.id, line.replace(/\s+/g, ' ').trim());
  }
  return openingHeads(lines, css);
}
