import type { BlockContent, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Point } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { nearest } from '../issue/nearest.ts';
import { applyAttributes } from './apply-attributes.ts';

/** The blocks that `:::name` opens, and the HTML they become. */
const blocks = { pullquote: 'aside', epigraph: 'blockquote', box: 'aside', interview: 'div' } as const;
type Block = keyof typeof blocks;

/**
 * Makes HTML of the blocks that Offprint knows, and gives everything else that remark-directive takes for a directive back to the text:
 * it reads `20:1`, `Note:this` and `5:Вступ` as directives, and would drop the words.
 */
export function readDirectives() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'textDirective' || node.type === 'leafDirective') {
        if (!parent || index === undefined) return;
        const back = asText(node, file);
        const nodes =
          node.type === 'leafDirective'
            ? [{ type: 'paragraph' as const, children: back, position: node.position }]
            : back;
        (parent as Parents).children.splice(index, 1, ...(nodes as never[]));
        return [SKIP, index + nodes.length];
      }
      if (node.type === 'containerDirective') readBlock(node, file);
      return;
    });
    visit(tree, (node) => {
      if ('children' in node) joinTexts(node as Parents);
    });
  };
}

function readBlock(node: ContainerDirective, file: VFile): void {
  const names = Object.keys(blocks);
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
      fix: 'Put a line ::: after its last paragraph.',
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

/** A container that runs to the end of its parent has swallowed it, unless its own source ends with a closing fence. */
function isClosed(node: ContainerDirective, file: VFile): boolean {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return true;
  const lines = String(file).slice(start, end).trimEnd().split('\n');
  return lines.length > 1 && /^[\s>]*:{3,}\s*$/.test(lines.at(-1) ?? '');
}

/** The words of a would-be directive as they stood in the source; what its label held is kept as it was parsed. */
function asText(node: TextDirective | LeafDirective, file: VFile): PhrasingContent[] {
  if (!node.position) return node.children;
  const { start, end } = node.position;
  const source = String(file);
  const text = (from: Point, to: Point): Text => ({
    type: 'text',
    value: source.slice(from.offset, to.offset),
    position: { start: from, end: to },
  });
  const from = node.children[0]?.position?.start;
  const to = node.children.at(-1)?.position?.end;
  return from && to ? [text(start, from), ...node.children, text(to, end)] : [text(start, end)];
}

/** Joins neighbouring texts that stand side by side in the source, so that later steps see `20:1` as one. */
function joinTexts(parent: Parents): void {
  const joined: Parents['children'][number][] = [];
  for (const child of parent.children) {
    const before = joined.at(-1);
    if (
      child.type === 'text' &&
      before?.type === 'text' &&
      child.position &&
      before.position &&
      before.position.end.offset === child.position.start.offset
    ) {
      joined[joined.length - 1] = {
        type: 'text',
        value: before.value + child.value,
        position: { start: before.position.start, end: child.position.end },
      };
    } else joined.push(child);
  }
  parent.children = joined as typeof parent.children;
}
