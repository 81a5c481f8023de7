/*
 * The columns of a paragraph’s table, which has a row for each place where a line may begin or end. For the line that
 * begins there: the position of its first character in px from the paragraph’s beginning, less what hangs; up to there,
 * the total width of spaces in px, the number of letters times their font size, and the number of spaces; how far the
 * first character hangs, in px; the index of that character in the text.
 */
export const start = 0;
export const startGlue = 1;
export const startLetters = 2;
export const startGaps = 3;
export const hangStart = 4;
export const begins = 5;
/*
 * For the line that ends there: its end in px, with an added hyphen, less what hangs; the same three sums; how far it
 * hangs; the index of the first character after it.
 */
export const end = 6;
export const endGlue = 7;
export const endLetters = 8;
export const endGaps = 9;
export const hangEnd = 10;
export const stops = 11;
/* Its end without hyphen and hang; the penalty for ending it there; flags, a sum of those below. */
export const bare = 12;
export const cost = 13;
export const sign = 14;
/* Number of columns. */
export const fields = 15;

/**
 * Flags of a place: a line that ends here ends in a hyphen, the author’s own or an added one; the hyphen is added; a
 * space is here; what follows, or what stands before, is of an address.
 */
export const hyphenHere = 1;
export const addedHere = 2;
export const spaceHere = 4;
export const addressAhead = 8;
export const addressBehind = 16;

/**
 * A paragraph as {@link breakLines} takes it: boxes, glue and penalties, summed up for each place where a line may
 * begin or end, so that any line is measured by subtraction. Place 0 is the paragraph’s beginning and the last one its
 * end; a paragraph without a box has no places.
 */
export interface Paragraph {
  /** Number of places. */
  size: number;
  /** The table: for each place a row of the columns above. */
  at: Float64Array;
  /** The greatest distance that any character hangs over a margin, in px. */
  widestHang: number;
  /** The last place before its end at which a line can end without an added hyphen; 0 if there is none. */
  lastWhole: number;
}

/** A paragraph that is being built from boxes, glue and penalties. */
export interface ParagraphBuilder extends Paragraph {
  /** Sums up to here. */
  width: number;
  glue: number;
  letters: number;
  gaps: number;
  /** The first place that is not followed by a box yet. */
  open: number;
  hangEnd: number;
  afterGlue: boolean;
}

/**
 * Starts an empty paragraph with room for `most` places besides its beginning and end. Reuses the table `old` if it is
 * large enough.
 */
export function newParagraph(most: number, old?: Float64Array): ParagraphBuilder {
  const size = (most + 2) * fields;
  const at = old && old.length >= size ? old : new Float64Array(size);
  return {
    size: 1,
    at,
    widestHang: 0,
    lastWhole: 0,
    width: 0,
    glue: 0,
    letters: 0,
    gaps: 0,
    open: 0,
    hangEnd: 0,
    afterGlue: false,
  };
}

/**
 * Adds a box, which is never divided. `from` is the index of its first character in the text; `letters` the font size
 * times the number of its letters; `hangsBefore` how far its first character hangs out to the left if a line begins
 * with it, `hangsAfter` its last to the right if one ends with it. All in px.
 */
export function addBox(
  builder: ParagraphBuilder,
  from: number,
  width: number,
  letters: number,
  hangsBefore: number,
  hangsAfter: number,
): void {
  const { at } = builder;
  for (; builder.open < builder.size; builder.open++) {
    const here = builder.open * fields;
    at[here + start] = builder.width + hangsBefore;
    at[here + startGlue] = builder.glue;
    at[here + startLetters] = builder.letters;
    at[here + startGaps] = builder.gaps;
    at[here + hangStart] = hangsBefore;
    at[here + begins] = from;
  }
  builder.width += width;
  builder.letters += letters;
  builder.hangEnd = hangsAfter;
  builder.afterGlue = false;
  if (hangsBefore > builder.widestHang) builder.widestHang = hangsBefore;
  if (hangsAfter > builder.widestHang) builder.widestHang = hangsAfter;
}

/**
 * Adds glue: a space of a width in px, which stretches and shrinks as one of width `gives` would. A line may end before
 * it at a cost, and it then disappears; without a cost, none may. `address` says which of its neighbours are addresses:
 * a sum of the flags.
 */
export function addGlue(
  builder: ParagraphBuilder,
  from: number,
  width: number,
  gives: number,
  costs: number | undefined,
  address = 0,
): void {
  if (costs !== undefined && !builder.afterGlue && builder.open > 0)
    addPlace(builder, from, costs, 0, builder.hangEnd, spaceHere + address);
  builder.width += width;
  builder.glue += gives;
  builder.gaps++;
  builder.afterGlue = true;
}

/**
 * Adds a penalty: a place inside a word where a line may end, at a cost (spaces cost 0). `width` is that of the hyphen
 * added there, or 0; `hang` is how far the line’s last character, or that hyphen, hangs out; both in px. `hyphen` is
 * true if the line then ends in a hyphen, added or the author’s own; `address` if an address is broken there.
 */
export function addPenalty(
  builder: ParagraphBuilder,
  from: number,
  costs: number,
  width: number,
  hang: number,
  hyphen: boolean,
  address = false,
): void {
  builder.afterGlue = false;
  if (builder.open === 0) return;
  const inside = address ? addressAhead + addressBehind : 0;
  const signs = (hyphen ? hyphenHere : 0) + (width > 0 ? addedHere : 0) + inside;
  addPlace(builder, from, costs, width, hang, signs);
  if (hang > builder.widestHang) builder.widestHang = hang;
}

/** Finishes a paragraph whose text has `length` characters. */
export function endParagraph(builder: ParagraphBuilder, length: number): Paragraph {
  // A place without a box after it is not a place where a line could end.
  builder.size = builder.open;
  let lastWhole = builder.size - 1;
  while (lastWhole > 0 && ((builder.at[lastWhole * fields + sign] ?? 0) & addedHere) > 0) lastWhole--;
  if (builder.size > 0) {
    // The last line of a paragraph does not reach the margin, so nothing hangs over it.
    addPlace(builder, length, 0, 0, 0, 0);
  }
  return { size: builder.size, at: builder.at, widestHang: builder.widestHang, lastWhole: Math.max(0, lastWhole) };
}

function addPlace(
  builder: ParagraphBuilder,
  from: number,
  costs: number,
  width: number,
  hang: number,
  signs: number,
): void {
  const { at } = builder;
  const here = builder.size * fields;
  builder.size++;
  at[here + end] = builder.width + width - hang;
  at[here + endGlue] = builder.glue;
  at[here + endLetters] = builder.letters;
  at[here + endGaps] = builder.gaps;
  at[here + hangEnd] = hang;
  at[here + stops] = from;
  at[here + bare] = builder.width;
  at[here + cost] = costs;
  at[here + sign] = signs;
}
