/**
 * Finds where an address may be broken, as indexes of the characters that would begin the next line: after a slash, and
 * before a full stop and other punctuation, so that this is not taken for the end of a sentence; never at a hyphen,
 * which readers could not tell from one that belongs to the address. No single letter is left. A stretch that is longer
 * than a narrow line may be broken before its hyphens, `anywhere`, if nothing else helps.
 */
export function addressBreaks(text: string): Map<number, 'address' | 'anywhere'> {
  const breaks = new Map<number, 'address' | 'anywhere'>();
  // Punctuation that ends a sentence or closes a bracket is not part of the address.
  const end = text.replace(/[.,;:!?)\]}»”"’>]+$/u, '').length;
  const keeps = (index: number) => index > 3 && end - index >= minLength;
  for (const { index } of text.matchAll(
    /(?<=[^/:]\/)(?!\/)|(?<=[^/.?&=_@#%~+])(?<!\b10(?=\.\d{4}))(?=[.?&=_@#%~+][\p{L}\p{N}%/])/gu,
  ))
    if (keeps(index)) breaks.set(index, 'address');
  const edges = [0, ...breaks.keys(), end];
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1] as number, edges[i] as number];
    if (to - from <= maxUnbroken) continue;
    for (const { index } of text.slice(from, to).matchAll(/(?<=[\p{L}\p{N}]{2})(?=[-‐][\p{L}\p{N}]{2})/gu))
      if (keeps(from + index) && !breaks.has(from + index)) breaks.set(from + index, 'anywhere');
  }
  return breaks;
}

/** The fewest characters after a break. */
const minLength = 3;
/** The most characters that fit into any column. */
const maxUnbroken = 24;
