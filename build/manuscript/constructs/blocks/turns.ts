import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { withHtmlClasses } from '../html-element.ts';

type Block = BlockContent | DefinitionContent;

/**
 * Marks the blocks of an interview as questions and answers. A turn opens with a bold name, `**Question:** …`. In all
 * interviews of an article, the first speaker asks. After its first use, a name may be shortened to initials,
 * `**Q.:**`. If no names are given, a paragraph entirely in bold is a question. The blocks that follow belong to the
 * turn.
 */
export function markTurns(blocks: readonly Block[], speakers: string[]): Block[] {
  const isNamed = blocks.some((child) => child.type === 'paragraph' && speakerOf(child) !== undefined);
  let turn: 'question' | 'answer' = 'question';
  return blocks.map((child): Block => {
    const name = child.type === 'paragraph' ? speakerOf(child) : undefined;
    const speaker = name === undefined ? undefined : speakerNamed(name, speakers);
    if (speaker !== undefined && !speakers.includes(speaker)) speakers.push(speaker);
    if (speaker !== undefined) turn = speaker === speakers[0] ? 'question' : 'answer';
    else if (!isNamed && child.type === 'paragraph') turn = isBold(child) ? 'question' : 'answer';
    if (!turnBlocks.has(child.type)) return child;
    if (name === undefined) return withHtmlClasses(child, [turn]);
    return withHtmlClasses(withSpeaker(child as Paragraph), [turn, 'turn']);
  });
}

/** The blocks of a turn. Others, such as a pull quote, go between turns and have classes of their own. */
const turnBlocks = new Set(['paragraph', 'list', 'blockquote']);

/** The bold name, with a colon or full stop, that opens a turn; without that sign. */
function speakerOf(paragraph: Paragraph): string | undefined {
  const [first, second] = paragraph.children;
  if (first?.type !== 'strong' || !second) return undefined;
  const name = textOf(first).trim();
  if (!/[:.]$/.test(name) && !(second.type === 'text' && second.value.startsWith(':'))) return undefined;
  return name.replace(/[:.]$/, '');
}

/** The speaker with a name: the only known speaker with these initials, if there is one, else a new one. */
function speakerNamed(name: string, known: readonly string[]): string {
  if (known.includes(name)) return name;
  const short = name.replace(/[.\s]/g, '');
  const [one, ...others] = /^\p{Lu}{1,3}$/u.test(short) ? known.filter((full) => initialsOf(full).includes(short)) : [];
  return one !== undefined && others.length === 0 ? one : name;
}

/** The short forms of a name: all its initials, and the first letter of each word. */
function initialsOf(name: string): string[] {
  const letters = name.split(/[\s-]+/).flatMap((word) => /^\p{Lu}/u.exec(word) ?? []);
  return [letters.join(''), ...letters];
}

function withSpeaker(paragraph: Paragraph): Paragraph {
  const [name, ...rest] = paragraph.children;
  if (!name) return paragraph;
  return { ...paragraph, children: [withHtmlClasses(name, ['speaker'], 'b'), ...rest] };
}

function isBold(paragraph: Paragraph): boolean {
  const [only, ...rest] = paragraph.children.filter(
    (node: PhrasingContent) => !(node.type === 'text' && node.value.trim() === ''),
  );
  return only?.type === 'strong' && rest.length === 0;
}
