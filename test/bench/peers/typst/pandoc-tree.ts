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
