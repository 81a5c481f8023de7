import type { CitableArticle, CitableIssue } from '../citable/citable.ts';
import type { CslItem } from '../references/item.ts';
import { articleItem } from './csl-item.ts';
import { writeBibtex } from './write-bibtex.ts';
import { writeRis } from './write-ris.ts';

/** A file by which a reader takes an article into a bibliography, without what stands in it. */
export interface CiteLink {
  /** From the issue’s folder on: `cite/on-margins.bib`. */
  path: string;
  /** The name of its form: `BibTeX`. */
  label: string;
  /** Its media type. */
  type: string;
}

/** The same with its content. */
export interface CiteFile extends CiteLink {
  data: string;
}

interface CiteForm {
  ending: string;
  label: string;
  type: string;
  write(item: CslItem, article: CitableArticle): string;
}

const forms: readonly CiteForm[] = [
  { ending: 'bib', label: 'BibTeX', type: 'application/x-bibtex', write: writeBibtex },
  {
    ending: 'ris',
    label: 'RIS',
    type: 'application/x-research-info-systems',
    write: (item, { keywords }) => writeRis(item, keywords),
  },
  {
    ending: 'json',
    label: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
    write: (item) => `${JSON.stringify([item], null, 2)}\n`,
  },
];

/** The files by which an article is cited, of which nothing is written for it. */
export function citeLinks({ name }: Pick<CitableArticle, 'name'>): CiteLink[] {
  return forms.map(({ ending, label, type }) => ({ path: `cite/${name}.${ending}`, label, type }));
}

/** The files by which an article is cited: BibTeX, RIS and CSL-JSON. `address` is that of its page. */
export function citeFiles(issue: CitableIssue, article: CitableArticle, address?: string): CiteFile[] {
  const item = articleItem(issue, article, address);
  return forms.map(({ ending, label, type, write }) => ({
    path: `cite/${article.name}.${ending}`,
    label,
    type,
    data: write(item, article),
  }));
}
