/**
 * Returns the creation date that an edition states: the issue’s date (YYYY, YYYY-MM or YYYY-MM-DD), or the one that the
 * builder sets. Never the clock, so that the same issue gives the same bytes.
 */
export function creationDate(issueDate: string, set: Date | undefined): Date {
  if (set) return set;
  const [year = '', month = '01', day = '01'] = issueDate.split('-');
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}

/**
 * Reads the date that the builder sets, in the seconds of SOURCE_DATE_EPOCH; undefined if it is not set. Nothing else
 * reads it.
 */
export function sourceDateEpoch(): Date | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
}
