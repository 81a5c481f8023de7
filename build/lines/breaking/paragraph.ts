/*
 * What is known of each place where a line may begin or end: numbers in a row, in this order. Of the line that begins there: where its first sign
 * stands, in px from the paragraph’s beginning, less what hangs; the width of spaces before it, in px; the number of letters before it times their font size; the
 * number of spaces before it; how far its first sign hangs, in px; the index of its first character in the text.
 */
export const start = 0;
export const startGlue = 1;
export const startLetters = 2;
export const startGaps = 3;
export const hangStart = 4;
export const begins = 5;
/*
 * Of the line that ends there: where it ends, with a hyphen that is added, less what hangs; the same sums; how far it hangs; the index of the first
 * character after it.
 */
export const end = 6;
export const endGlue = 7;
export const endLetters = 8;
export const endGaps = 9;
export const hangEnd = 10;
export const stops = 11;
/* Where it ends without hyphen and hang; what it costs to end it there; what is there, a sum of the signs below. */
export const bare = 12;
export const cost = 13;
export const sign = 14;
/* How many numbers that is. */
export const fields = 15;

/** A line that ends here ends in a hyphen, the author’s own or one that is added; one is added; here is a space. */
export const hyphenHere = 1;
export const addedHere = 2;
export const spaceHere = 4;

/**
 * A paragraph as the breaker takes it: boxes, glue and penalties, summed up for each place where a line may begin or end, so that any line is
 * measured by subtraction. Place 0 is the paragraph’s beginning, the last its end; without a box it has none.
 */
export interface Paragraph {
  /** How many places there are. */
  size: number;
  /** By place, the numbers above. */
  at: Float64Array;
  /** The furthest that anything hangs over an edge, in px. */
  widestHang: number;
}

/** A paragraph that is being put together. */
export interface Draft extends Paragraph {
  /** Sums so far. */
  width: number;
  glue: number;
  letters: number;
  gaps: number;
  /** The first place that no box has followed yet. */
  open: number;
  hangEnd: number;
  afterGlue: boolean;
}

/** An empty paragraph with room for so many places, its beginning and end not counted. It is put into `old`, if that is large enough. */
export function newParagraph(most: number, old?: Float64Array): Draft {
  const size = (most + 2) * fields;
  const at = old && old.length >= size ? old : new Float64Array(size);
  return { size: 1, at, widestHang: 0, width: 0, glue: 0, letters: 0, gaps: 0, open: 0, hangEnd: 0, afterGlue: false };
}

/**
 * Adds a piece that is never parted. `from` is the index of its first character in the text; `letters` is what there is to be spaced out, the font
 * size times the number of its letters; `hangsBefore` and `hangsAfter` are how far its first sign stands out to the left where a line begins with
 * it, and its last to the right where one ends with it; all in px.
 */
export function addBox(
  draft: Draft,
  from: number,
  width: number,
  letters: number,
  hangsBefore: number,
  hangsAfter: number,
): void {
  const { at } = draft;
  for (; draft.open < draft.size; draft.open++) {
    const here = draft.open * fields;
    at[here + start] = draft.width + hangsBefore;
    at[here + startGlue] = draft.glue;
    at[here + startLetters] = draft.letters;
    at[here + startGaps] = draft.gaps;
    at[here + hangStart] = hangsBefore;
    at[here + begins] = from;
  }
  draft.width += width;
  draft.letters += letters;
  draft.hangEnd = hangsAfter;
  draft.afterGlue = false;
  if (hangsBefore > draft.widestHang) draft.widestHang = hangsBefore;
  if (hangsAfter > draft.widestHang) draft.widestHang = hangsAfter;
}

/**
 * Adds a space of a width in px; `gives` is the width that it counts as where its line is stretched or shrunk. A line may end before it, and then it is gone, unless it
 * does not break.
 */
export function addGlue(draft: Draft, from: number, width: number, gives: number, breaks: boolean): void {
  if (breaks && !draft.afterGlue && draft.open > 0) addPlace(draft, from, 0, 0, draft.hangEnd, spaceHere);
  draft.width += width;
  draft.glue += gives;
  draft.gaps++;
  draft.afterGlue = true;
}

/**
 * Adds a place where a line may end inside a word. A space costs nought; `width` is that of the hyphen that is added when the line ends here, or
 * nought; `hang` is how far the line’s last sign, the hyphen if there is one, stands out; both in px. `hyphen` is whether the line then ends in a
 * hyphen, added or the author’s own.
 */
export function addPenalty(
  draft: Draft,
  from: number,
  costs: number,
  width: number,
  hang: number,
  hyphen: boolean,
): void {
  draft.afterGlue = false;
  if (draft.open === 0) return;
  addPlace(draft, from, costs, width, hang, (hyphen ? hyphenHere : 0) + (width > 0 ? addedHere : 0));
  if (hang > draft.widestHang) draft.widestHang = hang;
}

/** Ends a paragraph whose text has so many characters. */
export function endParagraph(draft: Draft, length: number): Paragraph {
  // A place that nothing follows is none.
  draft.size = draft.open;
  if (draft.size > 0) {
    // A paragraph’s last line ends where it ends: it has no edge to hang over.
    addPlace(draft, length, 0, 0, 0, 0);
  }
  return { size: draft.size, at: draft.at, widestHang: draft.widestHang };
}

function addPlace(draft: Draft, from: number, costs: number, width: number, hang: number, signs: number): void {
  const { at } = draft;
  const here = draft.size * fields;
  draft.size++;
  at[here + end] = draft.width + width - hang;
  at[here + endGlue] = draft.glue;
  at[here + endLetters] = draft.letters;
  at[here + endGaps] = draft.gaps;
  at[here + hangEnd] = hang;
  at[here + stops] = from;
  at[here + bare] = draft.width;
  at[here + cost] = costs;
  at[here + sign] = signs;
}
