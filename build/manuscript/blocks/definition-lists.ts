import type { List, ListItem, Parents, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { group, line } from './group.ts';
import { verseLines } from './verse-lines.ts';

/** Lists of definitions: paragraphs with terms, a line each, and below each the items that `mend/definition-lists.ts` found. */
export function readDefinitionLists(tree: Root, file: VFile): void {
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some((child) => isDefinitions(child))) return;
    const parent = node as Parents;
    const children: RootContent[] = [];
    let open: RootContent[] | undefined;
    const blocks = parent.children as RootContent[];
    for (const [i, child] of blocks.entries()) {
      const next = blocks[i + 1];
      if (child.type === 'paragraph' && next && isDefinitions(next)) {
        if (!open) {
          open = [];
          children.push(group('dl', open, child));
        }
        for (const { children: words } of verseLines(child.children, file)) open.push(line('dt', words, child));
      } else if (isDefinitions(child) && open) {
        for (const item of (child as List).children) open.push(definitionOf(item));
      } else {
        open = undefined;
        children.push(child);
      }
    }
    parent.children = children as typeof parent.children;
  });
}

function isDefinitions(node: RootContent): boolean {
  return node.type === 'list' && Boolean(node.children[0]?.data && 'isDefinition' in node.children[0].data);
}

/** A definition of one paragraph is a line of its own. */
function definitionOf(item: ListItem): RootContent {
  const [only, ...rest] = item.children;
  return rest.length === 0 && only?.type === 'paragraph'
    ? line('dd', only.children, item)
    : group('dd', item.children, item);
}
