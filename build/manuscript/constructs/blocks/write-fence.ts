import type { Nodes, PhrasingContent } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { bracesOf } from '../attributes/write.ts';

/** A block to write between lines of colons. `node` has the attributes of the block, if it may have any. */
interface Fence {
  name: string;
  label?: { children: PhrasingContent[] } | undefined;
  blocks: readonly Nodes[];
  node?: Nodes;
}

/** Writes a block between lines of colons, `:::name[Label]{#id}`. A block gets more colons than the blocks in it. */
export function writeFence({ name, label, blocks, node }: Fence, state: State, info: Info): string {
  const colons = ':'.repeat(3 + Math.max(0, ...blocks.map(depthOf)));
  // In this context, a line break is written as `<br>`: a backslash would end the line of the label.
  const exit = state.enter('headingAtx');
  const words = label
    ? `[${state.containerPhrasing({ type: 'paragraph', children: label.children }, { ...info, before: '[', after: ']' })}]`
    : '';
  exit();
  const text = state.containerFlow({ type: 'root', children: blocks as never }, info);
  return [
    `${colons}${name}${words}${node ? bracesOf(node) : ''}`,
    ...(text ? [`${blocks[0]?.type === 'definitionList' ? '\n' : ''}${text}`] : []),
    colons,
  ].join('\n');
}

/** The number of levels of blocks between colons in a node. */
function depthOf(node: Nodes): number {
  // A sub-figure is a picture in a paragraph.
  if ((node.data as { isPart?: boolean } | undefined)?.isPart) return 0;
  const inner = 'children' in node ? Math.max(0, ...(node.children as Nodes[]).map(depthOf)) : 0;
  return fenced.has(node.type) ? inner + 1 : inner;
}

/** Nodes that may be written between colons. */
const fenced: ReadonlySet<string> = new Set(['containerDirective', 'verse', 'captioned', 'blockquote', 'lineHeading']);
