/**
 * Returns the creation date that an edition states: the issue’s date (YYYY, YYYY-MM or YYYY-MM-DD), or the one that the
 * builder sets. Never the clock, so that the same issue gives the same bytes.
 */
export function creationDate(issueDate: string, fixed: Date | undefined): Date {
  if (fixed) return fixed;
  const [year = '', month = '01', day = '01'] = issueDate.split('-');
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}

/** Returns the date that the builder sets by SOURCE_DATE_EPOCH, in seconds; undefined if it is not set. Only read here. */
export function fixedDate(): Date | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
}
