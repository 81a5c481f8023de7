/**
 * When an edition was made, as it says of itself: the issue's date (YYYY, YYYY-MM or YYYY-MM-DD), or the seconds of
 * SOURCE_DATE_EPOCH where the builder sets it. Never the clock, so that the same issue gives the same bytes.
 */
export function madeOn(issueDate: string, epoch: string | undefined): Date {
  if (epoch && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000);
  const [year = '', month = '01', day = '01'] = issueDate.split('-');
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
}
