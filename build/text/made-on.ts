/**
 * When an edition was made, as it says of itself: the issue's date (YYYY, YYYY-MM or YYYY-MM-DD), or the one that the
 * builder sets. Never the clock, so that the same issue gives the same bytes.
 */
export function madeOn(issueDate: string, set: Date | undefined): Date {
  if (set) return set;
  const [year = '', month = '01', day = '01'] = issueDate.split('-');
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}

/** The date that the builder sets, in the seconds of SOURCE_DATE_EPOCH; undefined where there is none. It is read here alone. */
export function dateSet(): Date | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
}
