import { isDivided, type Line } from './lines.ts';
import { isText, type Typeset, type TypesetPage } from './typeset-pages.ts';

/** What there is to count in lines. */
export interface LineFacts {
  /** The mean gap of each full line, over its size. */
  gaps: number[];
  /** The share of full lines that end within a word or after a hyphen, and the most of these one after the other. */
  hyphens: number;
  hyphensInRow: number;
  /** The last lines of paragraphs that are the rest of a word, or shorter than the indent; in notes, too. */
  stubs: string[];
  stubsOfNotes: string[];
}

/** Fewer letters or gaps say little of how even a line is. */
const leastLetters = 25;
const leastGaps = 2;
/** A rest of a word that fills most of its line is none. */
const stubShare = 0.6;

export function lineFacts({ articles }: Typeset): LineFacts {
  const facts: LineFacts = { gaps: [], hyphens: 0, hyphensInRow: 0, stubs: [], stubsOfNotes: [] };
  let divided = 0;
  for (const pages of articles) {
    const lines = linesOfText(pages);
    let row = 0;
    for (const { line, right } of lines) {
      const ends = isDivided(line.text);
      row = ends ? row + 1 : 0;
      facts.hyphensInRow = Math.max(facts.hyphensInRow, row);
      if (line.kind !== 'text' || line.right < right - 1.5) continue;
      if (line.gaps.length < leastGaps || line.text.length < leastLetters) continue;
      facts.gaps.push(line.gaps.reduce((sum, gap) => sum + gap, 0) / line.gaps.length / line.size);
      if (ends) divided++;
    }
    facts.stubs.push(...stubsOf(lines));
    facts.stubsOfNotes.push(...stubsOf(linesOfNotes(pages)));
  }
  facts.hyphens = divided / (facts.gaps.length || 1);
  return facts;
}

interface LineInColumn {
  line: Line;
  left: number;
  right: number;
}

function linesOfText(pages: readonly TypesetPage[]): LineInColumn[] {
  return pages.flatMap(({ columns }) =>
    columns.flatMap(({ left, right, lines }) => lines.filter(isText).map((line) => ({ line, left, right }))),
  );
}

function linesOfNotes(pages: readonly TypesetPage[]): LineInColumn[] {
  return pages.flatMap(({ notes, noteColumns }) =>
    notes.map((line) => ({ line, ...(noteColumns[line.column] ?? { left: line.left, right: line.right }) })),
  );
}

/** The lines that end a paragraph with too little. */
function stubsOf(lines: readonly LineInColumn[]): string[] {
  return lines.flatMap(({ line, left, right }, i) => {
    const before = lines[i - 1]?.line;
    if (!before || line.kind !== before.kind) return [];
    const width = line.right - line.left;
    const isRest = isDivided(before.text) && line.gaps.length === 0 && width < stubShare * (right - left);
    // What is set further in than the text, such as a formula or the label of a list, is no last line.
    const isShort =
      width < line.size && line.left < left + 0.5 * line.size && before.right > right - 0.15 * (right - left);
    return isRest || isShort ? [`${before.text.split(' ').at(-1)} / ${line.text}`] : [];
  });
}
