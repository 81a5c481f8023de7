import type { Glyph, PaintedPage } from './painted-glyphs.ts';

/** The face and the sizes, in points, of the text and of the notes. */
export interface TextFaces {
  family: string;
  text: number;
  notes: number;
}

/** What a line is set as: `small` is the face of the text in a size between notes and text, as for quotations. */
export type Kind = 'text' | 'small' | 'note' | 'code' | 'title' | 'other';

/** The size that most letters have is that of the text; that of the notes is the next most in its face that is smaller. */
export function findFaces(pages: readonly PaintedPage[]): TextFaces {
  const count = new Map<string, { family: string; size: number; count: number }>();
  for (const { glyphs } of pages)
    for (const { face, size } of glyphs) {
      const rounded = Math.round(size * 20) / 20;
      const key = `${familyOf(face)} ${rounded}`;
      const one = count.get(key) ?? { family: familyOf(face), size: rounded, count: 0 };
      one.count++;
      count.set(key, one);
    }
  const all = [...count.values()].sort((a, b) => b.count - a.count);
  const text = all[0] ?? { family: '', size: 0 };
  const notes = all.find(({ family, size }) => family === text.family && size < 0.93 * text.size);
  return { family: text.family, text: text.size, notes: notes?.size ?? 0 };
}

/** The kind of a glyph by its face and size. */
export function kindOf({ face, size }: Pick<Glyph, 'face' | 'size'>, faces: TextFaces): Kind {
  if (/code|mono|courier/i.test(face)) return 'code';
  if (size > 1.6 * faces.text) return 'title';
  if (familyOf(face) !== faces.family) return 'other';
  if (isNearly(size, faces.text)) return 'text';
  if (isNearly(size, faces.notes)) return 'note';
  return size > faces.notes && size < faces.text ? 'small' : 'other';
}

/** The family of a face, of names such as `SourceSerif4-Italic`, `SourceSerif4_400Regular`, `Helvetica`. */
function familyOf(face: string): string {
  return face.split(/[-_,]/)[0] ?? '';
}

function isNearly(size: number, other: number): boolean {
  return Math.abs(size - other) < 0.015 * other;
}
