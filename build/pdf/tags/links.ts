import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { otherUnit } from '../printed-unit.ts';
import type { OrderedTags } from './order-tags.ts';

/** A link on a page, as one annotation. */
export interface Link {
  ref: PDFRef;
  page: PDFPage;
}

/** The target of a link: an id of the document, or of another unit of the issue (`elsewhere`), or an address. */
export type LinkTarget = { id: string; elsewhere?: true } | { address: string };

/** Gives the new target of a link and its name for readers; undefined for a link that no longer leads anywhere. */
export type ResolveLink = (target: LinkTarget) => { target: LinkTarget; name: string } | undefined;

/**
 * Makes one annotation of all that Chrome writes for a link on a page, one for each piece of its text, because programs
 * would read out each of them. Each annotation names the link’s target (ISO 14289-1, 7.18.5). A link without a tag or a
 * target is removed. `pages` have their numbers in the browser’s document. Returns the links of each tag.
 */
export function mergeLinks(
  { context }: PDFDocument,
  pages: ReadonlyMap<number, PDFPage>,
  ordered: OrderedTags,
  resolveLink: ResolveLink,
): Map<number, Link[]> {
  const links = new Map<number, Link[]>();
  const kept = new Map<PDFPage, PDFRef[]>();
  ordered.forEach((items, number) => {
    const pieces = items.filter((item) => item.kind === 'link');
    if (pieces.length === 0) return;
    const byPage = new Map<PDFPage, PDFRef[]>();
    for (const item of pieces) {
      const page = pages.get(item.page);
      const ref = page && annotationsOf(page)[item.index];
      if (page && ref instanceof PDFRef) byPage.set(page, [...(byPage.get(page) ?? []), ref]);
    }
    for (const [page, refs] of byPage) {
      const [first] = refs;
      const annotation = first && context.lookup(first);
      const before = annotation instanceof PDFDict ? targetOf(annotation) : undefined;
      const resolved = before && resolveLink(before);
      if (!first || !(annotation instanceof PDFDict) || !resolved) continue;
      const quads = joined(refs.map((ref) => rectangleOf(context.lookup(ref, PDFDict))));
      annotation.set(PDFName.of('Rect'), context.obj(around(quads)));
      if (quads.length > 1) annotation.set(PDFName.of('QuadPoints'), context.obj(quads.flatMap(cornersOf)));
      annotation.set(PDFName.of('Contents'), PDFHexString.fromText(resolved.name));
      if ('id' in before && (before.elsewhere || 'address' in resolved.target))
        setTarget(context, annotation, resolved.target);
      links.set(number, [...(links.get(number) ?? []), { ref: first, page }]);
      kept.set(page, [...(kept.get(page) ?? []), first]);
    }
  });
  for (const page of pages.values()) {
    const refs = kept.get(page);
    if (refs) page.node.set(PDFName.of('Annots'), context.obj(refs));
    else page.node.delete(PDFName.of('Annots'));
  }
  return links;
}

/** The target of a link annotation; undefined where it leads nowhere. */
function targetOf(annotation: PDFDict): LinkTarget | undefined {
  const destination = annotation.lookup(PDFName.of('Dest'));
  if (destination instanceof PDFName) return { id: destination.decodeText() };
  const uri = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  if (!(uri instanceof PDFString || uri instanceof PDFHexString)) return undefined;
  const address = uri.decodeText();
  return address.startsWith(otherUnit) ? { id: address.slice(otherUnit.length), elsewhere: true } : { address };
}

function setTarget(context: PDFContext, annotation: PDFDict, target: LinkTarget): void {
  const [dest, action] = [PDFName.of('Dest'), PDFName.of('A')];
  annotation.delete('id' in target ? action : dest);
  if ('id' in target) annotation.set(dest, PDFName.of(target.id));
  else annotation.set(action, context.obj({ Type: 'Action', S: 'URI', URI: literal(target.address) }));
}

/** An address, which is ASCII, as a PDF string. */
function literal(address: string): PDFString {
  return PDFString.of(address.replace(/[\\()]/g, '\\$&'));
}

export function annotationsOf(page: PDFPage): readonly unknown[] {
  const annotations = page.node.lookup(PDFName.of('Annots'));
  return annotations instanceof PDFArray ? annotations.asArray() : [];
}

type Rectangle = [left: number, bottom: number, right: number, top: number];

function rectangleOf(annotation: PDFDict): Rectangle {
  const { x, y, width, height } = annotation.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
  return [x, y, x + width, y + height];
}

/** Joins rectangles of one line that touch. Chrome rounds them to pixels. */
function joined(rectangles: readonly Rectangle[]): Rectangle[] {
  const lines: Rectangle[] = [];
  for (const next of rectangles) {
    const last = lines.at(-1);
    const height = next[3] - next[1];
    const sameLine = last && Math.abs((last[1] + last[3] - next[1] - next[3]) / 2) < height / 2;
    if (last && sameLine && Math.abs(next[0] - last[2]) < height) lines[lines.length - 1] = around([last, next]);
    else lines.push(next);
  }
  return lines;
}

function around(rectangles: readonly Rectangle[]): Rectangle {
  return [0, 1, 2, 3].map((side) =>
    (side < 2 ? Math.min : Math.max)(...rectangles.map((one) => one[side] ?? 0)),
  ) as Rectangle;
}

/** The corners in the order that programs expect, which differs from the standard’s: upper corners first. */
function cornersOf([left, bottom, right, top]: Rectangle): number[] {
  return [left, top, right, top, left, bottom, right, bottom];
}
