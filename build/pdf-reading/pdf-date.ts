/**
 * Converts a date of a PDF (`D:20150901000000+00'00'`) or of XMP (`2015-09-01T00:00:00Z`) to ISO 8601 in UTC, to the
 * second; missing parts are their first value (ISO 32000-1, 7.9.4). Undefined if it is neither.
 */
export function isoFromPdfDate(date: string): string | undefined {
  const match =
    /^(?:D:)?(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:T?(\d{2}):?(\d{2})?:?(\d{2})?(?:\.\d+)?)?)?)?(Z|[-+]\d{2}(?:[:']?\d{2})?'?)?(?:00'?)?$/.exec(
      date.trim().replace(/Z00'?00'?$/, 'Z'),
    );
  if (!match) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
  const offset =
    zone === 'Z' ? 'Z' : zone.replace(/[:']/g, '').replace(/^([-+]\d{2})(\d{2})?$/, (_, h, m = '00') => `${h}:${m}`);
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 19);
}
