import type { Edit } from './edits.ts';
import { depthOf, type SourceLine } from './lines.ts';
import type { Mender, Mending } from './mend.ts';

/**
 * Definitions after Pandoc and PHP Markdown Extra: a line with a term, and below it one or more that begin with a colon. They are read as items of a list, which is what may
 * stand in them, and made a list of definitions later (`constructs/definition-lists/read.ts`).
 */
export const mendDefinitionLists: Mender = (lines, refused) => {
  const edits: Edit[] = [];
  const meant: Mending['meant'] = [];
  const sign = unusedSign(lines);
  let last = -2;
  let indent = 0;
  for (const [i, line] of lines.entries()) {
    if (!line.free || refused.has(line.textFrom) || !/^[:~][ \t]+\S/.test(line.text)) continue;
    let above = i - 1;
    while (above >= 0 && lines[above]?.text === '' && above > i - 2) above--;
    const follows = isDefinitionsRest(last, above);
    if (!follows && !isTerm(above)) continue;
    edits.push({ from: line.textFrom, to: line.textFrom + 1, text: sign });
    meant.push({ at: line.textFrom, type: 'listItem', data: { isDefinition: true }, isSure: true });
    // A term right below the definition before it would be read as its last line.
    if (!follows && last >= 0 && above > 0 && !lines.slice(last, above).some(({ text }) => text === '')) {
      const term = lines[above];
      if (term) edits.push({ from: term.from, to: term.from, text: `${term.marks.trimEnd()}\n` });
    }
    last = i;
    indent = line.indent;
  }
  return { edits, meant };

  /** Whether the lines from one definition to the next are its own. */
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
    if (!line?.free || !isShort(line.text, 60)) return false;
    const before = lines[at - 1];
    const isFirst =
      !before ||
      before.text === '' ||
      depthOf(before) !== depthOf(line) ||
      at - 1 === last ||
      (last >= 0 && before.indent > indent) ||
      /^#{1,6}\s/.test(before.text);
    // PHP Markdown Extra has several terms, a line each.
    return isFirst || (isShort(line.text, 50) && isShort(before.text, 50) && (lines[at - 2]?.text ?? '') === '');
  }

  function isShort(text: string, most: number): boolean {
    return (
      text !== '' && text.length <= most && !/^(?:[:|#>+]|-{3}|[-*]\s)/.test(text) && !/(?:[.;,|]|:::)$/.test(text)
    );
  }
};

/** A sign of lists that no list of the text has, or that few have: an item right behind definitions would else be one of them. */
function unusedSign(lines: readonly SourceLine[]): string {
  return ['+', '*', '-'].find((sign) => !lines.some(({ signs }) => signs.includes(sign))) ?? '+';
}
