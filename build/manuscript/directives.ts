import type { BlockContent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { nearest } from '../issue/nearest.ts';
import { applyAttributes } from './apply-attributes.ts';
import { sourceText } from './source-text.ts';

/** The blocks that `:::name` opens, and the HTML they become. */
const blocks = {
  pullquote: 'aside',
  epigraph: 'blockquote',
  box: 'aside',
  interview: 'div',
  description: 'div',
} as const;
type Block = keyof typeof blocks;
const names = Object.keys(blocks);

/** Makes HTML of the blocks that Offprint knows; reports those that it does not, that are open, and lines of `:::` that do nothing. */
export function readDirectives() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'containerDirective') readBlock(node, parent?.type === 'containerDirective', file);
      if (node.type !== 'text') return;
      const source = sourceText(node, file);
      for (const match of node.value.matchAll(/^:{3,}.*/gm)) {
        const at = source.position(match.index, match.index + match[0].length);
        if (source.escaped(match.index) || (match.index === 0 && index !== 0)) continue;
        if (/^:+\s*$/.test(match[0]))
          report(file, 'directive-closed', {
            at,
            found: 'A line ::: that closes nothing',
            fix: 'Remove it, or open a block above; a block that holds another is opened and closed by four colons.',
          });
        else
          report(file, 'directive-known', {
            at,
            found: `The line “${match[0].slice(0, 40)}” opens no block`,
            expected: ':::box alone on its line, without a space',
            fix: 'Write a heading line for the block as :::box[Its words].',
          });
      }
    });
  };
}

function readBlock(node: ContainerDirective, isInner: boolean, file: VFile): void {
  if (!names.includes(node.name)) {
    const close = nearest(node.name, names);
    report(file, 'directive-known', {
      at: node.position?.start,
      found: `Unknown block :::${node.name}; its text is set plainly`,
      expected: names.map((name) => `:::${name}`).join(', '),
      ...(close ? { fix: `Did you mean :::${close}?` } : {}),
    });
  }
  if (!isClosed(node, file)) {
    report(file, 'directive-closed', {
      at: node.position?.start,
      found: `The block :::${node.name} is not closed, and takes in all that follows`,
      fix: isInner
        ? 'Open and close the block around it with four colons, ::::, for ::: ends that one.'
        : 'Put a line ::: after its last paragraph.',
    });
  }
  const name = names.includes(node.name) ? (node.name as Block) : undefined;
  node.data = { ...node.data, hName: name ? blocks[name] : 'div' };
  const { id, class: classes, ...values } = (node.attributes ?? {}) as Record<string, string>;
  applyAttributes(
    node,
    { ...(id ? { id } : {}), classes: classes?.split(/\s+/).filter(Boolean) ?? [], values, length: 0 },
    file,
  );
  const properties = node.data.hProperties ?? {};
  if (name)
    node.data.hProperties = {
      ...properties,
      className: [name, ...((properties.className as string[] | undefined) ?? [])],
    };
  labelToHeading(node);
}

/** `:::box[Words]` gives the box a heading line. */
function labelToHeading(node: ContainerDirective): void {
  const [first] = node.children;
  if (first?.type !== 'paragraph' || !first.data || !('directiveLabel' in first.data)) return;
  first.data = { hProperties: { className: ['label'] } } as BlockContent['data'] & object;
}

/** A container that runs to the end of its parent has swallowed it, unless its own source ends with a fence as long as its first. */
function isClosed(node: ContainerDirective, file: VFile): boolean {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return true;
  const source = String(file).slice(start, end).trimEnd();
  const first = /^:+/.exec(source)?.[0].length ?? 0;
  const last = /\n[\s>]*(:+)$/.exec(source.slice(source.lastIndexOf('\n')))?.[1]?.length ?? 0;
  return last >= first;
}
