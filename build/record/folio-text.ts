/**
 * The text at a place for a folio: the folio of the element with the id `of`. If `to` has ids, separated by spaces, the
 * text is the end of a range: `–13` for the last of their pages, or nothing if that is the page of `of`. Undefined if a
 * page is not known. It runs in the browser, too.
 */
export function folioText(
  of: string,
  to: string | undefined,
  folioOf: (id: string) => string | undefined,
): string | undefined {
  const first = folioOf(of);
  if (first === undefined || !to) return first;
  const last = Math.max(...to.split(' ').map((id) => Number(folioOf(id))));
  if (Number.isNaN(last)) return undefined;
  return last > Number(first) ? `\u2013${last}` : '';
}
