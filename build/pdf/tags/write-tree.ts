import { type PDFContext, type PDFDocument, PDFName, type PDFObject, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { internNumber } from '../../pdf-reading/file/interned.ts';
import type { TagPlan } from './plan.ts';
import { arrayOf, structureElement } from './structure-element.ts';
import type { TagElements } from './write-elements.ts';

/** The standard types of tags that ISO 32000-1 does not define. */
const roles = { Em: 'Span', Strong: 'Span', Aside: 'Div' };

/** Writes the rest of a structure tree: the document’s element, the root, the parent tree and the id tree. */
export function writeTree(
  document: PDFDocument,
  { root, top, kids, parents, ids }: TagElements,
  lang: string | undefined,
): void {
  writeRoot(document, {
    root,
    top,
    kids,
    lang,
    parents: {
      Nums: arrayOf(
        document.context,
        parents.flatMap((value, key) => [internNumber(key), value]),
      ),
    },
    keys: parents.length,
    ids,
  });
}

/** What a structure tree has beside its elements. */
interface TreeRoot {
  root: PDFRef;
  top: PDFRef;
  kids: readonly PDFObject[];
  /** The language of the document. */
  lang: string | undefined;
  /** The number tree of parents, and the number of its keys. */
  parents: object;
  keys: number;
  ids: readonly [id: string, ref: PDFRef][];
}

/** Writes the root of a structure tree and the document’s element. */
export function writeRoot(
  { context, catalog }: PDFDocument,
  { root, top, kids, lang, parents, keys, ids }: TreeRoot,
): void {
  const plan: TagPlan = [{ tag: 'Document', parent: -1, ...(lang ? { lang } : {}) }];
  const element = { tag: 'Document', number: 0, parent: root, page: undefined, kids, box: undefined, prefix: '' };
  context.assign(top, structureElement(context, plan, element));
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: top,
      ParentTree: context.register(context.obj(parents as never)),
      ParentTreeNextKey: keys,
      RoleMap: roles,
      ...(ids.length > 0 ? { IDTree: context.register(idTree(context, ids)) } : {}),
    } as never),
  );
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}

function idTree(context: PDFContext, all: readonly [id: string, ref: PDFRef][]): PDFObject {
  const limits = [all[0]?.[0] ?? '', all.at(-1)?.[0] ?? ''].map((id) => PDFString.of(id));
  const leaf = { Limits: limits, Names: all.flatMap(([id, ref]) => [PDFString.of(id), ref]) };
  return context.obj({ Kids: [context.register(context.obj(leaf as never))] } as never);
}
