import type { PhrasingContent } from 'mdast';
import { type AuthorPlace, type Doubt, firstWords } from '../imported.ts';
import type { OfficeBlock } from './blocks.ts';
import { isShown } from './pictures.ts';

/** The doubt about a text box, whose blocks stand behind the paragraph that it hangs on. */
export function boxDoubt(blocks: readonly OfficeBlock[], at: AuthorPlace): Doubt {
  return {
    rule: 'import-box',
    confidence: 0.6,
    at,
    words: blocks[0]?.from.words ?? '',
    found: 'A text box',
    made: 'text behind its paragraph',
    fix: 'Move its words to where they belong.',
  };
}

/** The doubt about a comment in the margin, on some words of the text. */
export function commentDoubt(author: string, comment: string, on: string, at: AuthorPlace): Doubt {
  return {
    rule: 'import-comment',
    confidence: 1,
    at,
    words: firstWords(on),
    found: `A comment of ${author}: “${firstWords(comment)}”`,
    made: 'a comment CHECK',
    fix: 'Answer it, and remove the comment.',
  };
}

/** The doubt about a formula that became code. */
export function formulaDoubt(
  formula: { confidence: number; words: string; found: string; made: string; node: PhrasingContent },
  at: AuthorPlace,
): Doubt {
  return {
    rule: 'import-equation',
    at,
    ...formula,
    words: firstWords(formula.words),
    fix: 'Compare it with the author’s.',
  };
}

/** The doubt about a picture of no kind that a page can show; undefined for any other. */
export function pictureKindDoubt(name: string, at: AuthorPlace): Doubt | undefined {
  if (isShown(name)) return undefined;
  const kind = name.replace(/^.*\./, '').toUpperCase();
  return pictureDoubt(`A picture that no page can show (${kind})`, name, 0.2, at);
}

/** The doubt about a picture: that it is not there or not shown, or, if it is, what is said of it. */
export function pictureDoubt(found: string, made: string, confidence: number, at: AuthorPlace): Doubt {
  const isThere = confidence > 0.5;
  return {
    rule: 'import-picture',
    confidence,
    at,
    words: at.words || made,
    found,
    made,
    fix: isThere
      ? 'Say in words what it shows: ![words](…).'
      : 'Export it from the author’s program as PNG or SVG, and put it here.',
    ...(isThere ? { level: 'info' as const } : {}),
  };
}
