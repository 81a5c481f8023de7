import { PDFArray, type PDFDict, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { maxNesting, maxTags } from './file/limits.ts';
import { asDict, asNumber, dictAt, nameAt, numberAt, refAt, valueAt } from './file/objects.ts';
import { follow, treeEntries } from './file/trees.ts';
import { Unreadable } from './file/unreadable.ts';

/** A structure element (ISO 32000-1, 14.7.2). */
export interface Tag {
  dict: PDFDict;
  /** `name` as the file calls it, `type` as the standard does, by the role map. */
  name: string;
  type: string;
  parent: Tag | undefined;
  kids: (Tag | TaggedContent | ObjectReference)[];
}

/** Marked content of a page that belongs to a tag. */
export interface TaggedContent {
  id: number;
  /** The page or form that contains it. */
  owner: PDFDict | undefined;
}

/** An annotation that belongs to a tag. */
export interface ObjectReference {
  object: PDFDict | undefined;
}

export interface TagTree {
  root: PDFDict;
  /** The tags without a parent, in reading order. */
  top: Tag[];
  /** All tags, in reading order. */
  all: Tag[];
  /**
   * Returns the tag of marked content, by the row of its page in the parent tree and its number; or of an object, by
   * its row alone.
   */
  parentOf(row: number | undefined, id?: number): PDFDict | undefined;
  /** Keys of the parent tree. */
  rows: ReadonlyMap<number, PDFObject | undefined>;
}

/**
 * A key that identifies marked content in a file: the row of its page or form in the parent tree, and its number in it.
 */
export const contentKey = (row: number | undefined, id: number | undefined): string => `${row} ${id}`;
/** The same key, for marked content of a tag. */
export const contentKeyOf = ({ owner, id }: TaggedContent): string => contentKey(numberAt(owner, 'StructParents'), id);

export const isTag = (kid: Tag['kids'][number]): kid is Tag => 'kids' in kid;
export const isContent = (kid: Tag['kids'][number]): kid is TaggedContent => 'id' in kid;

/** Returns the keys of all marked content of a tag and of the tags in it. */
export function contentKeysIn({ kids }: Tag): string[] {
  return kids.flatMap((kid) => (isTag(kid) ? contentKeysIn(kid) : isContent(kid) ? [contentKeyOf(kid)] : []));
}

/**
 * Reads the tags of a file; undefined if it has none. A tag that occurs again is left out, because a tree has no
 * cycles.
 */
export function readTagTree(catalog: PDFDict): TagTree | undefined {
  const root = dictAt(catalog, 'StructTreeRoot');
  if (!root) return undefined;
  const roles = dictAt(root, 'RoleMap');
  const rows = new Map<number, PDFObject | undefined>();
  for (const [key, value] of treeEntries(dictAt(root, 'ParentTree'), 'Nums')) {
    const row = asNumber(key);
    if (row !== undefined) rows.set(row, follow(root, value));
  }
  const all: Tag[] = [];
  const seen = new Set<PDFDict>([root]);
  const top: Tag['kids'] = [];
  read(root, undefined, undefined, top, 0);
  return {
    root,
    top: top.filter(isTag),
    all,
    rows,
    parentOf: (row, id) => {
      const value = row === undefined ? undefined : rows.get(row);
      if (id === undefined) return asDict(value);
      return value instanceof PDFArray && id < value.size() ? asDict(value.lookup(id)) : undefined;
    },
  };

  function read(
    dict: PDFDict,
    tag: Tag | undefined,
    page: PDFDict | undefined,
    kids: Tag['kids'],
    depth: number,
  ): void {
    if (depth > maxNesting) throw new Unreadable(`Tags stand more than ${maxNesting} deep in one another`);
    const value = valueAt(dict, 'K');
    const items = value instanceof PDFArray ? value.asArray() : value ? [refAt(dict, 'K') ?? value] : [];
    for (const item of items) {
      const kid = item instanceof PDFRef ? dict.context.lookup(item) : item;
      const id = asNumber(kid);
      const inner = asDict(kid);
      if (id !== undefined) kids.push({ id, owner: page });
      else if (!inner) continue;
      else if (nameAt(inner, 'Type') === 'MCR')
        kids.push({
          id: numberAt(inner, 'MCID') ?? -1,
          owner: dictAt(inner, 'Stm') ?? dictAt(inner, 'Pg') ?? page,
        });
      else if (nameAt(inner, 'Type') === 'OBJR') kids.push({ object: dictAt(inner, 'Obj') });
      else if (!seen.has(inner)) {
        seen.add(inner);
        if (seen.size > maxTags) throw new Unreadable(`There are more than ${maxTags / 1e6} million tags`);
        const name = nameAt(inner, 'S') ?? '';
        const child: Tag = { dict: inner, name, type: standardType(name, roles), parent: tag, kids: [] };
        all.push(child);
        kids.push(child);
        read(inner, child, dictAt(inner, 'Pg') ?? page, child.kids, depth + 1);
      }
    }
  }
}

/**
 * Returns the standard’s type of a tag, by the role map (14.7.3); the name itself if that leads to no standard type.
 */
function standardType(name: string, roles: PDFDict | undefined): string {
  let type = name;
  for (let steps = 0; roles?.has(PDFName.of(type)) && steps < 20 && !standardTypes.has(type); steps++)
    type = nameAt(roles, type) ?? type;
  return type;
}

/** The structure types of ISO 32000-1, 14.8.4. */
export const standardTypes: ReadonlySet<string> = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
   Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
   Figure Formula Form`.split(/\s+/),
);

/** Returns the nearest tag of a type, from a tag outwards, including itself. */
export function enclosingTag(tag: Tag | undefined, type: RegExp): Tag | undefined {
  for (let at = tag; at; at = at.parent) if (type.test(at.type)) return at;
  return undefined;
}
