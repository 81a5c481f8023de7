import type { PDFRawStream } from '@cantoo/pdf-lib';
import { minScaleOf, scaleOf } from '../../pdf-reading/content/matrix.ts';
import type { Watcher } from '../../pdf-reading/content/painted.ts';
import { resourceReader } from '../../pdf-reading/content/resources.ts';
import { walkPages } from '../../pdf-reading/content/walk.ts';
import type { PdfPage } from '../../pdf-reading/pages.ts';
import { minLineWidth, speck } from './limits.ts';

/** A picture in its place on a page. `Image` tells pictures apart. */
export interface PicturePlacement<Image = PDFRawStream> {
  /** From 1. */
  page: number;
  image: Image;
  /** The picture’s own size. */
  pixels: { width: number; height: number };
  /** Pixels to the inch, in the direction that has fewer. */
  ppi: number;
}

/** Content of pages that a press may not print well. */
export interface PageFindings<Image = PDFRawStream> {
  /** Every picture, with its resolution. */
  placements: PicturePlacement<Image>[];
  /** The thinnest line of each page that has one below the limit; PDF points. */
  hairlines: { page: number; width: number }[];
}

/** Collects findings from pages. */
export interface PageInspector {
  /** Inspects one more page, as the browser drew it. */
  inspect(page: PdfPage): void;
  findings(): PageFindings;
}

export function startInspector(): PageInspector {
  const resourcesOf = resourceReader(false);
  const placements: PicturePlacement[] = [];
  const thinnest = new Map<number, number>();
  const watcher: Watcher = {
    image({ page, stream, width, height, state }) {
      const { x, y } = scaleOf(state.matrix);
      if (!stream || Math.min(x, y) < speck) return;
      const ppi = Math.min((width / x) * 72, (height / y) * 72);
      placements.push({ page: page.number, image: stream, pixels: { width, height }, ppi });
    },
    path({ page, state, box: [left, bottom, right, top], strokes, fills }) {
      const [thin = 0, long = 0] = [right - left, top - bottom].sort((one, other) => one - other);
      // A long area that is as thin as a line counts as a line.
      const { values } = strokes ? state.stroke : state.fill;
      if (values.length !== 4 && values.every((value) => value === 1)) return; // White.
      const isLine = strokes || (fills && thin > 0 && long > speck);
      const width = strokes ? state.lineWidth * minScaleOf(state.matrix) : thin;
      if (isLine && width < Math.min(minLineWidth, thinnest.get(page.number) ?? minLineWidth))
        thinnest.set(page.number, width);
    },
  };
  return {
    inspect: (page) => walkPages([page], [watcher], resourcesOf),
    findings: () => ({ placements, hairlines: [...thinnest].map(([page, width]) => ({ page, width })) }),
  };
}
