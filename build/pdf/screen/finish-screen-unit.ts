import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { placeFinder } from '../bookmarks.ts';
import { keepPages } from '../keep-pages.ts';
import { packObjects } from '../linking/pack-objects.ts';
import type { OpenedUnit } from '../opened-unit.ts';
import type { LinkTarget } from '../tags/links.ts';
import { markedPage } from '../tags/marked-pages.ts';
import { tagsOfFirstPages } from '../tags/read-printed-tags.ts';
import { retag } from '../tags/retag.ts';
import type { TagElements } from '../tags/write-elements.ts';
import type { ScreenPart } from './screen-part.ts';

/** The names of the targets of links, by their ids. A target in another unit that has no name is in none. */
export type LinkNames = Readonly<Record<string, string>>;

/**
 * Finishes a unit for the screen PDF: with corrected characters, pictures of a screen’s size, pages that are cut to
 * their trimmed size, tags and links.
 */
export async function finishScreenUnit(opened: OpenedUnit, names: LinkNames): Promise<ScreenPart> {
  const { unit, marked } = opened;
  const { name, pdf, count, tags: plan, survey } = unit;
  const document = await opened.openForScreen();
  keepPages(document, 0, count);
  const pages = document.getPages();
  const wanted = new Set<string>();
  const { elements, places } = retag(document, {
    pages: new Map(pages.entries()),
    plan,
    printed: tagsOfFirstPages(count, opened.tags()),
    resolveLink: (target) => {
      if ('address' in target) return { target, name: nameOfAddress(target) };
      const its = Object.hasOwn(names, target.id) ? names[target.id] : undefined;
      if (target.elsewhere && its === undefined) return undefined;
      if (target.elsewhere) wanted.add(target.id);
      return { target, name: its ?? target.id };
    },
    shared: {
      keep: (number, streams) => {
        const page = markedPage(document, streams);
        if (page) marked.set(number, page);
      },
    },
    prefix: `${name}-`,
  });
  const numbers = new Map(pages.map(({ ref }, number) => [ref, number]));
  const find = placeFinder(plan, places);
  const { part, objectOf, ...objects } = await packPages(document, elements);
  return {
    part,
    ...objects,
    ids: elements.ids.map(([id, ref]) => [id, objectOf(ref)]),
    destinations: destinationsOn(document, numbers),
    places: survey.ids.map(([id, page]) => {
      const place = find(id);
      return place ? [id, numbers.get(place.page) ?? 0, place.top] : [id, page - 1, null];
    }),
    wanted: [...wanted].sort(),
    producer: document.getProducer() ?? '',
    seed: createHash('sha256').update(pdf).digest('hex'),
  };
}

/** The name of an address for readers. */
export function nameOfAddress({ address }: Extract<LinkTarget, { address: string }>): string {
  return address.replace(/^mailto:/, '');
}

/** Packs the pages of a document, with a page tree and a parent tree of their own, and their tags. */
async function packPages(document: PDFDocument, { root, top, kids, parents, keys }: TagElements) {
  const { context } = document;
  const [pagesRoot, node, parentsNode] = [context.nextRef(), context.nextRef(), context.nextRef()];
  const refs = document.getPages().map(({ ref }) => ref);
  for (const page of document.getPages()) page.node.set(PDFName.of('Parent'), node);
  context.assign(node, context.obj({ Type: 'Pages', Parent: pagesRoot, Kids: refs, Count: refs.length }));
  const keyOf = (number: number): PDFNumber => {
    const key = PDFNumber.of(number);
    keys.add(key);
    return key;
  };
  const nums = parents.flatMap((value, key) => [keyOf(key), value]);
  const limits = [keyOf(0), keyOf(Math.max(0, parents.length - 1))];
  context.assign(parentsNode, context.obj({ Limits: limits, Nums: nums } as never));
  // Content of the document’s element is an object of its own, so that other parts can follow it.
  const sections = kids.map((kid) => (kid instanceof PDFRef ? kid : context.register(kid)));
  const { part, objectOf } = await packObjects({
    context,
    roots: [node, ...refs, ...sections, parentsNode],
    imports: new Map([pagesRoot, root, top].map((ref, index) => [ref, index])),
    keys,
  });
  return {
    part,
    objectOf,
    node: objectOf(node),
    pages: refs.map(objectOf),
    sections: sections.map(objectOf),
    parents: objectOf(parentsNode),
    keys: parents.length,
  };
}

/** The destinations on a document’s pages, sorted by their names. */
function destinationsOn({ catalog }: PDFDocument, numbers: ReadonlyMap<PDFRef, number>): ScreenPart['destinations'] {
  const all = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const found = (all?.keys() ?? []).flatMap((name): ScreenPart['destinations'] => {
    const place = all?.lookup(name);
    const page = place instanceof PDFArray ? numbers.get(place.get(0) as PDFRef) : undefined;
    if (!(place instanceof PDFArray) || page === undefined) return [];
    return [[name.decodeText(), page, place.asArray().slice(1).map(plainValue)]];
  });
  return found.sort(([one], [other]) => (one < other ? -1 : 1));
}

function plainValue(value: PDFObject): string | number | null {
  if (value instanceof PDFNumber) return value.asNumber();
  return value instanceof PDFName ? value.decodeText() : null;
}
