import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import type { Extent } from './extents.ts';

/** Begins content that is not part of the text and is not read (ISO 32000-1, 14.8.2.2). */
export const layoutArtifact = artifact('<</Type/Layout>>');
/** Begins content that the next page repeats, such as the head of a table. */
export const repeatedArtifact = artifact('<</Type/Pagination>>');

/**
 * Begins a running head or a folio, told apart by its position (table 330). `middle` is half the height of the page.
 */
export function runningHeadArtifact(extent: Extent, middle: number): Operation {
  const box = extent.map((value) => Number(value.toFixed(2))).join(' ');
  const [subtype, side] = extent[1] > middle ? ['Header', 'Top'] : ['Footer', 'Bottom'];
  return artifact(`<</Type/Pagination/Subtype/${subtype}/Attached[/${side}]/BBox[${box}]>>`);
}

function artifact(properties: string): Operation {
  return { operator: 'BDC', operands: ['/Artifact', properties] };
}
