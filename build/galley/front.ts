/**
 * Whether an empty page has to come before the contents, so that they open on a recto. Chrome takes `break-before: recto` for any page. `front-end`
 * is the last line of the masthead and board; until its folio is known, it is taken to stand on the verso of the title page.
 */
export function needsBlank(folios: ReadonlyMap<string, string>, firstPage: number): boolean {
  const end = folios.get('front-end');
  return end !== undefined && (Number(end) - firstPage) % 2 === 0;
}
