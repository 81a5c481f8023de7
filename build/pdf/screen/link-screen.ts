import { createHash } from 'node:crypto';
import { PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { Sink } from '../../disk/output-files.ts';
import type { Issue } from '../../issue/model.ts';
import { type TermsBook, termsFor } from '../../theme/terms.ts';
import { aboveTarget, type FindTagPlace, issueBookmarks } from '../bookmarks.ts';
import { type DocumentFacts, describeIssue } from '../document-facts.ts';
import { claimReadable } from '../finish-readable.ts';
import { type LinkedFile, startLink } from '../linking/link-parts.ts';
import type { Bookmark } from '../outline.ts';
import { pageLabels } from '../page-labels.ts';
import type { TagPlace } from '../tags/retag.ts';
import { writeRoot } from '../tags/write-tree.ts';
import type { ScreenPart } from './screen-part.ts';

/** The screen PDF of an issue, which grows by its units. */
export interface ScreenLink {
  /** Adds the next unit, whose part is not needed afterwards. `folios` are those of its pages. */
  add: (part: ScreenPart, folios: readonly string[]) => Promise<void>;
  /** Ends it, with page labels, bookmarks and metadata. */
  finish: () => Promise<void>;
}

/** A place on a page of the file. */
interface LinkedPlace {
  page: PDFRef;
  top: number | null;
}

/** The parts of a screen PDF besides its units. */
export interface ScreenFrame {
  lang: string;
  bookmarks: (find: FindTagPlace, cover: PDFRef | undefined) => Bookmark[];
  /** The label of the cover’s pages. */
  cover: string;
  about: DocumentFacts;
}

/** The frame of the screen PDF of an issue. */
export function screenFrame(issue: Issue, terms: TermsBook): ScreenFrame {
  const { lang } = issue.journal;
  const words = termsFor(terms, lang);
  return {
    lang,
    bookmarks: (find, cover) => issueBookmarks(issue, words, find, cover),
    cover: words.cover ?? '',
    about: describeIssue(issue, words),
  };
}

/** Begins to link a screen PDF from its units, in their order. */
export async function linkScreen({ lang, bookmarks, cover, about }: ScreenFrame, sink: Sink): Promise<ScreenLink> {
  const link = await startLink('1.7', sink);
  const { context, catalog } = link.frame;
  const [tree, root, top] = [link.reserve(), link.reserve(), link.reserve()];
  const pages: PDFRef[] = [];
  const folios: string[] = [];
  const nodes: PDFRef[] = [];
  const sections: PDFRef[] = [];
  const parents: PDFRef[] = [];
  const ids: [id: string, ref: PDFRef][] = [];
  const destinations = new Map<string, PDFObject>();
  const places = new Map<string, LinkedPlace>();
  const wanted = new Set<string>();
  const seed = createHash('sha256');
  let keys = 0;
  let producer = '';
  return {
    add: async (part, its) => {
      const refOf = await link.add(part.part, { imports: [tree, root, top], firstKey: keys });
      const own = part.pages.map(refOf);
      pages.push(...own);
      folios.push(...its);
      nodes.push(refOf(part.node));
      sections.push(...part.sections.map(refOf));
      if (part.keys > 0) parents.push(refOf(part.parents));
      keys += part.keys;
      ids.push(...part.ids.map(([id, object]) => [id, refOf(object)] as [string, PDFRef]));
      for (const [id, page, rest] of part.destinations)
        destinations.set(id, context.obj([own[page] as PDFRef, ...rest] as never));
      for (const [id, page, above] of part.places) places.set(id, { page: own[page] as PDFRef, top: above });
      for (const id of part.wanted) wanted.add(id);
      producer ||= part.producer;
      seed.update(part.seed);
    },
    finish: async () => {
      addWanted(link, wanted, destinations, places);
      const names = [...destinations].sort(([one], [other]) => (one < other ? -1 : 1));
      const dests = context.obj({});
      for (const [id, place] of names) dests.set(PDFName.of(id), place);
      if (names.length > 0) catalog.set(PDFName.of('Dests'), context.register(dests));
      context.assign(tree, context.obj({ Type: 'Pages', Kids: nodes, Count: pages.length }));
      catalog.set(PDFName.of('Pages'), tree);
      ids.sort(([one], [other]) => (one < other ? -1 : 1));
      writeRoot(link.frame, { root, top, kids: sections, lang, parents: { Kids: parents }, keys, ids });
      if (producer) link.frame.setProducer(producer);
      const find = (id: string): TagPlace | undefined => {
        const { page, top: height } = places.get(id) ?? {};
        return page && typeof height === 'number' ? { page, top: height } : undefined;
      };
      await claimReadable(link.frame, {
        bookmarks: bookmarks(find, pages[0]),
        labels: pageLabels(folios, cover),
        about,
        seed: seed.digest(),
      });
      await link.finish();
    },
  };
}

/** Adds destinations for links from one unit to another, which the browser does not know of. */
function addWanted(
  { frame: { context } }: LinkedFile,
  wanted: ReadonlySet<string>,
  destinations: Map<string, PDFObject>,
  places: ReadonlyMap<string, LinkedPlace>,
): void {
  for (const id of wanted) {
    const place = places.get(id);
    if (place && !destinations.has(id))
      destinations.set(
        id,
        context.obj([
          place.page,
          'XYZ',
          0,
          place.top === null ? null : Number((place.top + aboveTarget).toFixed(2)),
          0,
        ] as never),
      );
  }
}
