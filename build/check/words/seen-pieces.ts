import type { Mark } from '../../pdf-reading/content/marks.ts';
import { meets, type Unseen } from '../../pdf-reading/content/sight.ts';
import type { Box } from '../../pdf-reading/pages.ts';
import { fold, lettersIn } from '../../words/strand.ts';
import type { PaintedTexts } from './painted-texts.ts';
import { isElsewhere, type PaintedPiece, type Spot } from './spot.ts';

/** Glyphs that were painted in one go and are seen alike. */
export interface Glyphs {
  text: string;
  key: string | undefined;
  /** The innermost open mark that has a number, and that says what its glyphs are. */
  mark: Mark | undefined;
  said: Mark | undefined;
  /** What they cover, from the baseline on, as high as a small letter. */
  box: Box;
  why: Unseen | undefined;
  size: number;
  start: readonly [number, number];
  end: readonly [number, number];
}

/** Says of texts that an area hides them: its whole height, and half an em of them at least. */
export function coverTexts(glyphs: readonly Glyphs[], [left, bottom, right, top]: Box): void {
  for (const one of glyphs) {
    const { box, size, why } = one;
    if (why || bottom > box[1] || top < box[3]) continue;
    const hidden = Math.min(right, box[2]) - Math.max(left, box[0]);
    if (hidden > Math.min(size / 2, (box[2] - box[0]) * 0.9)) one.why = 'covered';
  }
}

/** Puts what can be seen of a page into pieces: of tags, and in the order of painting. */
export function seenPieces(
  glyphs: readonly Glyphs[],
  number: number,
  texts: Omit<PaintedTexts, 'marked'> & { marked: Map<string, PaintedPiece[]> },
): void {
  const page = texts.pages.at(-1) as PaintedPiece[];
  const { unseen, crossings, marked } = texts;
  // Where words are said for glyphs, they are said once, and hidden with any of these.
  const hidden = new Map<Mark, Unseen>();
  for (const { said, why, text } of glyphs) if (said && why && text.trim()) hidden.set(said, why);
  let before: Mark | undefined;
  let last: Mark | undefined;
  for (const one of glyphs) {
    const { said, key, mark, size } = one;
    const repeated = said !== undefined && said === before;
    before = said;
    const text = said ? (repeated ? '' : (said.actualText ?? '')) : one.text;
    const why = said ? hidden.get(said) : one.why;
    // White is seen nowhere.
    if (why && text.trim() !== '') unseen.push({ page: number, text, why, key });
    if (why && text.trim() !== '') continue;
    const spot = ([x, y]: Glyphs['start']): Spot => ({ page: number, x, y, size });
    const piece = { text, from: spot(one.start), to: spot(one.end), ...(key === undefined ? {} : { key }) };
    if (mark === last && key === page.at(-1)?.key && !(mark === undefined && isApart(page.at(-1), piece.from)))
      join(page, piece);
    else page.push({ ...piece });
    last = mark;
    if (key === undefined) continue;
    const list = marked.get(key) ?? [];
    marked.set(key, list);
    join(list, piece);
  }
  crossings.push(...crossingsOf(glyphs, number));
}

/** Whether text without tags begins farther right than behind the widest glyph, as in the next cell of a table. */
function isApart(before: PaintedPiece | undefined, { x, size }: Spot): boolean {
  return before !== undefined && x - before.to.x > Math.max(before.to.size, size) * 1.25;
}

function join(list: PaintedPiece[], piece: PaintedPiece): void {
  const last = list.at(-1);
  if (last && !isElsewhere(last.to, piece.from)) {
    last.text += piece.text;
    last.to = piece.to;
  } else list.push({ ...piece });
}

/** Texts that stand on others, by more than half of what they cover. The same text twice at one place is a heavier text, as drawings have it. */
function crossingsOf(glyphs: readonly Glyphs[], page: number): PaintedTexts['crossings'] {
  const all = glyphs.filter(({ why, text }) => !why && text.length > 2).sort((a, b) => a.box[1] - b.box[1]);
  const crossings: PaintedTexts['crossings'] = [];
  for (const [i, one] of all.entries())
    for (let j = i + 1; j < all.length; j++) {
      const other = all[j] as Glyphs;
      if (other.box[1] >= one.box[3]) break;
      if (!meets(one.box, other.box) || common(one.box, other.box) < 0.5) continue;
      const [here, there] = [lettersIn(fold(one.text)), lettersIn(fold(other.text))];
      if (here.length < 3 || there.length < 3 || here.includes(there) || there.includes(here)) continue;
      crossings.push({ page, texts: [one.text, other.text], keys: [one.key, other.key] });
    }
  return crossings;
}

/** How much of the smaller of two boxes both have. */
function common(one: Box, other: Box): number {
  const areaOf = ([left, bottom, right, top]: Box) => Math.max(0, right - left) * Math.max(0, top - bottom);
  const both = areaOf([
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]);
  return both / Math.min(areaOf(one), areaOf(other));
}
