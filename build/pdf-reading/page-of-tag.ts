import type { PDFDict } from '@cantoo/pdf-lib';
import { dictAt } from './file/objects.ts';
import type { PdfPage } from './pages.ts';
import type { Pdf } from './read-pdf.ts';
import { isContent, isTag, type Tag } from './tags.ts';

/** Returns a function that finds the page on which a tag begins. */
export function pageFinder({ pages }: Pdf): (tag: Tag) => PdfPage | undefined {
  const byDict = new Map<PDFDict, PdfPage>(pages.map((page) => [page.dict, page]));
  return function pageOf(tag: Tag): PdfPage | undefined {
    const own = dictAt(tag.dict, 'Pg');
    if (own && byDict.has(own)) return byDict.get(own);
    for (const kid of tag.kids) {
      const page = isTag(kid) ? pageOf(kid) : isContent(kid) && kid.owner ? byDict.get(kid.owner) : undefined;
      if (page) return page;
    }
    return undefined;
  };
}
