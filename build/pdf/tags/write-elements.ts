import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, type PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { internNumber } from '../../pdf-reading/file/interned.ts';
import type { Extent } from './extents.ts';
import type { Link } from './links.ts';
import type { MarkedPageStreams } from './mark-page.ts';
import { keptTags, type OrderedTags } from './order-tags.ts';
import type { TagPlan } from './plan.ts';
import { arrayOf, elementId, structureElement } from './structure-element.ts';

/** The parts of a structure tree. */
export interface StructureTree {
  plan: TagPlan;
  ordered: OrderedTags;
  /** By their number in what the browser printed. */
  markedPages: ReadonlyMap<number, MarkedPageStreams>;
  /** The links of each tag. */
  links: ReadonlyMap<number, Link[]>;
  /** The rectangle that the content of each tag covers. */
  extents: ReadonlyMap<number, Extent>;
}

/** The elements of a structure tree that was written into a document, without its root and its document element. */
export interface TagElements {
  /** The references to the root and to the document’s element, which are not written yet. */
  root: PDFRef;
  top: PDFRef;
  /** The content of the document’s element. */
  kids: PDFObject[];
  /** What each key of the parent tree leads to, by key (14.7.4.4); and the numbers that are keys. */
  parents: PDFObject[];
  keys: Set<PDFNumber>;
  /** The elements with ids, sorted. */
  ids: [id: string, ref: PDFRef][];
}

/**
 * Writes the elements of a document’s structure tree (ISO 32000-1, 14.7), one for each planned tag that is kept.
 * `prefix` makes their ids unique among several documents.
 */
export function writeElements(
  document: PDFDocument,
  { plan, ordered, markedPages, links, extents }: StructureTree,
  prefix = '',
): TagElements {
  const { context } = document;
  const root = context.nextRef();
  const kept = keptTags(ordered);
  const refs = plan.map((_, number) => (kept.has(number) ? context.nextRef() : undefined));
  const top = refs[0] as PDFRef;
  const parents: PDFObject[] = [];
  const keys = new Set<PDFNumber>();
  const addParent = (value: PDFObject): PDFNumber => {
    // Numbers that are equal may be one object elsewhere.
    const key = PDFNumber.of(parents.push(value) - 1);
    keys.add(key);
    return key;
  };
  for (const { page, streams } of markedPages.values()) {
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    for (const { form, marked } of streams) {
      const dict = form ? context.lookup(form, PDFStream).dict : page.node;
      const owners = marked.owners.map((owner) => refs[owner] ?? root);
      dict.set(PDFName.of('StructParents'), addParent(arrayOf(context, owners)));
    }
  }
  for (const [number, all] of links)
    for (const { ref } of all)
      context.lookup(ref, PDFDict).set(PDFName.of('StructParent'), addParent(refs[number] ?? root));

  const ids: [id: string, ref: PDFRef][] = [];
  plan.forEach((planned, number) => {
    const ref = refs[number];
    if (!ref || ref === top) return;
    const id = elementId(planned, number, prefix);
    if (id) ids.push([id, ref]);
    // A link without a target is plain text.
    const tag = planned.tag === 'Link' && !links.has(number) ? 'Span' : planned.tag;
    const parent = refs[planned.parent] ?? root;
    const element = { tag, number, parent, ...kidsOf(number), box: extents.get(number), prefix };
    context.assign(ref, structureElement(context, plan, element));
  });
  ids.sort(([a], [b]) => (a < b ? -1 : 1));
  return { root, top, kids: kidsOf(0, null).kids, parents, keys, ids };

  /**
   * The content of an element, and the page of its first content; other content names its page only where it differs.
   * `null` for an element without a page.
   */
  function kidsOf(number: number, its?: null): { page: PDFRef | undefined; kids: PDFObject[] } {
    let page: PDFRef | undefined | null = its;
    const kids: PDFObject[] = [];
    for (const item of ordered[number] ?? []) {
      if (item.kind === 'tag') {
        const ref = refs[item.number];
        if (ref) kids.push(ref);
      } else if (item.kind === 'content') {
        const { id, form } = item;
        const on = markedPages.get(item.page)?.page.ref;
        if (page === undefined) page = on;
        if (!on) continue;
        // Content in a form is named with its stream (14.7.4.2).
        if (on === page && !form) kids.push(internNumber(id));
        else kids.push(context.obj({ Type: 'MCR', Pg: on, Stm: form, MCID: id } as never));
      }
    }
    for (const link of links.get(number) ?? []) {
      const on = link.page.ref === page ? undefined : link.page.ref;
      kids.push(context.obj({ Type: 'OBJR', Obj: link.ref, Pg: on } as never));
    }
    return { page: page ?? undefined, kids };
  }
}
