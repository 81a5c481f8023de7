/**
 * Returns a text with the pieces that were taken out of it, such as floats, at the places where the wanted text has
 * them. The result equals the wanted text if the rest and the pieces together are exactly that, each once; else it
 * equals it as far as possible, followed by what is left over.
 */
export function reinsertPieces(wanted: string, rest: string, pieces: readonly string[]): string {
  const left = pieces.filter((piece) => piece !== '');
  let found = rest;
  let whole = '';
  for (let at = 0; at < wanted.length; ) {
    const same = sharedLength(wanted, at, found);
    whole += found.slice(0, same);
    found = found.slice(same);
    at += same;
    if (at === wanted.length) break;
    // A piece may begin like the text that follows it: go back until one fits.
    const back = stepBack(wanted, at, left, same);
    if (!back) break;
    found = whole.slice(whole.length - back.steps) + found;
    whole = whole.slice(0, whole.length - back.steps) + back.piece;
    at = whole.length;
    left.splice(left.indexOf(back.piece), 1);
  }
  return whole + found + left.join('');
}

function sharedLength(wanted: string, at: number, found: string): number {
  let length = 0;
  while (length < found.length && wanted[at + length] === found[length]) length++;
  return length;
}

function stepBack(
  wanted: string,
  at: number,
  pieces: readonly string[],
  most: number,
): { steps: number; piece: string } | undefined {
  for (let steps = 0; steps <= most; steps++) {
    const piece = pieces.find((one) => wanted.startsWith(one, at - steps));
    if (piece !== undefined) return { steps, piece };
  }
  return undefined;
}
