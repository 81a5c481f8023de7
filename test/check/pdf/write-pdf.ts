/**
 * A PDF of objects that are written out, the first of which is the catalogue: `['<< /Type /Catalog /Pages 2 0 R >>', …]`. Streams are given as
 * `{ dict: '/Filter /FlateDecode', data }`.
 */
export function writePdf(objects: readonly (string | { dict: string; data: Uint8Array })[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.6\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [i, object] of objects.entries()) {
    places.push(length());
    parts.push(Buffer.from(`${i + 1} 0 obj\n`));
    if (typeof object === 'string') parts.push(Buffer.from(object, 'latin1'));
    else {
      parts.push(Buffer.from(`<< ${object.dict} /Length ${object.data.length} >>\nstream\n`, 'latin1'));
      parts.push(Buffer.from(object.data), Buffer.from('\nendstream'));
    }
    parts.push(Buffer.from('\nendobj\n'));
  }
  const start = length();
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${end}`));
  return Buffer.concat(parts);
}

/** One page, which paints this, with these resources; more objects from number 5 on. */
export function pageWith(
  content: string,
  resources = '',
  more: Parameters<typeof writePdf>[0] = [],
  page = '',
  trailer = '',
): Uint8Array {
  return writePdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
      { dict: '', data: Buffer.from(content, 'latin1') },
      ...more,
    ],
    trailer,
  );
}

/** One page with tags under the first, which is written out; text 0, 1, 2 is marked `P` with that number. More objects from number 8 on. */
export function taggedPage(
  top: string,
  more: Parameters<typeof writePdf>[0] = [],
  catalog = '',
  text = defaultText,
  root = '',
): Uint8Array {
  return writePdf([
    `<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R /MarkInfo << /Marked true >> ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /StructParents 0 /Resources << /Font << /F 7 0 R >> >> >>',
    { dict: '', data: Buffer.from(text, 'latin1') },
    `<< /Type /StructTreeRoot /K 6 0 R /ParentTree << /Nums [0 [6 0 R 6 0 R 6 0 R]] >> ${root} >>`,
    top,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...more,
  ]);
}

const defaultText = '/P <</MCID 0>> BDC BT /F 9 Tf (a) Tj ET EMC';
