/**
 * Renumbers the ids of tags in the bytes of a PDF. Chrome names the head cells of a table in a PDF’s tags
 * `node00000388`, by the number of nodes that its process had made before, which differs each time. Only digits are
 * replaced: the ids keep their length and their order, which the id tree needs (ISO 32000-2, 14.7.5.4).
 */
export function renumberTagIds(pdf: Uint8Array): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const places: { at: number; number: number }[] = [];
  for (let at = bytes.indexOf(opening); at >= 0; at = bytes.indexOf(opening, at + 1)) {
    const digits = /^\(node(\d{8})\)$/.exec(bytes.toString('latin1', at, at + 14))?.[1];
    if (digits) places.push({ at, number: Number(digits) });
  }
  const order = [...new Set(places.map(({ number }) => number))].sort((a, b) => a - b);
  const renumbered = new Map(order.map((number, index) => [number, String(index + 1).padStart(8, '0')]));
  for (const { at, number } of places) bytes.write(renumbered.get(number) as string, at + opening.length, 'latin1');
}

const opening = '(node';
