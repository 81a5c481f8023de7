import type { Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { prepare } from './constructs/ready.ts';
import { markdownOfConstructs } from './constructs/to-markdown.ts';

/**
 * The text of a manuscript: its front matter, if any, and its tree (`tree.ts`) as Markdown. A paragraph is a line, notes stand at the end
 * in the order of their calls, and signs have a backslash only where they would be read as marks. Reading it gives the same tree again.
 */
export function writeManuscript(tree: Root, frontMatter?: object): string {
  const { text, notes, definitions, escapes, ids } = prepare(tree);
  const body = toMarkdown(
    { type: 'root', children: [...text.children, ...notes] },
    markdownOfConstructs(escapes, definitions, ids),
  );
  const front = frontMatter ? `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n` : '';
  return `${front}${body}`;
}
