import type { Mender } from './mend.ts';

/**
 * Mends headings whose marks touch their words, `##Words`. A single mark counts only in a line by itself that begins
 * with a capital, because `#1` and `#hashtag` are words.
 */
export const mendHeadings: Mender = (lines) => {
  const found = lines.flatMap(({ text, textFrom, isMarkdown }, i) => {
    const marks = isMarkdown && /^(#{1,6})(?=[^#\s])/.exec(text)?.[1];
    if (!marks) return [];
    const words = text.slice(marks.length);
    const alone = (lines[i - 1]?.text ?? '') === '' && (lines[i + 1]?.text ?? '') === '';
    const isHeading =
      marks.length > 1
        ? /^[\p{L}\d"'„“«*_[(¿¡]/u.test(words)
        : alone && /^\p{Lu}/u.test(words) && !/[.,;:#]/.test(words) && /\s/.test(words);
    return isHeading ? [{ at: textFrom, to: textFrom + marks.length, marks, words }] : [];
  });
  return {
    edits: found.map(({ to }) => ({ from: to, to, text: ' ' })),
    notices: found.map(({ at, marks, words }) => ({
      kind: 'heading-space',
      rule: 'heading-level',
      level: 'info',
      at,
      found: `The heading ${marks}${words.slice(0, 30)} has no space behind its marks; it is set as a heading`,
      fix: `Write ${marks} ${words.slice(0, 30)}; for the mere sign write \\#.`,
    })),
  };
};
