import type { CitableArticle } from '../citable/citable.ts';
import { doiAddress } from '../text/identifiers.ts';
import { citeLinks } from './cite-files.ts';
import { type PagePlace, pageAddress } from './page-place.ts';
import { peopleOf } from './titles.ts';

/** A typed link of an article’s page. */
export interface Signpost {
  rel: 'cite-as' | 'author' | 'type' | 'license' | 'item' | 'describedby' | 'collection';
  href: string;
  /** The media type of what it leads to. */
  type?: string | undefined;
}

/**
 * The links by which programs find their way from an article’s page (Signposting, signposting.org): to what it is cited
 * as, its authors, its kind, its licence, its files, and what describes it.
 */
export function signposts(article: CitableArticle, at: PagePlace): Signpost[] {
  const { base, path, files = [] } = at;
  const { doi, licence } = article;
  const folder = path.replace(/[^/]*$/, '');
  const all: { rel: Signpost['rel']; href: string | undefined; type?: string }[] = [
    { rel: 'cite-as', href: doi && doiAddress(doi) },
    ...peopleOf(article, 'author').map(({ orcid }) => ({
      rel: 'author' as const,
      href: orcid && `https://orcid.org/${orcid}`,
    })),
    { rel: 'type', href: 'https://schema.org/ScholarlyArticle' },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'license', href: licence?.address },
    ...files.map((file) => ({ rel: 'item' as const, href: pageAddress(base, file.path), type: file.type })),
    ...citeLinks(article).map((file) => ({
      rel: 'describedby' as const,
      href: pageAddress(base, `${folder}${file.path}`),
      type: file.type,
    })),
  ];
  return all.flatMap(({ rel, href, type }) => (href ? [{ rel, href, type }] : []));
}

/** The value of a Link header (RFC 8288) with these links. */
export function linkHeader(links: readonly Signpost[]): string {
  return links
    .map(({ rel, href, type }) => `<${headerSafe(href)}>; rel="${rel}"${type ? `; type="${type}"` : ''}`)
    .join(', ');
}

/** An address that cannot end its place in a header. */
function headerSafe(href: string): string {
  return href.replace(/[<>"\\\s]/g, (sign) => encodeURIComponent(sign));
}
