import { otherUnit } from '../printed-unit.ts';

/**
 * The ids in other units that links of a printed unit lead to. The browser writes annotations uncompressed.
 */
export function idsElsewhere(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const opening = `(${otherUnit}`;
  const found = new Set<string>();
  for (let at = bytes.indexOf(opening); at >= 0; at = bytes.indexOf(opening, at + 1)) {
    const end = bytes.indexOf(')', at);
    if (end > 0) found.add(bytes.toString('latin1', at + opening.length, end));
  }
  return [...found];
}
