import type { HiddenReason } from '../../pdf-reading/content/visibility.ts';
import { fold, lettersIn } from '../../words/normalized-text.ts';
import type { HiddenText } from './painted-piece.ts';

/**
 * Words that are painted and cannot be seen: `is` continues a sentence that begins with what they are, `fix` is the
 * remedy.
 */
export interface HiddenWords {
  is: string;
  fix: string;
}

const messages: Record<HiddenReason, { is: (page: string) => string; fix: string }> = {
  beyond: {
    is: (page) => `goes over the edge of ${page} and is cut off`,
    fix: 'See what in the style makes it larger than the page: lines and their height, margins, widths; or shorten what stands there.',
  },
  clipped: {
    is: (page) => `is cut off on ${page} by the box it stands in`,
    fix: 'Give that box more room in the style, or take “overflow” out of it.',
  },
  clear: {
    is: (page) => `is transparent on ${page}`,
    fix: 'Take the opacity out of the style.',
  },
  tone: {
    is: (page) => `has on ${page} the colour of what lies below it`,
    fix: 'Give it another colour in the style, or its ground.',
  },
  covered: {
    is: (page) => `is covered on ${page} by something that is painted over it`,
    fix: 'See what in the style moves one over the other: a height, a negative margin, a position.',
  },
  small: {
    is: (page) => `is too small to be read on ${page}`,
    fix: 'Give it a larger font-size in the style; if it has one, this is a fault of Offprint: please report it with the manuscript.',
  },
  missing: {
    is: (page) => `has a character on ${page} that its face has no glyph for`,
    fix: 'Name a face that has it in the style’s faces.css.',
  },
  unpainted: {
    is: (page) => `is on ${page} without being painted`,
    fix: 'This is a fault of Offprint; please report it with the manuscript.',
  },
};

/**
 * Finds out why the letters at an offset of a text cannot be seen; undefined if they are not painted at all. `name` is
 * the PDF’s.
 */
export function findHiddenWords(
  hidden: readonly HiddenText[],
  wanted: string,
  at: number,
  name: string,
): HiddenWords | undefined {
  // Letters before the offset may be equal by chance, and count as found.
  const from = Math.max(0, at - 8);
  const lost = lettersIn(wanted.slice(from, at + 80));
  const until = lettersIn(wanted.slice(from, at)).length;
  for (const { text, page, why } of hidden) {
    const letters = lettersIn(fold(text));
    const start = letters.length > 0 ? lost.indexOf(letters.slice(0, 24)) : -1;
    const isThere = start >= 0 && start <= until;
    // Its first letters may be visible.
    const isTail = lost.slice(until).length >= 4 && letters.includes(lost.slice(until, until + 24));
    if (isThere || isTail)
      return {
        is: `${messages[why].is(`page ${page} of ${name}`)}: “${text.trim().slice(0, 60)}”`,
        fix: messages[why].fix,
      };
  }
  return undefined;
}
