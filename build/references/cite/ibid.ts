/** The words of a citation within a sentence: the style’s “Ibid.” at their head is in lower case. */
export function withSmallIbid(html: string, ibid: string): string {
  const capital = ibid.charAt(0).toUpperCase() + ibid.slice(1);
  const [tags = ''] = /^(?:<[^>]*>)*/.exec(html) ?? [];
  return capital !== ibid && html.startsWith(capital, tags.length)
    ? tags + ibid + html.slice(tags.length + ibid.length)
    : html;
}
