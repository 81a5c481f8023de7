import type { Element, Root } from 'xast';
import { faceFor } from '../styles/nearest-face.ts';
import type { Face } from '../styles/style.ts';
import type { Cascade } from './cascade.ts';

/** Letters that a text’s first-choice family does not have. */
export interface MissingLetters {
  family: string;
  /** Each once, in the order in which they come. */
  letters: string[];
  /** The number of times that any of them occurs in the text. */
  count: number;
  first: Element;
  /** The families that set them instead. */
  instead: string[];
}

interface Entry extends MissingLetters {
  /** The family that steps in, by letter, weight and slope; undefined if none has to. */
  known: Map<string, string | undefined>;
}

/**
 * Finds, for each family of interest that is the first choice of some text, the letters that another family has to set.
 * Families without a face are left out; slices of one family count as one.
 */
export function missingLetters(
  document: Root,
  cascade: Cascade,
  faces: readonly Face[],
  isAsked: (family: string) => boolean,
): MissingLetters[] {
  const known = new Set(faces.map(({ family }) => family));
  const had = new Set(faces.map(({ family }) => family).filter(isAsked));
  if (had.size === 0) return [];
  const found = new Map<string, Entry>();
  const visit = (node: Element | Root): void => {
    for (const child of node.children as Root['children']) {
      if (child.type === 'element' && !/^(head|svg|math|code)$/.test(child.name)) visit(child);
      if (child.type === 'text' && node.type === 'element') look(child.value, node);
    }
  };
  visit(document);
  return [...found.values()].filter(({ count }) => count > 0).map(({ known: _, ...one }) => one);

  function look(text: string, element: Element): void {
    const style = cascade(element);
    const family = style.families.find((name) => known.has(name));
    if (!family || !had.has(family) || !text.trim()) return;
    const entry: Entry = found.get(family) ?? {
      family,
      letters: [],
      count: 0,
      first: element,
      instead: [],
      known: new Map(),
    };
    found.set(family, entry);
    for (const letter of text.normalize('NFC')) {
      if (!/\p{L}/u.test(letter)) continue;
      const key = `${letter}${style.weight}${style.italic}`;
      if (!entry.known.has(key)) {
        const face = faceFor(faces, style, letter);
        entry.known.set(key, face && !isOf(face.family, family) ? face.family : undefined);
      }
      const other = entry.known.get(key);
      if (other === undefined) continue;
      if (entry.count === 0) entry.first = element;
      entry.count++;
      if (!entry.letters.includes(letter)) entry.letters.push(letter);
      if (!entry.instead.includes(other)) entry.instead.push(other);
    }
  }
}

/** True if a family is the same as another, or a slice of it. */
function isOf(name: string, family: string): boolean {
  return name === family || name.startsWith(`${family} `);
}
