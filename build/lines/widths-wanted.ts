import { hangsEnd, hangsStart } from './hanging.ts';
import type { Entry } from './lexicon.ts';
import type { LineStyle } from './line-properties.ts';
import type { Wanted } from './measure.ts';
import type { Piece } from './pieces.ts';

/** All widths that a word’s boxes and penalties are made of. */
export function* widthsOfEntry({ style, text, breaks }: Entry, line: LineStyle): Generator<Wanted> {
  const inside = breaks.map(({ at }) => at).filter((at) => at < text.length);
  yield { style, text, offsets: [...inside, text.length] };
  if (breaks.some(({ kind }) => kind === 'hyphen')) yield { style, text: line.hyphen, offsets: [line.hyphen.length] };
  for (const at of [0, ...inside]) {
    const sign = text.charAt(at);
    if (hangsStart(sign, line) > 0) yield { style, text: sign, offsets: [1] };
  }
  for (const at of [...inside, text.length]) {
    const sign = text.charAt(at - 1);
    if (hangsEnd(sign, line) > 0) yield { style, text: sign, offsets: [1] };
  }
}

/** The widths of a part’s spaces. */
export function* widthsOfGaps(pieces: readonly Piece[]): Generator<Wanted> {
  for (const piece of pieces)
    if (piece.kind === 'gap') yield { style: piece.run.style, text: piece.text, offsets: [1] };
}
