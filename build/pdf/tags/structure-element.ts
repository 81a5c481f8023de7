import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Extent } from './extents.ts';
import { isDrawnTag, type PlannedTag, type TagPlan } from './plan.ts';

/** The parts of a structure element that are not in the plan. */
export interface StructureElement {
  /** The tag that it gets. */
  tag: string;
  number: number;
  parent: PDFRef;
  /** The page of its first content. */
  page: PDFRef | undefined;
  kids: readonly PDFObject[];
  /** The rectangle of a figure’s content. */
  box: Extent | undefined;
  /** What makes ids unique among several documents. */
  prefix: string;
}

/** Makes a structure element (ISO 32000-1, 14.7.2), entry by entry for speed: there are thousands. */
export function structureElement(context: PDFContext, plan: TagPlan, element: StructureElement): PDFDict {
  const { tag, number, parent, page, kids, box, prefix } = element;
  const planned = plan[number] as PlannedTag;
  const id = elementId(planned, number, prefix);
  const attributes = attributesOf(plan, planned, box, prefix);
  const entries = new Map<PDFName, PDFObject>([
    [names.Type, names.StructElem],
    [names.S, PDFName.of(tag)],
    [names.P, parent],
  ]);
  if (page) entries.set(names.Pg, page);
  if (id) entries.set(names.ID, PDFString.of(id));
  if (planned.lang) entries.set(names.Lang, PDFString.of(planned.lang));
  if (isDrawnTag(planned.tag)) entries.set(names.Alt, PDFHexString.fromText(planned.alt ?? ''));
  if (planned.aloud) entries.set(names.ActualText, PDFHexString.fromText(planned.aloud));
  if (attributes) entries.set(names.A, context.obj(attributes as never));
  entries.set(names.K, arrayOf(context, kids));
  return PDFDict.fromMapWithContext(entries, context);
}

export function arrayOf(context: PDFContext, values: readonly PDFObject[]): PDFArray {
  const array = PDFArray.withContext(context);
  for (const value of values) array.push(value);
  return array;
}

function attributesOf(plan: TagPlan, planned: PlannedTag, box: Extent | undefined, prefix: string): object | undefined {
  const { tag, numbering, scope, columns, rows, headers } = planned;
  if (isDrawnTag(tag) && box)
    return {
      O: 'Layout',
      ...(tag === 'Figure' ? { Placement: 'Block' } : {}),
      BBox: box.map((value) => Number(value.toFixed(2))),
    };
  if (numbering) return { O: 'List', ListNumbering: numbering };
  if (!scope && !columns && !rows && !headers) return undefined;
  return {
    O: 'Table',
    Scope: scope,
    ColSpan: columns,
    RowSpan: rows,
    Headers: headers?.map((head) => PDFString.of(elementId(plan[head], head, prefix) ?? '')),
  };
}

/** The id of an element that others refer to, in ASCII. Ids of the text are unique in the issue. */
export function elementId(planned: PlannedTag | undefined, number: number, prefix: string): string | undefined {
  if (planned?.tag === 'TH') return `head-${prefix}${String(number).padStart(6, '0')}`;
  return planned?.tag === 'Note' ? (planned.id ?? `note-${prefix}${number}`) : undefined;
}

const names = {
  A: PDFName.of('A'),
  ActualText: PDFName.of('ActualText'),
  Alt: PDFName.of('Alt'),
  ID: PDFName.of('ID'),
  K: PDFName.of('K'),
  Lang: PDFName.of('Lang'),
  P: PDFName.of('P'),
  Pg: PDFName.of('Pg'),
  S: PDFName.of('S'),
  StructElem: PDFName.of('StructElem'),
  Type: PDFName.of('Type'),
};
