import type { PDFRawStream } from '@cantoo/pdf-lib';
import { minScaleOf, scaleOf } from '../../pdf-reading/content/matrix.ts';
import type { Watcher } from '../../pdf-reading/content/painted.ts';
import { resourceReader } from '../../pdf-reading/content/resources.ts';
import { walkPages } from '../../pdf-reading/content/walk.ts';
import type { PdfPage } from '../../pdf-reading/pages.ts';
import { leastLine, speck } from './limits.ts';

/** A picture as it stands on a page. */
export interface Placement {
  /** From 1. */
  page: number;
  image: PDFRawStream;
  /** Of the picture. */
  pixels: { width: number; height: number };
  /** Pixels to the inch in the direction that has fewer. */
  ppi: number;
}

/** What pages show that a press may not be able to. */
export interface Look {
  /** How every picture is scaled. */
  placements: Placement[];
  /** The thinnest line of each page that has one that is too thin; PDF points. */
  hairlines: { page: number; width: number }[];
}

/** What was seen on pages so far. */
export interface Looking {
  /** Looks at one more page, as the browser drew it. */
  see(page: PdfPage): void;
  look(): Look;
}

export function startLooking(): Looking {
  const resourcesOf = resourceReader(false);
  const placements: Placement[] = [];
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
      // An area that is as thin as a line, and long, is one.
      const { values } = strokes ? state.stroke : state.fill;
      if (values.length !== 4 && values.every((value) => value === 1)) return; // White.
      const isLine = strokes || (fills && thin > 0 && long > speck);
      const width = strokes ? state.lineWidth * minScaleOf(state.matrix) : thin;
      if (isLine && width < Math.min(leastLine, thinnest.get(page.number) ?? leastLine))
        thinnest.set(page.number, width);
    },
  };
  return {
    see: (page) => walkPages([page], [watcher], resourcesOf),
    look: () => ({ placements, hairlines: [...thinnest].map(([page, width]) => ({ page, width })) }),
  };
}
