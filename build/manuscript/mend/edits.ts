import { lastAtMost } from './last-at-most.ts';

/** A stretch of the source, from offset to offset, and what is read in its place. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** A text with edits made, and the way back to the places of the source. */
export interface Edited {
  text: string;
  /** The offset in the source of an offset in the text; of one in what an edit put in, where the edit begins. */
  back(offset: number): number;
  /** Whether a stretch of the text was taken over as it stood. */
  isWhole(from: number, to: number): boolean;
}

/** Makes edits that do not overlap. Of two at one place the first comes first. */
export function makeEdits(source: string, edits: readonly Edit[]): Edited {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  const pieces: string[] = [];
  // Where each stretch that was taken over begins: in the text, and in the source.
  const kept: { text: number; source: number; length: number }[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number): void => {
    kept.push({ text: length, source: from, length: to - from });
    pieces.push(source.slice(from, to));
    length += to - from;
  };
  for (const edit of sorted) {
    if (edit.from < from) continue;
    keep(edit.from);
    pieces.push(edit.text);
    length += edit.text.length;
    from = edit.to;
  }
  keep(source.length);
  const starts = kept.map(({ text }) => text);
  const at = (offset: number): number => lastAtMost(starts, offset);
  return {
    text: pieces.join(''),
    back(offset) {
      const stretch = kept[at(offset)] ?? { text: 0, source: 0, length: 0 };
      return stretch.source + Math.min(offset - stretch.text, stretch.length);
    },
    isWhole(start, end) {
      const stretch = kept[at(start)];
      return stretch !== undefined && end <= stretch.text + stretch.length;
    },
  };
}
