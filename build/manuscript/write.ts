import type { Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { prepareTree } from './constructs/prepare-tree.ts';
import { markdownOfConstructs } from './constructs/to-markdown.ts';

/**
 * Writes a manuscript: its front matter, if any, and its tree (`tree.ts`) as Markdown. A paragraph is one line, notes
 * are at the end in the order of their calls, and only signs that would be read as marks get a backslash. Reading the
 * text gives the same tree again.
 */
export function writeManuscript(tree: Root, frontMatter?: object): string {
  const { text, notes, definitions, escapes, ids, cites } = prepareTree(tree);
  const body = toMarkdown(
    { type: 'root', children: [...text.children, ...notes] },
    markdownOfConstructs(escapes, definitions, ids, cites),
  );
  const front = frontMatter ? `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n` : '';
  return `${front}${body}`;
}
