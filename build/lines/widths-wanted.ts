import { addsHyphen } from './breaks.ts';
import { hangsEnd, hangsStart } from './hanging.ts';
import type { WidthRequest } from './measure.ts';
import type { Gap, Word } from './word-cache.ts';

/** Yields all widths that are needed to make boxes of words and spaces. */
export function* widthsOf(entries: readonly (Word | Gap)[]): Generator<WidthRequest> {
  for (const entry of entries) {
    if (entry.kind === 'gap') yield { style: entry.style, text: entry.text, offsets: [1] };
    else yield* widthsOfWord(entry);
  }
}

function* widthsOfWord({ style, text, breaks, line }: Word): Generator<WidthRequest> {
  const inside = breaks.map(({ at }) => at).filter((at) => at < text.length);
  yield { style, text, offsets: [...inside, text.length] };
  if (breaks.some(({ kind }) => addsHyphen(kind))) yield { style, text: line.hyphen, offsets: [line.hyphen.length] };
  for (const at of [0, ...inside]) {
    const sign = text.charAt(at);
    if (hangsStart(sign, line) > 0) yield { style, text: sign, offsets: [1] };
  }
  for (const at of [...inside, text.length]) {
    const sign = text.charAt(at - 1);
    if (hangsEnd(sign, line) > 0) yield { style, text: sign, offsets: [1] };
  }
}
