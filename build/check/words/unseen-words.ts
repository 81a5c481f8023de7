import type { Unseen } from '../../pdf-reading/content/sight.ts';
import { fold, lettersIn } from '../../words/strand.ts';
import type { UnseenText } from './spot.ts';

/** Words that are painted and cannot be seen, in a clause that follows on what they are, and what to do about it. */
export interface UnseenWords {
  is: string;
  fix: string;
}

const told: Record<Unseen, { is: (page: string) => string; fix: string }> = {
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

/** Why the letters that should stand at a place of a text are not seen; undefined where they are not painted at all. `name` is the PDF’s. */
export function unseenWords(
  unseen: readonly UnseenText[],
  wanted: string,
  at: number,
  name: string,
): UnseenWords | undefined {
  // Letters before the place may be the same by chance, and count as found.
  const from = Math.max(0, at - 8);
  const lost = lettersIn(wanted.slice(from, at + 80));
  const until = lettersIn(wanted.slice(from, at)).length;
  for (const { text, page, why } of unseen) {
    const letters = lettersIn(fold(text));
    const start = letters.length > 0 ? lost.indexOf(letters.slice(0, 24)) : -1;
    const isThere = start >= 0 && start <= until;
    // Its first letters may be seen.
    const isTail = lost.slice(until).length >= 4 && letters.includes(lost.slice(until, until + 24));
    if (isThere || isTail)
      return { is: `${told[why].is(`page ${page} of ${name}`)}: “${text.trim().slice(0, 60)}”`, fix: told[why].fix };
  }
  return undefined;
}
