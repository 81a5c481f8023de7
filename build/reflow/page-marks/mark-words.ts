/**
 * Puts a marker into the text of an XHTML document before the first place, between two offsets, where words follow one
 * another; markup between them does not count. It is for texts that come from no manuscript and have no place of their
 * own: an article’s opening, the notes on its authors, the masthead. In a contents, whose lists may hold nothing except
 * links and their names, the marker goes inside the link. Returns undefined if the words are not there.
 */
export function markWords(
  document: string,
  words: string,
  marker: (inContents: boolean) => string,
  { from, to }: { from: number; to: number },
): string | undefined {
  const wanted = words.replaceAll('\u00ad', '').split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return undefined;
  const found = wordsIn(document).filter(({ at }) => at >= from && at < to);
  // Where a block ends among the words, the book may go on differently from the page: a printed contents has folios.
  let at: number | undefined;
  for (let count = wanted.length; count > 0 && at === undefined; count--) {
    const places = found.filter((_, i) => wanted.slice(0, count).every((word, k) => found[i + k]?.word === word));
    if (count > 1 || places.length === 1) at = places[0]?.at;
  }
  if (at === undefined) return undefined;
  if (document.lastIndexOf('<nav', at) > document.lastIndexOf('</nav', at))
    return document.slice(0, at) + marker(true) + document.slice(at);
  // The marker goes before a link or emphasis, not into it as its first child.
  const outer = /(?:<(?:a|b|i|em|strong|cite|q|span)\b[^>]*>)+$/.exec(document.slice(0, at))?.index ?? at;
  return document.slice(0, outer) + marker(false) + document.slice(outer);
}

/** The words of a document’s body, and the offsets at which they begin. */
function wordsIn(document: string): { word: string; at: number }[] {
  const words: { word: string; at: number }[] = [];
  let open: { word: string; at: number } | undefined;
  const body = document.indexOf('<body');
  const parts = /<!--[\s\S]*?-->|<(\/?)([\w:-]+)[^>]*>|&(#?\w+);|\s+|[^<&\s]+/g;
  parts.lastIndex = Math.max(0, body);
  for (const match of document.matchAll(parts)) {
    const [all, , tag, entity] = match;
    if (tag ? !inline.test(tag) : /^\s/.test(all) || spaces.has(entity ?? '')) open = undefined;
    if (tag || all.startsWith('<!--') || /^\s/.test(all) || spaces.has(entity ?? '')) continue;
    if (!open) {
      open = { word: '', at: match.index };
      words.push(open);
    }
    open.word += entity ? decode(entity) : all;
  }
  return words;
}

/** Elements that do not part words. */
const inline = /^(a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr)$/;

/** References to characters that part words. */
const spaces = new Set(['#160', '#xa0', '#xA0', '#8239', 'nbsp']);

function decode(entity: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  const [, hex, number] = /^#(x?)([\da-f]+)$/i.exec(entity) ?? [];
  return number ? String.fromCodePoint(Number.parseInt(number, hex ? 16 : 10)) : (named[entity] ?? `&${entity};`);
}
