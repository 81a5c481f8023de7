import type { ElementContent } from 'hast';
import type { BlockContent, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Cell, OfficeBlock, TableBlock } from './blocks.ts';
import { type Making, phrase, toTree, trimmed } from './to-tree.ts';

/**
 * A table: as Markdown has them, or as one of HTML if cells span others. One of a single cell is a box, and one that
 * only holds pictures stands for nothing but their places.
 */
export function tableOf(block: TableBlock, making: Making): RootContent[] {
  const cells = block.rows.flat();
  const filled = cells.filter(({ blocks }) => blocks.length > 0);
  const [only] = filled;
  if (only && cells.length === 1) {
    const inner = toTree(only.blocks, making) as BlockContent[];
    making.doubts.push({
      rule: 'import-table',
      confidence: 0.6,
      at: block.from,
      words: block.from.words,
      found: 'A table of one cell',
      made: 'box',
      instead: ['paragraphs'],
      fix: 'Take the marks of the box away, if the frame meant nothing.',
    });
    return [{ type: 'containerDirective', name: 'box', attributes: {}, children: inner, data: { from: block.from } }];
  }
  if (filled.length > 0 && filled.every((cell) => cell.blocks.every(isPicture)))
    return filled.flatMap((cell) => toTree(cell.blocks, making));
  const isMerged = cells.some(({ columns, rows }) => columns > 1 || rows > 1);
  if (!isMerged) return [plainTable(block, making)];
  if (hasMore(cells)) {
    making.doubts.push({
      rule: 'import-table',
      confidence: 0.4,
      at: block.from,
      words: block.from.words,
      found: 'A table with cells that span others, in which notes or pictures stand',
      made: 'a table in which each cell stands alone',
      fix: 'A table with notes has no cells that span others: see which stand empty now.',
    });
    return [plainTable(apart(block), making)];
  }
  return [htmlTable(block)];
}

function isPicture(block: OfficeBlock): boolean {
  return (
    block.type === 'paragraph' &&
    block.atoms.every((atom) => (atom.type === 'text' ? atom.text.trim() === '' : atom.node.type === 'image')) &&
    block.atoms.some(({ type }) => type === 'node')
  );
}

/** True if cells have what raw HTML has not: notes, pictures, questions to the editor, formulas. */
function hasMore(cells: readonly Cell[]): boolean {
  return cells.some(({ blocks }) =>
    blocks.some(
      (block) =>
        block.type === 'table' ||
        block.atoms.some(
          (atom) =>
            atom.format.cited !== undefined ||
            (atom.type === 'node' && /^(?:footnoteReference|image|html)$/.test(atom.node.type)),
        ),
    ),
  );
}

/** The same table with every cell alone: those that a cell spanned are empty. */
function apart(block: TableBlock): TableBlock {
  const width = Math.max(...block.rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)), 1);
  const waiting = Array.from({ length: width }, () => 0);
  const rows = block.rows.map((row) => {
    const cells: Cell[] = [];
    const empty = (): Cell => ({ blocks: [], columns: 1, rows: 1 });
    const skip = (): void => {
      while ((waiting[cells.length] ?? 0) > 0) {
        (waiting as number[])[cells.length] = (waiting[cells.length] as number) - 1;
        cells.push(empty());
      }
    };
    for (const cell of row) {
      skip();
      for (let i = 0; i < cell.columns; i++) {
        waiting[cells.length] = cell.rows - 1;
        cells.push(i === 0 ? { ...cell, columns: 1, rows: 1 } : empty());
      }
    }
    skip();
    return cells;
  });
  return { ...block, rows };
}

