import { createHash } from 'node:crypto';
import { PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { Trimming } from '../../pages/in-page/page-rules.ts';
import { streamOf } from '../../pdf-reading/file/streams.ts';
import { boxesOfPage } from '../boxes.ts';
import type { DocumentFacts } from '../document-facts.ts';
import { startLink } from '../linking/link-parts.ts';
import { setMetadata } from '../metadata.ts';
import { claimPress, cutAndMark } from './cut-and-mark.ts';
import type { PressPdf } from './finish-press.ts';
import type { PageFindings } from './inspect-pages.ts';
import type { PressPart } from './press-part.ts';
import type { PressSettings } from './press-settings.ts';
import { packPressPages } from './separate-unit.ts';

/** The printer’s PDF, which grows by its units. */
export interface PressLink {
  /** Adds the next unit, whose part is not needed afterwards. `pdf` is what it was made from. */
  add: (part: PressPart, pdf: Uint8Array) => void;
  /**
   * Ends it, with empty pages that complete a multiple of `fill`. Pages in its findings are those of the file. `back`
   * is the back of a cover, which is the last page; the page before it, its inside, is empty.
   */
  finish: (fill: number, back?: { part: PressPart; pdf: Uint8Array }) => Promise<PressPdf>;
}

/** Begins to link the printer’s PDF from its units, in their order, by PDF/X-4 (ISO 15930-7:2010). */
export async function linkPress(about: DocumentFacts, trimming: Trimming, settings: PressSettings): Promise<PressLink> {
  const link = await startLink('1.6');
  const { context, catalog } = link.frame;
  const tree = link.reserve();
  const nodes: PDFRef[] = [];
  const findings: PageFindings<string> = { placements: [], hairlines: [] };
  const seed = createHash('sha256');
  let pages = 0;
  let producer = '';
  const add = ({ part, node, count }: Pick<PressPart, 'part' | 'node' | 'count'>) => {
    nodes.push(link.add(part, { imports: [tree] })(node));
    pages += count;
  };
  const addUnit = (part: PressPart, pdf: Uint8Array) => {
    const { placements, hairlines } = part.findings;
    for (const one of placements) findings.placements.push({ ...one, page: one.page + pages });
    for (const one of hairlines) findings.hairlines.push({ ...one, page: one.page + pages });
    producer ||= part.producer;
    seed.update(createHash('sha256').update(pdf).digest());
    add(part);
  };
  return {
    add: addUnit,
    finish: async (fill, back) => {
      const missing = emptyPagesFor(pages, fill, back !== undefined);
      if (missing > 0) add(await emptyPages(missing, trimming));
      if (back) addUnit(back.part, back.pdf);
      context.assign(tree, context.obj({ Type: 'Pages', Kids: nodes, Count: pages }));
      catalog.set(PDFName.of('Pages'), tree);
      if (producer) link.frame.setProducer(producer);
      claimPress(link.frame, settings);
      setMetadata(link.frame, about, { pdfx: 'PDF/X-4' }, seed.digest());
      return { pdf: await link.finish(), findings };
    },
  };
}

/**
 * The number of empty pages that complete a multiple of `fill`. With the back of a cover they stand before it, and are
 * one at least: its inside.
 */
export function emptyPagesFor(count: number, fill: number, hasBack: boolean): number {
  const inside = hasBack ? 1 : 0;
  return inside + ((fill - ((count + 2 * inside) % fill)) % fill);
}

/** A part of empty pages. */
async function emptyPages(count: number, trimming: Trimming): Promise<Pick<PressPart, 'part' | 'node' | 'count'>> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  for (let i = 0; i < count; i++) {
    const { node } = document.addPage([trimming.width, trimming.height]);
    node.set(PDFName.of('Contents'), context.register(streamOf(context, new Uint8Array())));
  }
  cutAndMark(document, (page) => boxesOfPage(page, trimming), trimming, []);
  return packPressPages(document);
}
