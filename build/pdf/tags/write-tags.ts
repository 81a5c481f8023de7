import { PDFDict, type PDFDocument, PDFName, type PDFObject, type PDFRef, PDFStream, PDFString } from '@cantoo/pdf-lib';
import { internNumber } from '../../pdf-reading/file/interned.ts';
import type { Extent } from './extents.ts';
import type { Link } from './links.ts';
import type { MarkedPageStreams } from './mark-page.ts';
import { keptTags, type OrderedTags } from './order-tags.ts';
import type { TagPlan } from './plan.ts';
import { arrayOf, elementId, structureElement } from './structure-element.ts';

/** The standard types of tags that ISO 32000-1 does not define. */
const roles = { Em: 'Span', Strong: 'Span', Aside: 'Div' };

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

/**
 * Writes the structure tree of a document (ISO 32000-1, 14.7): an element for each planned tag that is kept, the parent
 * tree and the id tree.
 */
export function writeTags(document: PDFDocument, { plan, ordered, markedPages, links, extents }: StructureTree): void {
  const { context, catalog } = document;
  const root = context.nextRef();
  const kept = keptTags(ordered);
  const refs = plan.map((_, number) => (kept.has(number) ? context.nextRef() : undefined));
  const parents: [key: number, value: PDFObject][] = [];
  for (const { page, streams } of markedPages.values()) {
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    for (const { form, marked } of streams) {
      const dict = form ? context.lookup(form, PDFStream).dict : page.node;
      dict.set(PDFName.of('StructParents'), internNumber(parents.length));
      const owners = marked.owners.map((owner) => refs[owner] ?? root);
      parents.push([parents.length, arrayOf(context, owners)]);
    }
  }
  for (const [number, all] of links) {
    for (const { ref } of all) {
      context.lookup(ref, PDFDict).set(PDFName.of('StructParent'), context.obj(parents.length));
      parents.push([parents.length, refs[number] ?? root]);
    }
  }

  const ids: [id: string, ref: PDFRef][] = [];
  plan.forEach((planned, number) => {
    const ref = refs[number];
    if (!ref) return;
    const id = elementId(planned, number);
    if (id) ids.push([id, ref]);
    // A link without a target is plain text.
    const tag = planned.tag === 'Link' && !links.has(number) ? 'Span' : planned.tag;
    const parent = refs[planned.parent] ?? root;
    const element = { tag, number, parent, ...kidsOf(number), box: extents.get(number) };
    context.assign(ref, structureElement(context, plan, element));
  });
  ids.sort(([a], [b]) => (a < b ? -1 : 1));
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: refs[0] as PDFRef,
      ParentTree: context.register(
        context.obj({
          Nums: arrayOf(
            context,
            parents.flatMap(([key, value]) => [internNumber(key), value]),
          ),
        }),
      ),
      ParentTreeNextKey: parents.length,
      RoleMap: roles,
      ...(ids.length > 0 ? { IDTree: context.register(idTree(ids)) } : {}),
    } as never),
  );
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));

  /**
   * The content of an element, and the page of its first content; other content names its page only where it differs.
   */
  function kidsOf(number: number): { page: PDFRef | undefined; kids: PDFObject[] } {
    let page: PDFRef | undefined;
    const kids: PDFObject[] = [];
    for (const item of ordered[number] ?? []) {
      if (item.kind === 'tag') {
        const ref = refs[item.number];
        if (ref) kids.push(ref);
      } else if (item.kind === 'content') {
        const { id, form } = item;
        const on = markedPages.get(item.page)?.page.ref;
        page ??= on;
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
    return { page, kids };
  }

  function idTree(all: readonly [id: string, ref: PDFRef][]): PDFObject {
    const limits = [all[0]?.[0] ?? '', all.at(-1)?.[0] ?? ''].map((id) => PDFString.of(id));
    const leaf = { Limits: limits, Names: all.flatMap(([id, ref]) => [PDFString.of(id), ref]) };
    return context.obj({ Kids: [context.register(context.obj(leaf as never))] } as never);
  }
}
