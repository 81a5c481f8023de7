import { blockNameFor } from './block-names.ts';
import type { Edit } from './edits.ts';
import type { SourceLine } from './lines.ts';
import type { Mender } from './mend.ts';

/**
 * Mends blocks that stand between `<div class="…">` and `</div>`, each alone on its line, as Pandoc writes them where
 * there are no blocks between colons: those whose class names a block become blocks. Others stay HTML.
 */
export const mendDivs: Mender = (lines) => {
  const edits: Edit[] = [];
  const open: { line: SourceLine; opens: string | undefined; isApart: boolean }[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.isMarkdown || line.codeTo !== undefined) continue;
    // Where Pandoc is to put the bibliography.
    if (/^<div\s+id=["']refs["'][^<>]*>\s*<\/div>$/i.test(line.text)) edits.push(replaced(line, ':::references\n:::'));
    const attributes = /^<div\b([^<>]*)>$/i.exec(line.text)?.[1];
    if (attributes !== undefined) {
      const isOpening = apart(lines[i + 1]) || isFigure(attributes) || isBoxOfWords(attributes, lines, i + 1);
      open.push({
        line,
        opens: isOpening ? openingOf(attributes) : undefined,
        isApart: isOpening && apart(lines[i + 1]) && !isFigure(attributes),
      });
    } else if (/^<\/div>$/i.test(line.text)) {
      const block = open.pop();
      if (!block?.opens || (block.isApart && !apart(lines[i - 1]))) continue;
      edits.push(replaced(block.line, block.opens), replaced(line, ':::'));
    }
  }
  return { edits };
};

/** True if what stands between the tags is Markdown: an empty line, or another tag, is beside them. */
function apart(line: SourceLine | undefined): boolean {
  return /^(?:<\/?div\b[^<>]*>)?$/i.test(line?.text ?? '');
}

/** True of a box, `<div class="alert">`, with words and tags of a line alone up to its end, right below each other. */
function isBoxOfWords(attributes: string, lines: readonly SourceLine[], from: number): boolean {
  if (!classesIn(attributes).some((one) => blockNameFor(one) === 'box')) return false;
  for (let i = from; lines[i] && lines[i]?.text !== ''; i++) {
    if (/^<\/div>$/i.test(lines[i]?.text ?? '')) return i > from;
    if (
      (lines[i]?.indent ?? 0) > 3 ||
      /<\/?(?!(?:a|em|strong|code|i|b|sup|sub|br|span)\b)[A-Za-z]/i.test(lines[i]?.text ?? '')
    )
      return false;
  }
  return false;
}

function classesIn(attributes: string): string[] {
  return (/\bclass\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1] ?? '').split(/\s+/).filter(Boolean);
}

/** True of a figure with sub-figures, as pandoc-crossref has it. Its content may stand right below the tag. */
function isFigure(attributes: string): boolean {
  return /\bid\s*=\s*["']fig:/i.test(attributes);
}

/** The opening line of a block in place of a tag; undefined if none of its classes names one. */
function openingOf(attributes: string): string | undefined {
  const classes = classesIn(attributes);
  const id = (/\bid\s*=\s*["']([^"']*)["']/i.exec(attributes)?.[1] ?? '').trim();
  if (id === 'refs' && !classes.some(blockNameFor)) classes.push('references');
  if (!isFigure(attributes) && !classes.some((one) => one === 'csl-entry' || blockNameFor(one))) return undefined;
  return `::: {${[...(id ? [`#${id}`] : []), ...classes.map((one) => `.${one}`)].join(' ')}}`;
}

function replaced({ textFrom, text }: SourceLine, by: string): Edit {
  return { from: textFrom, to: textFrom + text.length, text: by };
}
