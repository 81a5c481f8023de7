/**
 * Where an address may be broken, as an index of the character that would begin the next line: after a slash, before a full stop and other
 * signs, so that nobody takes the sign for the end of a sentence; never at a hyphen, of which nobody could tell whether it belongs to it. It
 * leaves no single letter. A stretch that is longer than a narrow line may be broken before its hyphens, `anywhere`, if nothing else helps.
 */
export function addressBreaks(text: string): Map<number, 'address' | 'anywhere'> {
  const breaks = new Map<number, 'address' | 'anywhere'>();
  // Marks that end a sentence or close a bracket are no part of it.
  const end = text.replace(/[.,;:!?)\]}»”"’>]+$/u, '').length;
  const keeps = (index: number) => index > 3 && end - index >= least;
  for (const { index } of text.matchAll(
    /(?<=[^/:]\/)(?!\/)|(?<=[^/.?&=_@#%~+])(?<!\b10(?=\.\d{4}))(?=[.?&=_@#%~+][\p{L}\p{N}%/])/gu,
  ))
    if (keeps(index)) breaks.set(index, 'address');
  const edges = [0, ...breaks.keys(), end];
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1] as number, edges[i] as number];
    if (to - from <= longest) continue;
    for (const { index } of text.slice(from, to).matchAll(/(?<=[\p{L}\p{N}]{2})(?=[-‐][\p{L}\p{N}]{2})/gu))
      if (keeps(from + index) && !breaks.has(from + index)) breaks.set(from + index, 'anywhere');
  }
  return breaks;
}

/** Letters that have to follow a break. */
const least = 3;
/** Letters that fit into any column. */
const longest = 24;
