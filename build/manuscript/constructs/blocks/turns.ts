import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

type Block = BlockContent | DefinitionContent;

/**
 * The blocks of an interview, with questions told from answers. A turn opens with a bold name: `**Question:** …`; whoever speaks first
 * asks, in all the interviews of an article. A name may be shortened to its initials once it was said in full: `**Q.:**`. Where nobody is
 * named, a paragraph that is bold as a whole is a question. What follows belongs to the turn.
 */
export function markTurns(blocks: readonly Block[], speakers: string[]): Block[] {
  const isNamed = blocks.some((child) => child.type === 'paragraph' && speakerOf(child) !== undefined);
  let turn: 'question' | 'answer' = 'question';
  return blocks.map((child): Block => {
    const name = child.type === 'paragraph' ? speakerOf(child) : undefined;
    const speaker = name === undefined ? undefined : whoIs(name, speakers);
    if (speaker !== undefined && !speakers.includes(speaker)) speakers.push(speaker);
    if (speaker !== undefined) turn = speaker === speakers[0] ? 'question' : 'answer';
    else if (!isNamed && child.type === 'paragraph') turn = isBold(child) ? 'question' : 'answer';
    if (!parts.has(child.type)) return child;
    const className = name !== undefined ? [turn, 'turn'] : [turn];
    const marked = name === undefined ? child : withSpeaker(child as Paragraph);
    return { ...marked, data: { ...child.data, hProperties: { className } } } as Block;
  });
}

/** What a turn is made of; blocks such as a pull quote stand between turns and have classes of their own. */
const parts = new Set(['paragraph', 'list', 'blockquote']);

/** The bold name, with its colon or full stop, that opens a turn. */
function speakerOf(paragraph: Paragraph): string | undefined {
  const [first, second] = paragraph.children;
  if (first?.type !== 'strong' || !second) return undefined;
  const name = textOf(first).trim();
  if (!/[:.]$/.test(name) && !(second.type === 'text' && second.value.startsWith(':'))) return undefined;
  return name.replace(/[:.]$/, '');
}

/** The speaker that a name is of: one of those known whose initials it is, where there is one only, else a new one. */
function whoIs(name: string, known: readonly string[]): string {
  if (known.includes(name)) return name;
  const short = name.replace(/[.\s]/g, '');
  const [one, ...others] = /^\p{Lu}{1,3}$/u.test(short) ? known.filter((full) => initialsOf(full).includes(short)) : [];
  return one !== undefined && others.length === 0 ? one : name;
}

/** What a name may be shortened to: all its initials, or the first letter of one of its words. */
function initialsOf(name: string): string[] {
  const letters = name.split(/[\s-]+/).flatMap((word) => /^\p{Lu}/u.exec(word) ?? []);
  return [letters.join(''), ...letters];
}

function withSpeaker(paragraph: Paragraph): Paragraph {
  const [name, ...rest] = paragraph.children;
  if (!name) return paragraph;
  const speaker = { ...name, data: { ...name.data, hName: 'b', hProperties: { className: ['speaker'] } } };
  return { ...paragraph, children: [speaker as PhrasingContent, ...rest] };
}

function isBold(paragraph: Paragraph): boolean {
  const [only, ...rest] = paragraph.children.filter(
    (node: PhrasingContent) => !(node.type === 'text' && node.value.trim() === ''),
  );
  return only?.type === 'strong' && rest.length === 0;
}
