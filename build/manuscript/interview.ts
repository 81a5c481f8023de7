import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/**
 * Tells questions from answers in `:::interview`. A turn opens with a bold name: `**Question:** …`; whoever speaks first asks. A
 * paragraph that is bold as a whole is a question too. What follows a turn's first paragraph belongs to the turn.
 */
export function readInterviews() {
  return (tree: Root): void => {
    let asks: string | undefined;
    visit(tree, 'containerDirective', (block) => {
      if (block.name !== 'interview') return;
      let turn: 'question' | 'answer' = 'question';
      for (const child of block.children) {
        if (child.type === 'paragraph') {
          const name = speakerOf(child);
          if (name !== undefined) {
            asks ??= name;
            turn = name === asks ? 'question' : 'answer';
          } else if (asks === undefined) turn = isBold(child) ? 'question' : 'answer';
        }
        const classes = [turn, ...(child.type === 'paragraph' && speakerOf(child) !== undefined ? ['turn'] : [])];
        child.data = { ...child.data, hProperties: { ...child.data?.hProperties, className: classes } };
      }
    });
  };
}

/** The bold name, with its colon or full stop, that opens a turn; marks it as the speaker. */
function speakerOf(paragraph: Paragraph): string | undefined {
  const [first, second] = paragraph.children;
  if (first?.type !== 'strong' || !second) return undefined;
  const name = textOf(first).trim();
  if (!/[:.]$/.test(name) && !(second.type === 'text' && second.value.startsWith(':'))) return undefined;
  first.data = { ...first.data, hName: 'b', hProperties: { className: ['speaker'] } };
  return name.replace(/[:.]$/, '');
}

function isBold(paragraph: Paragraph): boolean {
  const [only, ...rest] = paragraph.children.filter(
    (node: PhrasingContent) => !(node.type === 'text' && node.value.trim() === ''),
  );
  return only?.type === 'strong' && rest.length === 0;
}
