import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page of test/journals/many-languages: paragraphs with straight quotation marks, a note, a table. */
export interface PageOfLiterature {
  tag: string;
  title: string;
  author: string;
  paragraphs: string[];
  note: string;
  /** The cells of the table, row by row. */
  cells: string[][];
}

/** The journal of pages of literature. */
export const journal = join(import.meta.dirname, '../../journals/many-languages');

/** Reads the pages of literature, in the order of the issue. */
export async function readPages(): Promise<PageOfLiterature[]> {
  const folder = join(journal, 'manuscripts', '2026-1');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(names.map(async (name) => pageOf(name.slice(0, -3), await readFile(join(folder, name), 'utf8'))));
}

function pageOf(tag: string, source: string): PageOfLiterature {
  const blocks = source.trim().split('\n\n');
  const isText = (block: string) => !/^(---|\||Table: |\[\^)/.test(block);
  const rows = blocks.find((block) => block.startsWith('|'))?.split('\n') ?? [];
  return {
    tag,
    title: /^title: "(.*)"$/m.exec(source)?.[1] ?? '',
    author: /^Table: (.*)$/m.exec(source)?.[1] ?? '',
    paragraphs: blocks.filter(isText),
    note: /^\[\^1\]: (.*)$/m.exec(source)?.[1] ?? '',
    cells: rows.filter((row) => !row.startsWith('|--')).map((row) => row.slice(2, -2).replace('\\*', '*').split(' | ')),
  };
}
