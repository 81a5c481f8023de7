import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A node of Pandoc’s tree, as its JSON has it: `t` is its kind, `c` what it has. */
export interface PandocNode {
  t: string;
  // biome-ignore lint/suspicious/noExplicitAny: each kind has contents of its own, and no schema says which.
  c?: any;
}

/** A manuscript as Pandoc reads it. */
export interface PandocTree {
  meta: Record<string, PandocNode>;
  blocks: PandocNode[];
}

/** The manuscript of a file, read by Pandoc. */
export async function pandocTree(file: string): Promise<PandocTree> {
  const args = ['-f', 'markdown', '-t', 'json', file];
  const { stdout } = await promisify(execFile)('pandoc', args, { maxBuffer: 1e9 });
  return JSON.parse(stdout) as PandocTree;
}

/** A table, row by row: of each, the blocks of its cells. */
export interface PandocTable {
  caption: PandocNode[];
  columns: number;
  head: PandocNode[][][];
  rows: PandocNode[][][];
}

type Row = [unknown, [unknown, unknown, unknown, unknown, PandocNode[]][]];

/** Reads a table, as Pandoc 2.10 and later have it: attributes, caption, columns, head, bodies, foot. */
export function tableOf(contents: unknown): PandocTable {
  const [, [, caption], columns, head, bodies] = contents as [
    unknown,
    [unknown, PandocNode[]],
    unknown[],
    [unknown, Row[]],
    [unknown, unknown, Row[], Row[]][],
  ];
  const cellsOf = (rows: readonly Row[]) => rows.map(([, row]) => row.map(([, , , , blocks]) => blocks));
  return {
    caption,
    columns: columns.length,
    head: cellsOf(head[1]),
    rows: bodies.flatMap(([, , , rows]) => cellsOf(rows)),
  };
}
