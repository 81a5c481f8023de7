import { type PDFDocument, PDFHexString, PDFName, PDFNull, type PDFRef } from '@cantoo/pdf-lib';
import { withBaseDirection } from '../text/direction.ts';

/** A bookmark, with those below it. */
export interface Bookmark {
  title: string;
  page: PDFRef;
  /**
   * The target’s height on the page, in points from the lower left corner; the head of the page where it is missing.
   */
  top?: number;
  children: Bookmark[];
  /** Whether the bookmarks below it are shown at once. */
  open?: boolean;
}

/** Writes a document’s bookmarks (ISO 32000-1, 12.3.3); none for an empty list. */
export function setOutline({ context, catalog }: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) {
    catalog.delete(PDFName.of('Outlines'));
    return;
  }
  const root = context.nextRef();
  const { first, last, shown } = list(bookmarks, root);
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: shown }));
  catalog.set(PDFName.of('Outlines'), root);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));

  function list(items: readonly Bookmark[], parent: PDFRef): { first: PDFRef; last: PDFRef; shown: number } {
    const refs = items.map(() => context.nextRef());
    let shown = 0;
    items.forEach(({ title, page, top, children, open = false }, i) => {
      const ref = refs[i] as PDFRef;
      const below = children.length > 0 ? list(children, ref) : undefined;
      shown += 1 + (below && open ? below.shown : 0);
      const destination = top === undefined ? [page, 'Fit'] : [page, 'XYZ', PDFNull, Number(top.toFixed(2)), PDFNull];
      const item = {
        Title: PDFHexString.fromText(withBaseDirection(title)),
        Parent: parent,
        Dest: destination,
        ...(refs[i - 1] ? { Prev: refs[i - 1] } : {}),
        ...(refs[i + 1] ? { Next: refs[i + 1] } : {}),
        ...(below ? { First: below.first, Last: below.last, Count: open ? below.shown : -below.shown } : {}),
      };
      context.assign(ref, context.obj(item as never));
    });
    return { first: refs[0] as PDFRef, last: refs.at(-1) as PDFRef, shown };
  }
}
