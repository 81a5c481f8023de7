import type { Edit } from './edits.ts';
import { quotationDepth, type SourceLine } from './lines.ts';
import type { Mender, MenderResult } from './mend.ts';

/**
 * Mends definitions as in Pandoc and PHP Markdown Extra: a line with a term, and below it one or more that begin with a
 * colon. The parser reads them as list items, because these can hold the same content;
 * `constructs/definition-lists/read.ts` turns them into definitions.
 */
export const mendDefinitionLists: Mender = (lines, rejected) => {
  const edits: Edit[] = [];
  const meant: MenderResult['meant'] = [];
  const sign = unusedSign(lines);
  let last = -2;
  let indent = 0;
  for (const [i, line] of lines.entries()) {
    if (!line.isMarkdown || rejected.has(line.textFrom) || !/^[:~][ \t]+\S/.test(line.text)) continue;
    let above = i - 1;
    while (above >= 0 && lines[above]?.text === '' && above > i - 2) above--;
    const follows = isDefinitionsRest(last, above);
    if (!follows && !isTerm(above)) continue;
    edits.push({ from: line.textFrom, to: line.textFrom + 1, text: sign });
    meant.push({ at: line.textFrom, type: 'listItem', data: { isDefinition: true }, isSure: true });
    // A term directly below the previous definition would be read as its last line.
    if (!follows && last >= 0 && above > 0 && !lines.slice(last, above).some(({ text }) => text === '')) {
      const term = lines[above];
      if (term) edits.push({ from: term.from, to: term.from, text: `${term.marks.trimEnd()}\n` });
    }
    last = i;
    indent = line.indent;
  }
  return { edits, meant };

  /** True if all lines from one definition to the next belong to the first. */
  function isDefinitionsRest(from: number, to: number): boolean {
    if (from < 0) return false;
    for (let i = from + 1; i <= to; i++) {
      const line = lines[i];
      if (line && line.text !== '' && line.indent <= indent && lines[i - 1]?.text === '') return false;
      if (line && line.text !== '' && line.indent <= indent && i === to) return false;
    }
    return true;
  }

  function isTerm(at: number): boolean {
    const line = lines[at];
    if (!line?.isMarkdown || !isShort(line.text, 60)) return false;
    const before = lines[at - 1];
    const isFirst =
      !before ||
      before.text === '' ||
      quotationDepth(before) !== quotationDepth(line) ||
      at - 1 === last ||
      (last >= 0 && before.indent > indent) ||
      /^#{1,6}\s/.test(before.text);
    // PHP Markdown Extra allows several terms, one on each line.
    return isFirst || (isShort(line.text, 50) && isShort(before.text, 50) && (lines[at - 2]?.text ?? '') === '');
  }

  function isShort(text: string, most: number): boolean {
    return (
      text !== '' && text.length <= most && !/^(?:[:|#>+]|-{3}|[-*]\s)/.test(text) && !/(?:[.;,|]|:::)$/.test(text)
    );
  }
};

/**
 * A list sign that no list in the text uses, if there is one: an ordinary list item right after definitions would
 * otherwise be read as one of them.
 */
function unusedSign(lines: readonly SourceLine[]): string {
  return ['+', '*', '-'].find((sign) => !lines.some(({ signs }) => signs.includes(sign))) ?? '+';
}
