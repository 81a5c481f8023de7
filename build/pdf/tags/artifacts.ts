import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import type { Extent } from './extents.ts';

/** Marks of what is no part of the text (ISO 32000-1, 14.8.2.2): it is not read. */
export const layout = artifact('<</Type/Layout>>');
/** What the next page has once more, such as the head of a table. */
export const repeated = artifact('<</Type/Pagination>>');

/** A running head or a folio, by where it stands (table 330). `middle` is half the height of the page. */
export function runningHead(extent: Extent, middle: number): Operation {
  const box = extent.map((value) => Number(value.toFixed(2))).join(' ');
  const [subtype, side] = extent[1] > middle ? ['Header', 'Top'] : ['Footer', 'Bottom'];
  return artifact(`<</Type/Pagination/Subtype/${subtype}/Attached[/${side}]/BBox[${box}]>>`);
}

function artifact(properties: string): Operation {
  return { operator: 'BDC', operands: ['/Artifact', properties] };
}
