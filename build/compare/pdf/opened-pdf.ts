import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PaintedPiece } from '../../check/words/painted-texts.ts';
import type { Watcher } from '../../pdf-reading/content/painted.ts';
import { walkPages } from '../../pdf-reading/content/walk.ts';
import { numberAt } from '../../pdf-reading/file/objects.ts';
import { Unreadable } from '../../pdf-reading/file/unreadable.ts';
import { readPageLabels } from '../../pdf-reading/page-labels.ts';
import { collectSigns, type PageSign } from '../../pdf-reading/page-signs.ts';
import { boxOf, holderOf, type Rectangle } from '../../pdf-reading/pages.ts';
import { type Pdf, readOwnPdf, readPdf } from '../../pdf-reading/read-pdf.ts';
import { contentKey } from '../../pdf-reading/tags.ts';
import type { ComparedEdition } from '../edition.ts';
import { Incomparable } from '../incomparable.ts';

/** The PDF of an edition, opened to be read. */
export interface OpenedPdf {
  pdf: Pdf;
  /** The label of each page that readers see; its place in the file where it has none. */
  labels: string[];
  /** The letters of a page, by its index from 0. */
  signs(page: number): PageSign[];
  /** The edges of a page as it is seen, before it is turned. */
  box(page: number): Rectangle;
  /** How often a page is turned to the right by a quarter, from 0 to 3. */
  turns(page: number): number;
}

/** Opens an edition’s PDF. Throws {@link Incomparable}, which says what is wrong with it. */
export async function openEditionPdf({ name, pdf: path = '' }: ComparedEdition): Promise<OpenedPdf> {
  const bytes = await readFile(path);
  try {
    const pdf = await pdfIn(bytes);
    const labels = readPageLabels(pdf.catalog, pdf.pages.length);
    return {
      pdf,
      labels: typeof labels === 'string' ? pdf.pages.map(({ number }) => String(number)) : labels,
      signs(page) {
        const one = pdf.pages[page];
        const { pages, watcher } = collectSigns();
        if (one) walkPages([one], [watcher]);
        return pages.get(one?.number ?? 0) ?? [];
      },
      box(page) {
        const one = pdf.pages[page];
        return (one && (boxOf(one, 'CropBox') ?? boxOf(one, 'MediaBox'))) ?? [0, 0, 595, 842];
      },
      turns(page) {
        const one = pdf.pages[page];
        const degrees = (one && numberAt(holderOf(one, 'Rotate'), 'Rotate')) ?? 0;
        return (((degrees / 90) % 4) + 4) % 4;
      },
    };
  } catch (error) {
    throw pdfFault(name, error);
  }
}

/** The message about a PDF that cannot be read; any other error is given back. */
export function pdfFault(name: string, error: unknown): unknown {
  if (!(error instanceof Unreadable)) return error;
  if (!error.expected) return new Incomparable(`The PDF of ${name} cannot be compared. ${error.message}.`);
  return new Incomparable(`The PDF of ${name} cannot be compared. ${error.message}. It should be ${error.expected}.`);
}

/** Our own PDFs are read faster. */
async function pdfIn(bytes: Uint8Array): Promise<Pdf> {
  try {
    const pdf = readOwnPdf(bytes);
    // Objects are read when they are looked up.
    if (pdf.tags) return pdf;
  } catch {
    // Another program made it.
  }
  return readPdf(bytes);
}

/** Hashes of the data of pictures, by the key of the marked content that each is in, and by their pages. */
export function collectPictures(): { pictures: Map<string, string[]>; byPage: string[][]; watcher: Watcher } {
  const pictures = new Map<string, string[]>();
  const byPage: string[][] = [];
  return {
    pictures,
    byPage,
    watcher: {
      page: () => void byPage.push([]),
      image({ marks, stream }) {
        if (!stream) return;
        const hash = createHash('sha256').update(stream.contents).digest('hex');
        byPage.at(-1)?.push(hash);
        const mark = marks.findLast(({ id }) => id !== undefined);
        if (!mark) return;
        const key = contentKey(mark.row, mark.id);
        pictures.set(key, [...(pictures.get(key) ?? []), hash]);
      },
    },
  };
}

/** A hash of the words of a page and where they stand, and of its pictures. */
export function hashOfPage(pieces: readonly PaintedPiece[], pictures: readonly string[]): string {
  const round = (number: number) => Math.round(number * 2);
  const told = pieces.map(({ text, from, to }) => [text, round(from.x), round(from.y), round(to.x), round(from.size)]);
  return createHash('sha256')
    .update(JSON.stringify([told, pictures]))
    .digest('hex');
}
