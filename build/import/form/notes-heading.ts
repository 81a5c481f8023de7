import type { RootContent } from 'mdast';
import { noteWords } from '../../manuscript/constructs/rules/read.ts';
import type { FormContext } from './context.ts';
import { lineOfBlock } from './line-of.ts';
import { leave, placeOfBlock, remove } from './opening-blocks.ts';

/** Leaves out a heading “Notes” with nothing below it: the editions put the notes where they belong. */
export function leaveNotesHeading(context: FormContext): void {
  const isText = ({ type }: RootContent): boolean => type !== 'footnoteDefinition' && type !== 'html';
  const empty = context.imported.tree.children.filter((node, i, all) => {
    if (node.type !== 'heading' || !noteWords.test(lineOfBlock(node).replace(/[\s:.]+$/, ''))) return false;
    const next = all.slice(i + 1).find(isText);
    return !next || (next.type === 'heading' && next.depth <= node.depth);
  });
  for (const node of empty)
    leave(context, lineOfBlock(node), placeOfBlock(node), 'heading of the notes, which are set by themselves');
  remove(context, ...empty);
}
