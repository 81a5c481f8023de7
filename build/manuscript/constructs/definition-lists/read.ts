import type { List, Parents, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../../../text/visit.ts';
import type { DefinitionList } from '../../tree.ts';
import { verseLines } from '../verse/lines.ts';

/**
 * Reads definition lists: paragraphs with terms, one in each line, each followed by list items that
 * `mend/definition-lists.ts` found.
 */
export function readDefinitionLists(tree: Root, file: VFile): void {
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some((child) => isDefinitions(child))) return;
    const parent = node as Parents;
    const children: RootContent[] = [];
    let open: DefinitionList['children'] | undefined;
    const blocks = parent.children as RootContent[];
    for (const [i, child] of blocks.entries()) {
      const next = blocks[i + 1];
      if (child.type === 'paragraph' && next && isDefinitions(next)) {
        if (!open) {
          open = [];
          children.push({ type: 'definitionList', children: open, ...placeOf(child) });
        }
        for (const { children: words } of verseLines(child.children, file))
          open.push({ type: 'definitionTerm', children: words, ...placeOf(child) });
      } else if (isDefinitions(child) && open) {
        for (const item of (child as List).children)
          open.push({ type: 'definitionDescription', children: item.children as never, ...placeOf(item) });
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

function placeOf({ position }: Pick<RootContent, 'position'>): Pick<RootContent, 'position'> {
  return position ? { position } : {};
}
