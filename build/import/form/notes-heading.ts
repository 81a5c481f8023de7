import type { RootContent } from 'mdast';
import { noteWords } from '../../manuscript/constructs/rules/read.ts';
import type { FormContext } from './context.ts';
import { lineOfBlock } from './line-of.ts';
import { placeOfBlock } from './opening-blocks.ts';

/** Leaves out a heading “Notes” with nothing below it: the editions put the notes where they belong. */
export function leaveNotesHeading({ imported: { tree, words } }: FormContext): void {
  const isText = ({ type }: RootContent): boolean => type !== 'footnoteDefinition' && type !== 'html';
  tree.children = tree.children.filter((node, i, all) => {
    if (node.type !== 'heading') return true;
    const line = lineOfBlock(node);
    const next = all.slice(i + 1).find(isText);
    if (!noteWords.test(line.replace(/[\s:.]+$/, '')) || (next && (next.type !== 'heading' || next.depth > node.depth)))
      return true;
    words.changes.push({
      from: line,
      to: '',
      at: placeOfBlock(node),
      why: 'heading of the notes, which are set by themselves',
    });
    return false;
  });
}
