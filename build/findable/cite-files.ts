import type { CitableArticle, CitableIssue } from '../citable/citable.ts';
import { articleItem } from './csl-item.ts';
import { writeBibtex } from './write-bibtex.ts';
import { writeRis } from './write-ris.ts';

/** A file by which a reader takes an article into a bibliography. */
export interface CiteFile {
  /** From the issue’s folder on: `cite/on-margins.bib`. */
  path: string;
  data: string;
  /** The name of its form: `BibTeX`. */
  label: string;
  /** Its media type. */
  type: string;
}

/** The files by which an article is cited: BibTeX, RIS and CSL-JSON. `address` is that of its page. */
export function citeFiles(issue: CitableIssue, article: CitableArticle, address?: string): CiteFile[] {
  const item = articleItem(issue, article, address);
  const path = (ending: string): string => `cite/${article.name}.${ending}`;
  return [
    { path: path('bib'), data: writeBibtex(item), label: 'BibTeX', type: 'application/x-bibtex' },
    {
      path: path('ris'),
      data: writeRis(item, article.keywords),
      label: 'RIS',
      type: 'application/x-research-info-systems',
    },
    {
      path: path('json'),
      data: `${JSON.stringify([item], null, 2)}\n`,
      label: 'CSL-JSON',
      type: 'application/vnd.citationstyles.csl+json',
    },
  ];
}
