import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type Place, report } from '../diagnostics/report.ts';
import { findTooDeep, reportNesting } from '../text/nesting.ts';
import { runWithinProcessorTime, TooSlow } from './checks/time-limit.ts';
import { inlineMarkdown, manuscriptMarkdown } from './dialect.ts';
import type { Query } from './queries/find-queries.ts';
import { parseWithoutQueries } from './queries/parse-without-queries.ts';
import { reportQueryFaults } from './queries/report-queries.ts';

/** Text with one kind of line end, and each letter with its accents as one character (Unicode Normalization Form C). */
export function normalizeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

/**
 * Parses the Markdown of a manuscript to mdast, after normalizing the text of `file`; queries to its author are not in
 * the tree. Reports a text that is too long, nests too deep, or would keep the parser busy for minutes, and returns an
 * empty tree for it.
 */
export function parseMarkdown(file: VFile): Root {
  return readMarkdown(file).tree;
}

/** Parses the Markdown of a manuscript as {@link parseMarkdown} does, and returns its queries, too. */
export function readMarkdown(file: VFile): { tree: Root; queries: Query[] } {
  file.value = normalizeText(String(file));
  const tooMuch =
    overLimit(file.value, /\n/g, parserLimits.lines, 'lines') ??
    overLimit(file.value, /[[\]*_`<>&\\!~|{}^]/g, parserLimits.marks, 'marks');
  if (tooMuch) {
    report(file, 'file-size', {
      at: { line: 1, column: 1 },
      ...tooMuch,
      fix: 'Remove what was pasted here by accident, or divide the text.',
    });
    return { tree: emptyTree(), queries: [] };
  }
  let queries: Query[] = [];
  const tree = parseWithLimits(file, file, () => {
    const found = parseWithoutQueries(String(file), (text) => manuscriptMarkdown.parse(text));
    reportQueryFaults(file, found.faults);
    ({ queries } = found);
    return found.tree;
  });
  return { tree, queries };
}

/**
 * Parses the Markdown of a caption or a value of front matter to mdast, under the same limits. Faults are reported on
 * `on`, at `at`.
 */
export function parseInline(text: VFile, on: VFile, at: Place | undefined): Root {
  return parseWithLimits(text, on, () => inlineMarkdown.parse(text), at);
}

function overLimit(
  text: string,
  what: RegExp,
  limit: number,
  name: string,
): { found: string; expected: string } | undefined {
  const number = text.match(what)?.length ?? 0;
  if (number <= limit) return undefined;
  return {
    found: `The file has ${number.toLocaleString('en')} ${name}`,
    expected: `at most ${limit.toLocaleString('en')}`,
  };
}

function parseWithLimits(text: VFile, on: VFile, parse: () => Root, at?: Place): Root {
  const place = at ?? { line: 1, column: 1 };
  try {
    const tree = String(text).length <= maxQuick ? parse() : runWithinProcessorTime(maxSeconds, parse);
    const deep = findTooDeep(tree);
    if (!deep) return tree;
    reportNesting(on, at ?? deep);
  } catch (error) {
    if (error instanceof RangeError) reportNesting(on, place);
    else if (error instanceof TooSlow) {
      report(on, 'file-simple', {
        at: place,
        found: `Its ${String(text).length.toLocaleString('en')} characters cannot be read in ${maxSeconds} seconds of work`,
        fix: 'Look for thousands of brackets, asterisks or quotation marks > that no text needs, and remove them.',
      });
    } else throw error;
  }
  return emptyTree();
}

function emptyTree(): Root {
  return { type: 'root', children: [] };
}

/** Limits for the parser’s memory. An article has hundreds of lines and thousands of marks. */
const parserLimits = { lines: 50_000, marks: 300_000 };
/** Characters; fewer take no time, whatever they are, and to watch over them takes more than to parse them. */
const maxQuick = 600;
/** Seconds of processor time. A manuscript of a hundred pages takes 0.2. */
const maxSeconds = 6;