function plainTable(block: TableBlock, making: Making): RootContent {
  const width = Math.max(...block.rows.map((row) => row.length), 1);
  const rows = block.rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, i) => ({ type: 'tableCell', children: wordsOf(row[i], making) })),
    }),
  );
  const align = Array.from({ length: width }, (_, i) => {
    const sides = block.rows.slice(block.headRows).flatMap((row) => (row[i]?.blocks.length ? [row[i]?.align] : []));
    return sides.length > 0 && sides.every((side) => side === sides[0]) ? (sides[0] ?? null) : null;
  });
  if (block.headRows === 0 && rows.length > 1)
    making.doubts.push({
      rule: 'import-table',
      confidence: 0.8,
      at: block.from,
      words: block.from.words,
      found: 'A table without a marked head',
      made: 'its first row as head',
      fix: 'Put a row of its own above, if the first one is not the head.',
    });
  return { type: 'table', align, children: rows, data: { from: block.from } };
}

/** The words of a cell: its paragraphs one below the other. */
function wordsOf(cell: Cell | undefined, making: Making): PhrasingContent[] {
  const lines: PhrasingContent[][] = [];
  const add = (blocks: readonly OfficeBlock[]): void => {
    for (const block of blocks) {
      if (block.type === 'table') {
        for (const row of block.rows) for (const inner of row) add(inner.blocks);
        continue;
      }
      const words = trimmed(phrase(block.atoms));
      const mark = block.list ? `${block.list.format === 'bullet' ? '•' : block.list.label} ` : '';
      if (words.length > 0) lines.push(mark.trim() ? [{ type: 'text', value: mark }, ...words] : words);
      if (words.length > 0 && /[\p{L}\p{N}]/u.test(mark))
        making.changes.push({ from: '', to: mark, at: block.from, why: 'number of an item in a table' });
      making.nodes.set(block, { type: 'paragraph', children: words });
    }
  };
  add(cell?.blocks ?? []);
  return lines.flatMap((line, i): PhrasingContent[] => (i > 0 ? [{ type: 'break' }, ...line] : line));
}

function htmlTable(block: TableBlock): RootContent {
  const head = block.headRows;
  const rowOf = (row: readonly Cell[], name: string): ElementContent => ({
    type: 'element',
    tagName: 'tr',
    properties: {},
    children: row.map((cell) => ({
      type: 'element',
      tagName: name,
      properties: {
        ...(cell.columns > 1 ? { colSpan: cell.columns } : {}),
        ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
      },
      children: contentOf(cell),
    })),
  });
  const section = (tagName: string, rows: readonly Cell[][], cell: string): ElementContent[] =>
    rows.length === 0
      ? []
      : [{ type: 'element', tagName, properties: {}, children: rows.map((row) => rowOf(row, cell)) }];
  return {
    type: 'htmlBlock',
    tagName: 'table',
    properties: {},
    content: [...section('thead', block.rows.slice(0, head), 'th'), ...section('tbody', block.rows.slice(head), 'td')],
    data: { from: block.from },
  };
}

function contentOf(cell: Cell): ElementContent[] {
  const lines = cell.blocks.flatMap((block) => (block.type === 'paragraph' ? [trimmed(phrase(block.atoms))] : []));
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, i): ElementContent[] => [
      ...(i > 0 ? [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }] : []),
      ...line.map(htmlOf),
    ]);
}

const tags: Record<string, string> = {
  emphasis: 'em',
  strong: 'strong',
  delete: 's',
  superscript: 'sup',
  subscript: 'sub',
  inlineCode: 'code',
};

function htmlOf(node: PhrasingContent): ElementContent {
  if (node.type === 'text') return { type: 'text', value: node.value };
  if (node.type === 'break') return { type: 'element', tagName: 'br', properties: {}, children: [] };
  const children: ElementContent[] =
    'children' in node
      ? node.children.map((one) => htmlOf(one))
      : 'value' in node
        ? [{ type: 'text', value: node.value }]
        : [];
  const { lang } = node.data?.attributes ?? {};
  const tagName = node.type === 'htmlElement' ? node.tagName : (tags[node.type] ?? 'span');
  return { type: 'element', tagName, properties: lang ? { lang } : {}, children };
}
