import type { PDFDict } from '@cantoo/pdf-lib';
import { asDict, dictAt, itemsAt, nameAt, numbersAt, valueAt } from '../pdf-reading/file/objects.ts';
import type { PdfPage, Rectangle } from '../pdf-reading/pages.ts';
import { annotationText, textOfComment } from './annotation-text.ts';

/** An annotation of a PDF that is a remark: no link, no field, no window of another. */
export interface Annotation {
  dict: PDFDict;
  /** The page, counted from 1. */
  page: number;
  /** Its kind, as the standard calls it: `Highlight`, `StrikeOut`, `Caret` (ISO 32000-1, 12.5.6). */
  subtype: string;
  /** What it is meant for, as `StrikeOutTextEdit` (IT). */
  intent: string;
  rect: Rectangle;
  /** The areas of its words; those of its strokes for a drawing. */
  areas: Rectangle[];
  /** The point that an arrow or a callout points at. */
  target: readonly [x: number, y: number] | undefined;
  author: string;
  text: string;
  name: string;
  /** The annotation that it answers, or is a part of (`isPart`). */
  answers: PDFDict | undefined;
  isPart: boolean;
  /** The state that it gives to what it answers: `Accepted`, `Rejected`, `Completed`. */
  state: string;
}

/** Annotations that are not remarks. */
const others: ReadonlySet<string> = new Set(
  'Link Widget Popup PrinterMark TrapNet Watermark Screen Movie 3D RichMedia Projection'.split(' '),
);

/** The most annotations that are read of a file, and the most areas of one. */
const maxAnnotations = 20_000;
const maxAreas = 2000;

/** The remarks on the pages of a PDF, in the order of the file; `isCut` if there are more than anybody makes. */
export function readAnnotations(pages: readonly PdfPage[]): { annotations: Annotation[]; isCut: boolean } {
  const annotations: Annotation[] = [];
  const seen = new Set<PDFDict>();
  for (const { number, dict: page } of pages)
    for (const item of itemsAt(page, 'Annots')) {
      const dict = asDict(item);
      const subtype = nameAt(dict, 'Subtype');
      // Some programs list one twice.
      if (!dict || !subtype || others.has(subtype) || seen.has(dict)) continue;
      seen.add(dict);
      if (annotations.length >= maxAnnotations) return { annotations, isCut: true };
      annotations.push(annotationOf(dict, subtype, number));
    }
  return { annotations, isCut: false };
}

function annotationOf(dict: PDFDict, subtype: string, page: number): Annotation {
  const rect = rectangleOf(numbersAt(dict, 'Rect', 4) ?? []) ?? [0, 0, 0, 0];
  const stamp = subtype === 'Stamp' ? (nameAt(dict, 'Name') ?? '') : '';
  return {
    dict,
    page,
    subtype,
    intent: nameAt(dict, 'IT') ?? '',
    rect,
    areas: areasOf(dict, subtype, rect),
    target: targetOf(dict, subtype),
    author: annotationText(dict, 'T').replaceAll('\n', ' '),
    text: textOfComment(dict) || stamp.replace(/^SB|^#/, ''),
    name: annotationText(dict, 'NM'),
    answers: dictAt(dict, 'IRT'),
    isPart: nameAt(dict, 'RT') === 'Group',
    state: annotationText(dict, 'State') || (nameAt(dict, 'State') ?? ''),
  };
}

/** The rectangles around some numbers, which are pairs of coordinates; undefined without any. */
function rectangleOf(numbers: readonly number[]): Rectangle | undefined {
  const [xs, ys] = [0, 1].map((odd) => numbers.filter((one, i) => i % 2 === odd && Number.isFinite(one))) as [
    number[],
    number[],
  ];
  if (xs.length === 0 || ys.length === 0) return undefined;
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/**
 * The areas of the words of an annotation. The four corners of each come in any order: programs differ from the
 * standard and from one another.
 */
function areasOf(dict: PDFDict, subtype: string, rect: Rectangle): Rectangle[] {
  if (subtype === 'Ink') {
    const strokes = itemsAt(dict, 'InkList').slice(0, maxAreas);
    const areas = strokes.flatMap((_, i) => {
      const area = rectangleOf(numbersIn(valueAt(dict, 'InkList'), i));
      return area ? [area] : [];
    });
    return areas.length > 0 ? areas : [rect];
  }
  const corners = itemsAt(dict, 'QuadPoints')
    .slice(0, 8 * maxAreas)
    .map((one) => (one && 'asNumber' in one ? (one as { asNumber(): number }).asNumber() : Number.NaN));
  const areas: Rectangle[] = [];
  for (let at = 0; at + 8 <= corners.length; at += 8) {
    const area = corners.slice(at, at + 8).every(Number.isFinite) && rectangleOf(corners.slice(at, at + 8));
    if (area) areas.push(area);
  }
  return areas.length > 0 ? areas : [rect];
}

function numbersIn(list: unknown, index: number): number[] {
  const stroke = (list as { lookup?: (index: number) => unknown } | undefined)?.lookup?.(index);
  const items = (stroke as { asArray?: () => unknown[] } | undefined)?.asArray?.() ?? [];
  return items
    .slice(0, 10_000)
    .map((one) =>
      (one as { asNumber?: () => number })?.asNumber ? (one as { asNumber(): number }).asNumber() : Number.NaN,
    );
}

function targetOf(dict: PDFDict, subtype: string): Annotation['target'] {
  const line = subtype === 'Line' ? numbersAt(dict, 'L', 4) : undefined;
  if (line) return [line[2] as number, line[3] as number];
  const call = numbersAt(dict, 'CL', 6) ?? numbersAt(dict, 'CL', 4);
  return call && [call[0] as number, call[1] as number];
}
