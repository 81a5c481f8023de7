/**
 * Sets the dates in the bytes of Chrome’s PDF, which contains the time of printing. Only digits are replaced: nothing
 * moves, so the file’s cross-reference table stays valid (ISO 32000-2, 7.9.4 for the form of a date).
 */
export function setDates(pdf: Uint8Array, date: Date): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const digits = date.toISOString().replace(/\D/g, '').slice(0, 14);
  for (const key of ['/CreationDate', '/ModDate']) {
    const at = bytes.indexOf(`${key} (D:`);
    if (at < 0) throw new Error(`The browser's PDF has no ${key}`);
    const end = bytes.indexOf(')', at);
    const before = bytes.toString('latin1', at, end);
    const after = before.replace(/D:\d{14}[-+]\d\d'\d\d'$/, `D:${digits}+00'00'`);
    if (!after.includes(digits)) throw new Error(`The browser's PDF has a date of a form that is not known: ${before}`);
    bytes.write(after, at, 'latin1');
  }
}
