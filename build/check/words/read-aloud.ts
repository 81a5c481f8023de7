import { contentKeyOf, isContent, type TagTree } from '../../pdf-reading/tags.ts';
import { lettersIn } from '../../words/normalized-text.ts';
import type { PaintedTexts } from './painted-texts.ts';
import { paintedLettersOf } from './same-words.ts';
import { tagText } from './tag-text.ts';

/** The letters that a screen reader reads of a PDF, and those that are only painted. */
export interface ReadAloud {
  /** The letters of all tags, in order. */
  letters: string;
  /** For each page, the letters that are in no tag: running heads, folios, and what was lost. */
  untagged: string[];
}

/** Separates the letters of tags from those that are only painted. */
export function readAloud(tags: TagTree, texts: PaintedTexts): ReadAloud {
  const named = new Set<string>();
  for (const { kids } of tags.all) for (const kid of kids) if (isContent(kid)) named.add(contentKeyOf(kid));
  return {
    letters: lettersIn(tagText(tags.top, texts, () => false).characters),
    untagged: texts.pages.map((pieces) =>
      paintedLettersOf(pieces.filter(({ key }) => key === undefined || !named.has(key))),
    ),
  };
}

/**
 * Returns the number of the page that paints letters, or at least the first `least` of them, in no tag; undefined if
 * there is none.
 */
export function pageWithUntagged({ untagged }: ReadAloud, letters: string, least: number): number | undefined {
  for (let length = letters.length; length >= Math.min(least, letters.length) && length > 0; length--) {
    const page = untagged.findIndex((text) => text.includes(letters.slice(0, length)));
    if (page >= 0) return page + 1;
  }
  return undefined;
}

/** Returns how often letters occur in a text. */
export function countOccurrences(letters: string, text: string): number {
  return letters === '' ? 0 : text.split(letters).length - 1;
}
