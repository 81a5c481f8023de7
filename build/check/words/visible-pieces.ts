import type { MarkedSequence } from '../../pdf-reading/content/marked-sequence.ts';
import { type HiddenReason, overlaps } from '../../pdf-reading/content/visibility.ts';
import type { Rectangle } from '../../pdf-reading/pages.ts';
import { fold, lettersIn } from '../../words/normalized-text.ts';
import { type PaintedPiece, startsNewLine, type TextPosition } from './painted-piece.ts';
import type { PaintedTexts } from './painted-texts.ts';

/** Glyphs that were painted as one run and are visible, or hidden for the same reason. */
export interface PaintedGlyphs {
  text: string;
  key: string | undefined;
  /**
   * The innermost open marked-content sequence that has a number, and the one that replaces its glyphs by other text
   * (ActualText).
   */
  mark: MarkedSequence | undefined;
  replaced: MarkedSequence | undefined;
  /** The area that they cover, from the baseline to the height of a small letter. */
  box: Rectangle;
  why: HiddenReason | undefined;
  size: number;
  start: readonly [number, number];
  end: readonly [number, number];
}

/** Marks texts as covered if an area hides their whole height and at least half an em of them. */
export function markCovered(glyphs: readonly PaintedGlyphs[], [left, bottom, right, top]: Rectangle): void {
  for (const one of glyphs) {
    const { box, size, why } = one;
    if (why || bottom > box[1] || top < box[3]) continue;
    const hidden = Math.min(right, box[2]) - Math.max(left, box[0]);
    if (hidden > Math.min(size / 2, (box[2] - box[0]) * 0.9)) one.why = 'covered';
  }
}

/** Puts the visible text of a page into pieces: by tag, and in the order of painting. */
export function collectVisiblePieces(
  glyphs: readonly PaintedGlyphs[],
  number: number,
  texts: Omit<PaintedTexts, 'marked'> & { marked: Map<string, PaintedPiece[]> },
): void {
  const page = texts.pages.at(-1) as PaintedPiece[];
  const { hidden, overlaps, marked } = texts;
  // Text that replaces glyphs is used once, and is hidden if any of these is hidden.
  const hiddenReplacements = new Map<MarkedSequence, HiddenReason>();
  for (const { replaced, why, text } of glyphs)
    if (replaced && why && text.trim()) hiddenReplacements.set(replaced, why);
  let before: MarkedSequence | undefined;
  let last: MarkedSequence | undefined;
  for (const one of glyphs) {
    const { replaced, key, mark, size } = one;
    const repeated = replaced !== undefined && replaced === before;
    before = replaced;
    const text = replaced ? (repeated ? '' : (replaced.actualText ?? '')) : one.text;
    const why = replaced ? hiddenReplacements.get(replaced) : one.why;
    // White space is never visible.
    if (why && text.trim() !== '') hidden.push({ page: number, text, why, key });
    if (why && text.trim() !== '') continue;
    const spot = ([x, y]: PaintedGlyphs['start']): TextPosition => ({ page: number, x, y, size });
    const piece = { text, from: spot(one.start), to: spot(one.end), ...(key === undefined ? {} : { key }) };
    if (mark === last && key === page.at(-1)?.key && !(mark === undefined && isApart(page.at(-1), piece.from)))
      joinPiece(page, piece);
    else page.push({ ...piece });
    last = mark;
    if (key === undefined) continue;
    const list = marked.get(key) ?? [];
    marked.set(key, list);
    joinPiece(list, piece);
  }
  overlaps.push(...overlapsOf(glyphs, number));
}

/** True if untagged text begins farther to the right than after the widest glyph, as in the next cell of a table. */
function isApart(before: PaintedPiece | undefined, { x, size }: TextPosition): boolean {
  return before !== undefined && x - before.to.x > Math.max(before.to.size, size) * 1.25;
}

function joinPiece(list: PaintedPiece[], piece: PaintedPiece): void {
  const last = list.at(-1);
  if (last && !startsNewLine(last.to, piece.from)) {
    last.text += piece.text;
    last.to = piece.to;
  } else list.push({ ...piece });
}

/**
 * Returns the texts that are painted over others by more than half of their area. The same text twice at one place
 * makes bolder type, as drawings have it.
 */
function overlapsOf(glyphs: readonly PaintedGlyphs[], page: number): PaintedTexts['overlaps'] {
  const all = glyphs.filter(({ why, text }) => !why && text.length > 2).sort((a, b) => a.box[1] - b.box[1]);
  const found: PaintedTexts['overlaps'] = [];
  for (const [i, one] of all.entries())
    for (let j = i + 1; j < all.length; j++) {
      const other = all[j] as PaintedGlyphs;
      if (other.box[1] >= one.box[3]) break;
      if (!overlaps(one.box, other.box) || sharedShare(one.box, other.box) < 0.5) continue;
      const [here, there] = [lettersIn(fold(one.text)), lettersIn(fold(other.text))];
      if (here.length < 3 || there.length < 3 || here.includes(there) || there.includes(here)) continue;
      found.push({ page, texts: [one.text, other.text], keys: [one.key, other.key] });
    }
  return found;
}

/** Returns the share of the smaller rectangle that both have in common. */
function sharedShare(one: Rectangle, other: Rectangle): number {
  const areaOf = ([left, bottom, right, top]: Rectangle) => Math.max(0, right - left) * Math.max(0, top - bottom);
  const both = areaOf([
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]);
  return both / Math.min(areaOf(one), areaOf(other));
}
