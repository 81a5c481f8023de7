import { isContent, keyOf, type Tags } from '../../pdf-reading/tags.ts';
import { lettersIn } from '../../words/strand.ts';
import type { PaintedTexts } from './painted-texts.ts';
import { lettersOf } from './same-words.ts';
import { tagStrand } from './tag-strand.ts';

/** What a PDF says to who listens, and what it only shows. */
export interface ReadAloud {
  /** The letters of all tags, in order. */
  letters: string;
  /** Of each page the letters that are in no tag: running heads, folios, and what was lost. */
  unread: string[];
}

/** Tells what tags have from what is only painted. */
export function readAloud(tags: Tags, texts: PaintedTexts): ReadAloud {
  const named = new Set<string>();
  for (const { kids } of tags.all) for (const kid of kids) if (isContent(kid)) named.add(keyOf(kid));
  return {
    letters: lettersIn(tagStrand(tags.top, texts, () => false).letters),
    unread: texts.pages.map((pieces) => lettersOf(pieces.filter(({ key }) => key === undefined || !named.has(key)))),
  };
}

/** The page, from 1, that paints letters, or the first of them, in no tag; undefined where none does. */
export function pageUnread({ unread }: ReadAloud, letters: string, least: number): number | undefined {
  for (let length = letters.length; length >= Math.min(least, letters.length) && length > 0; length--) {
    const page = unread.findIndex((text) => text.includes(letters.slice(0, length)));
    if (page >= 0) return page + 1;
  }
  return undefined;
}

/** How often letters stand in others. */
export function countOf(letters: string, text: string): number {
  return letters === '' ? 0 : text.split(letters).length - 1;
}
