import { editionOf } from '../../issue/editions.ts';
import type { Issue } from '../../issue/model.ts';
import type { PageRecord } from '../../record/schema.ts';
import type { Profile } from '../pdf/profile.ts';

/** What a PDF of an issue is built to, by its path in the issue’s folder. */
export function profileFor(path: string): Profile {
  return editionOf(path) === 'print' ? 'print' : 'screen';
}

/** The folios of a PDF’s pages by the page record: of the issue’s, or of the article’s that it has; undefined for other PDFs. */
export function foliosOf(path: string, record: PageRecord, issue: Issue): string[] | undefined {
  if (path === `${issue.slug}-screen.pdf`) return record.pages.map(({ folio }) => folio);
  const article = record.articles.find(({ name }) => path === `offprints/${name}.pdf`);
  return article && record.pages.slice(article.firstIndex - 1, article.lastIndex).map(({ folio }) => folio);
}
