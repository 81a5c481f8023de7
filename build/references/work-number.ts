import { bareDoi } from '../text/identifiers.ts';
import type { CslItem } from './item.ts';

/** What a key says that names a work by its number, as Manubot does: `doi:10.5555/x`, `isbn:978…`, `url:https://…`. */
const form = /^(doi|pmid|pubmed|pmcid|isbn|url|arxiv):(.+)$/is;

/** The number that a key names its work by, in the one form in which numbers are compared; undefined for other keys. */
export function workNumber(key: string): string | undefined {
  const [, name = '', value = ''] = form.exec(key) ?? [];
  const kind = name.toLowerCase().replace('pubmed', 'pmid');
  const low = value.trim().toLowerCase();
  if (low === '') return undefined;
  if (kind === 'isbn') return `isbn:${low.replace(/[^\dx]/g, '')}`;
  if (kind === 'arxiv') return `arxiv:${low.replace(/v\d+$/, '')}`;
  return `${kind}:${(kind === 'doi' ? bareDoi(low) : low).replace(/\/$/, '')}`;
}

/** The numbers by which a work is known everywhere, in the same form. */
export function numbersOfWork({ DOI, PMID, PMCID, ISBN, URL }: CslItem): string[] {
  const arxiv = /(?:arxiv\.org\/abs\/|10\.48550\/arxiv\.)([\w./-]+)/i.exec(`${URL ?? ''} ${DOI ?? ''}`)?.[1];
  const named = { arxiv, doi: DOI, pmid: PMID, pmcid: PMCID, isbn: ISBN, url: URL };
  return Object.entries(named).flatMap(([name, value]) =>
    typeof value === 'string' && value ? (workNumber(`${name}:${value}`) ?? []) : [],
  );
}
