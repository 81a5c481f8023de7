import type { CitableJournal } from '../citable/citable.ts';

/** The place of a page of the web edition, and what stands beside it. */
export interface PagePlace {
  /** The address of the journal’s site, which ends with a slash; undefined where it is not known. */
  base?: string | undefined;
  /** The page, from there on: `2026-2/on-margins.html`. */
  path: string;
  /** The article in other forms, from there on. */
  files?: readonly PageFile[] | undefined;
  /** The picture that is shown where the page is linked. */
  picture?: PagePicture | undefined;
  /** The page’s abstracts in other languages, where they are pages of their own. */
  translated?: readonly { lang: string; path: string }[] | undefined;
}

/** A file that says what its page says. */
export interface PageFile {
  /** From the base on: `2026-2/on-margins.pdf`. */
  path: string;
  /** `application/pdf` */
  type: string;
}

/** A picture for links. */
export interface PagePicture {
  path: string;
  width: number;
  height: number;
  /** What it shows, for those who do not see it. */
  alt: string;
}

/** The address of the journal’s site; undefined if `website:` is not an address of the web. */
export function siteBase({ website }: Pick<CitableJournal, 'website'>): string | undefined {
  if (!website || !/^https?:\/\/[^\s/]/i.test(website)) return undefined;
  try {
    const { origin, pathname } = new URL(website);
    return `${origin}${pathname.replace(/\/*$/, '/')}`;
  } catch {
    return undefined;
  }
}

/** The address of a file of the site; the page of a folder is that of the folder. Undefined without a base. */
export function pageAddress(base: string | undefined, path: string): string | undefined {
  if (base === undefined) return undefined;
  const named = path.replace(/(?:^|(?<=\/))index\.html$/, '');
  const encoded = named.split('/').map(encodeURIComponent).join('/');
  return `${base}${encoded}`;
}

/**
 * The one address of an article’s page among all that lead to it: the one that journal.yaml gives for DOIs if it is of
 * this site, else its own.
 */
export function canonicalOf(own: string | undefined, { base, path }: PagePlace): string | undefined {
  return own && base && own.startsWith(base) ? own : pageAddress(base, path);
}

/** The address of the PDF: of the file beside the page, else the one that journal.yaml gives. */
export function pdfOf(own: string | undefined, { base, files = [] }: PagePlace): string | undefined {
  const beside = files.find(({ type }) => type === 'application/pdf');
  return (beside && pageAddress(base, beside.path)) ?? own;
}
