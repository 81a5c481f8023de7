import { createHash } from 'node:crypto';
import { PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import type { Sink } from '../../disk/output-files.ts';
import type { Trimming } from '../../pages/in-page/page-rules.ts';
import { streamOf } from '../../pdf-reading/file/streams.ts';
import { boxesOfPage } from '../boxes.ts';
import type { DocumentFacts } from '../document-facts.ts';
import { startLink } from '../linking/link-parts.ts';
import { setMetadata } from '../metadata.ts';
import { claimPress, cutAndMark } from './cut-and-mark.ts';
import type { PageFindings } from './inspect-pages.ts';
import type { PressPart } from './press-part.ts';
import type { PressSettings } from './press-settings.ts';
import { packPressPages } from './separate-unit.ts';

/** The printer’s PDF, which grows by its units. */
export interface PressLink {
  /** Adds the next unit, whose part is not needed afterwards. */
  add: (part: PressPart) => Promise<void>;
  /**
   * Ends it, with empty pages that complete a multiple of `fill`. `back` is the back of a cover, which is the last
   * page; the page before it, its inside, is empty. Returns what was found on its pages, by their numbers in the file.
   */
  finish: (fill: number, back?: PressPart) => Promise<PageFindings<string>>;
}

/** Begins to link the printer’s PDF from its units, in their order, by PDF/X-4 (ISO 15930-7:2010). */
export async function linkPress(
  about: DocumentFacts,
  trimming: Trimming,
  settings: PressSettings,
  sink: Sink,
): Promise<PressLink> {
  const link = await startLink('1.6', sink);
  const { context, catalog } = link.frame;
  const tree = link.reserve();
  const nodes: PDFRef[] = [];
  const findings: PageFindings<string> = { placements: [], hairlines: [] };
  const seed = createHash('sha256');
  let pages = 0;
  let producer = '';
  const add = async ({ part, node, count }: Pick<PressPart, 'part' | 'node' | 'count'>) => {
    const refOf = await link.add(part, { imports: [tree] });
    nodes.push(refOf(node));
    pages += count;
  };
  const addUnit = async (part: PressPart) => {
    const { placements, hairlines } = part.findings;
    for (const one of placements) findings.placements.push({ ...one, page: one.page + pages });
    for (const one of hairlines) findings.hairlines.push({ ...one, page: one.page + pages });
    producer ||= part.producer;
    seed.update(Buffer.from(part.seed, 'hex'));
    await add(part);
  };
  return {
    add: addUnit,
    finish: async (fill, back) => {
      const missing = emptyPagesFor(pages, fill, back !== undefined);
      if (missing > 0) await add(await emptyPages(missing, trimming));
      if (back) await addUnit(back);
      context.assign(tree, context.obj({ Type: 'Pages', Kids: nodes, Count: pages }));
      catalog.set(PDFName.of('Pages'), tree);
      if (producer) link.frame.setProducer(producer);
      claimPress(link.frame, settings);
      setMetadata(link.frame, about, { pdfx: 'PDF/X-4' }, seed.digest());
      await link.finish();
      return findings;
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
