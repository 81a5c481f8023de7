import { readdir, readFile } from 'node:fs/promises';
import type { Code, InlineCode } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';

const repository = new URL('../../', import.meta.url);

/** The pages that users read: README, docs and the sample issue, by their paths. */
export async function pages(): Promise<Map<string, string>> {
  const inside = async (folder: string): Promise<string[]> =>
    (await readdir(new URL(folder, repository))).filter((name) => name.endsWith('.md')).map((name) => folder + name);
  const names = ['README.md', ...(await inside('docs/')), ...(await inside('manuscripts/2026-1/'))];
  const read = names.map(async (name) => [name, await readFile(new URL(name, repository), 'utf8')] as const);
  return new Map(await Promise.all(read));
}

/** The code of a page: each block without a language line by line, and what stands as code inside a line. */
export function codeOf(page: string): string[] {
  const code: string[] = [];
  // A table's cells have \| for |.
  visit(fromMarkdown(page), (node) => {
    if (node.type === 'inlineCode') code.push((node as InlineCode).value.replaceAll('\\|', '|'));
    if (node.type === 'code' && !(node as Code).lang) code.push(...(node as Code).value.split('\n'));
  });
  return code.map((line) => line.trim());
}

/** The fenced block of a page that has a text, whole. */
export function blockWith(page: string, text: string): string {
  let found: string | undefined;
  visit(fromMarkdown(page), 'code', (node) => {
    if (node.value.includes(text)) found ??= node.value;
  });
  if (found === undefined) throw new Error(`No block has “${text}”.`);
  return found;
}
