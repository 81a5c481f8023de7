import type { FootnoteDefinition, List, Nodes } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, type Info, type Options, type State } from 'mdast-util-to-markdown';
import { bracesOf } from './attributes/write.ts';
import { blocksToMarkdown } from './blocks/write.ts';
import { captionsToMarkdown } from './captions/write.ts';
import { citationsToMarkdown } from './citations/write.ts';
import { definitionListsToMarkdown } from './definition-lists/write.ts';
import { emphasisToMarkdown } from './emphasis/write.ts';
import { figuresToMarkdown } from './figures/write.ts';
import { formulasToMarkdown } from './formulas/write.ts';
import { headingsToMarkdown } from './headings/write.ts';
import { indexMarksToMarkdown } from './index-marks/write.ts';
import { linksToMarkdown } from './links/write.ts';
import { listsToMarkdown } from './lists/write.ts';
import { notesToMarkdown } from './notes/write.ts';
import { quotationsToMarkdown } from './quotations/write.ts';
import { rawToMarkdown } from './raw-html/write.ts';
import { spansToMarkdown } from './spans/write.ts';
import { withColumnLanguages } from './tables/write.ts';
import type { Escapes } from './text/escapes.ts';
import { textsToMarkdown } from './text/write.ts';
import { verseToMarkdown } from './verse/write.ts';

type Handlers = Record<string, Handle>;

/**
 * The options by which mdast-util-to-markdown writes all nodes of a manuscript’s tree. `cites` is true if it cites in
 * brackets: then `@key` without brackets is a citation, too.
 */
export function markdownOfConstructs(
  escapes: Escapes,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  ids: ReadonlySet<string>,
  cites = false,
): Options {
  const tables = gfmTableToMarkdown({ tableCellPadding: true, tablePipeAlign: true }) as { handlers: Handlers };
  return {
    bullet: '-',
    bulletOther: '*',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
    extensions: [tables as Options],
    handlers: {
      ...textsToMarkdown(escapes),
      ...emphasisToMarkdown,
      ...spansToMarkdown,
      ...indexMarksToMarkdown,
      ...rawToMarkdown,
      ...linksToMarkdown(ids),
      ...citationsToMarkdown(ids, cites),
      ...formulasToMarkdown,
      ...figuresToMarkdown,
      ...captionsToMarkdown,
      ...notesToMarkdown(definitions),
      ...headingsToMarkdown,
      ...blocksToMarkdown,
      ...verseToMarkdown,
      ...definitionListsToMarkdown,
      ...listsToMarkdown,
      ...quotationsToMarkdown,
      inlineCode: Object.assign(behind(parted(tables.handlers.inlineCode as Handle), ''), { peek: () => '`' }),
      paragraph: behind(defaultHandlers.paragraph as Handle, '\n'),
      table: behind(withColumnLanguages(tables.handlers.table as Handle), '\n'),
      list: behind(defaultHandlers.list as Handle, '\n\n'),
      code: behind(defaultHandlers.code as Handle, '\n\n'),
      thematicBreak: behind(defaultHandlers.thematicBreak as Handle, '\n\n'),
      blockquote: behind(quotationsToMarkdown.blockquote as Handle, '\n\n'),
      break: lineBreak,
    } as Handlers as never,
    join: [
      // A comment separates neighbouring lists if the parser would join them, because it reads own signs as numbers.
      (left, right) =>
        left.type === 'list' && right.type === 'list' && (isSigned(left) || isSigned(right)) ? false : undefined,
      (left, right) =>
        left.type === 'displayedFormula' && right.type === 'paragraph' && right.data?.isResumed ? 0 : undefined,
      (left, right) => (apart.has(left.type) || apart.has(right.type) ? 1 : undefined),
    ],
  };
}

function isSigned({ children: [first] }: List): boolean {
  return first?.data?.sign !== undefined;
}

/** Blocks that need an empty line before and after them. */
const apart: ReadonlySet<string> = new Set([
  'captioned',
  'definitionList',
  'htmlBlock',
  'lineHeading',
  'source',
  'stanza',
  'verse',
]);

/** A writer that adds a node’s attributes after the node. */
function behind(handle: Handle, between: string): Handle {
  return (node: Nodes, parent, state, info) => {
    const attributes = bracesOf(node);
    const written = handle(node, parent, state, info);
    return attributes ? `${written}${between}${attributes}` : written;
  };
}

/** A writer that puts a comment before code that directly follows other code, because the two would be read as one. */
function parted(handle: Handle): Handle {
  return (node, parent, state, info) =>
    `${info.before.endsWith('`') ? '<!-- -->' : ''}${handle(node, parent, state, info)}`;
}

/** Writes a line break: a backslash at the end of a line, or, if the context allows only one line, `<br>`. */
function lineBreak(_node: Nodes, _parent: unknown, state: State, _info: Info): string {
  return state.stack.some((name) => name === 'tableCell' || name === 'headingAtx') ? '<br>' : '\\\n';
}
