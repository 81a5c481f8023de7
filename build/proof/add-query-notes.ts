import {
  PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { walkPages } from '../pdf-reading/content/walk.ts';
import { asDict, dictAt, itemsAt, nameAt, numberAt, refAt } from '../pdf-reading/file/objects.ts';
import { streamOf } from '../pdf-reading/file/streams.ts';
import { readPages } from '../pdf-reading/pages.ts';
import type { TagTree } from '../pdf-reading/tags.ts';
import type { PlacedQuery } from './proof-sheets.ts';
import { signLeft } from './proof-sheets.ts';
import { queryContents, queryName } from './query-name.ts';

/** The size of the sign of a query, in points. */
const sign = { width: 12, height: 10 };

/**
 * Adds the queries of a page as text annotations, each with its sign in the margin and a tag in the block that it is
 * about, where screen readers find it. `to` is whom they ask. The page has its own size still. Boxes and heights
 * are in points from its left and top edge.
 */
export function addQueryNotes(
  document: PDFDocument,
  page: PDFPage,
  queries: readonly PlacedQuery[],
  to: string,
  tags: TagTree | undefined,
): void {
  if (queries.length === 0) return;
  const { context } = document;
  const { x, y, width, height } = page.getMediaBox();
  const look = context.register(
    streamOf(context, Buffer.from(drawing, 'latin1'), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, sign.width, sign.height],
    }),
  );
  const texts = taggedTexts(document, page);
  const notes: PDFRef[] = [];
  for (const query of queries) {
    const [left, top] = [x + width + signLeft, y + height - query.top];
    const note = context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [left, top - sign.height, left + sign.width, top].map((value) => Math.round(value * 100) / 100),
      Name: 'Comment',
      C: [0.79, 0.54, 0.17],
      // Printed, and neither zoomed nor turned with the page (ISO 19005-2, 6.3.2).
      F: 28,
      P: page.ref,
      AP: { N: look },
    }) as PDFDict;
    for (const [key, value] of [
      ['Contents', queryContents(query.number, query.text)],
      ['T', to],
      ['Subj', `Q${query.number}`],
      ['NM', queryName(query.number, query.text)],
    ] as const)
      note.set(PDFName.of(key), PDFHexString.fromText(value));
    const ref = context.register(note);
    notes.push(ref);
    if (tags) {
      const [box = [0, 0, 0, 0] as const] = query.boxes;
      const at = { x: x + box[0], y: y + height - box[1] - box[3] / 2 };
      const block = blockOf(nearest(texts, at), tags);
      if (block) tagNote(document, page, note, ref, block, tags.root);
    }
  }
  const before = page.node.lookup(PDFName.of('Annots'));
  page.node.set(PDFName.of('Annots'), context.obj([...(before instanceof PDFArray ? before.asArray() : []), ...notes]));
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
}

/** A speech bubble. */
const drawing =
  '0.79 0.54 0.17 RG 1 0.97 0.88 rg 0.7 w 1.5 2.8 m 1.5 9 l 10.5 9 l 10.5 2.8 l 5.5 2.8 l 3.4 0.8 l 3.4 2.8 l h B ' +
  '3.2 7.2 m 8.8 7.2 l 3.2 5 m 7.4 5 l S';

interface TaggedText {
  x: number;
  y: number;
  row: number | undefined;
  id: number;
}

/** The places of a page’s texts, with their numbers in the tags. */
function taggedTexts(document: PDFDocument, page: PDFPage): TaggedText[] {
  const texts: TaggedText[] = [];
  const own = readPages(document.catalog).filter(({ dict }) => dict === page.node);
  walkPages(own, [
    {
      text({ at: [x, y], marks }) {
        const mark = marks.findLast(({ id }) => id !== undefined);
        if (mark?.id !== undefined && !marks.some(({ tag }) => tag === 'Artifact'))
          texts.push({ x, y, row: mark.row, id: mark.id });
      },
    },
  ]);
  return texts;
}

/** The text at a place, or the nearest before it in its line; a baseline is below the middle of its line. */
function nearest(texts: readonly TaggedText[], { x, y }: { x: number; y: number }): TaggedText | undefined {
  const far = (one: TaggedText) => 8 * Math.abs(one.y + 3 - y) + (one.x > x + 2 ? 40 + one.x - x : x - one.x);
  return texts.reduce<TaggedText | undefined>((best, one) => (!best || far(one) < far(best) ? one : best), undefined);
}

/** The tags in which an annotation may stand. */
const holdsNotes = /^(?:P|H[1-6]?|LBody|TH|TD|Caption|Note|BlockQuote|Sect|Art|Div|Part|Document)$/;

function blockOf(text: TaggedText | undefined, { parentOf, top }: TagTree): PDFDict | undefined {
  let tag = text && parentOf(text.row, text.id);
  for (let depth = 0; tag && depth < 50 && !holdsNotes.test(nameAt(tag, 'S') ?? ''); depth++) tag = dictAt(tag, 'P');
  return tag && nameAt(tag, 'S') ? tag : top[0]?.dict;
}

/** Makes the tag of an annotation, the last in its block. */
function tagNote(
  document: PDFDocument,
  page: PDFPage,
  note: PDFDict,
  ref: PDFRef,
  block: PDFDict,
  root: PDFDict,
): void {
  const { context } = document;
  const parents = dictAt(root, 'ParentTree');
  if (!parents) return;
  const key = numberAt(root, 'ParentTreeNextKey') ?? 0;
  const tag = context.register(
    context.obj({
      Type: 'StructElem',
      S: 'Annot',
      P: refOf(document, block) ?? block,
      Pg: page.ref,
      K: { Type: 'OBJR', Obj: ref, Pg: page.ref },
    }),
  );
  const kids = block.get(PDFName.of('K'));
  const known = kids instanceof PDFArray ? kids.asArray() : itemsAt(block, 'K').length > 0 ? [kids] : [];
  const list = kids && context.lookup(kids) instanceof PDFArray ? (context.lookup(kids) as PDFArray).asArray() : known;
  block.set(PDFName.of('K'), context.obj([...(list as never[]), tag]));
  note.set(PDFName.of('StructParent'), context.obj(key));
  root.set(PDFName.of('ParentTreeNextKey'), context.obj(key + 1));
  const last = itemsAt(parents, 'Kids').map(asDict).at(-1);
  if (!last) {
    parents.set(PDFName.of('Nums'), context.obj([...(itemsRaw(parents, 'Nums') as never[]), context.obj(key), tag]));
    return;
  }
  last.set(PDFName.of('Nums'), context.obj([...(itemsRaw(last, 'Nums') as never[]), context.obj(key), tag]));
  const limits = last.lookup(PDFName.of('Limits'));
  if (limits instanceof PDFArray)
    last.set(PDFName.of('Limits'), context.obj([limits.get(0) as never, context.obj(key)]));
}

function itemsRaw(holder: PDFDict, key: string): unknown[] {
  const value = holder.lookup(PDFName.of(key));
  return value instanceof PDFArray ? value.asArray() : [];
}

/** The reference of a tag, as its first kid that names its parent has it. */
function refOf(document: PDFDocument, dict: PDFDict): PDFRef | undefined {
  for (const kid of itemsAt(dict, 'K').map(asDict)) {
    const parent = kid && refAt(kid, 'P');
    if (parent && document.context.lookup(parent) === dict) return parent;
  }
  const parent = dictAt(dict, 'P');
  for (const kid of itemsRaw(parent ?? dict, 'K'))
    if (document.context.lookup(kid as never) === dict) return kid as PDFRef;
  return undefined;
}
