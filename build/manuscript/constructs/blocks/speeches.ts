import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { withHtmlClasses } from '../html-element.ts';

type Block = BlockContent | DefinitionContent;

/**
 * Marks the speeches of a dialogue or a play. Each opens with its speaker, `**Name:** …`, `**Name.** …` or `NAME. …`,
 * perhaps with a direction behind the name, `**Name** (*aside*): …`; blocks that follow belong to it. A paragraph
 * entirely in italics is a stage direction.
 */
export function markSpeeches(blocks: readonly Block[]): Block[] {
  let isSpoken = false;
  return blocks.map((block): Block => {
    if (block.type !== 'paragraph')
      return isSpoken && /^(?:list|blockquote)$/.test(block.type) ? withHtmlClasses(block, ['goes-on']) : block;
    const named = withSpeaker(block);
    if (named) isSpoken = true;
    if (named) return withHtmlClasses(named, ['speech']);
    if (isDirection(block)) return withHtmlClasses(block, ['stage']);
    return isSpoken ? withHtmlClasses(block, ['goes-on']) : block;
  });
}

/** A paragraph with its speaker marked; undefined if it does not open with one. */
function withSpeaker(paragraph: Paragraph): Paragraph | undefined {
  const [first, ...rest] = paragraph.children;
  if (first?.type === 'strong') {
    const ends = /[:.]$/.test(textOf(first).trim()) || /^[^:.]{0,60}[:.]\s/.test(openingOf(rest));
    return ends && rest.length > 0 ? { ...paragraph, children: [asSpeaker(first), ...rest] } : undefined;
  }
  const capitals =
    first?.type === 'text' ? /^\p{Lu}[\p{Lu}\p{M}’'-]+(?: [\p{Lu}\p{M}’'.-]+){0,3}[:.](?=\s)/u.exec(first.value) : null;
  if (!capitals || first?.type !== 'text') return undefined;
  const [name] = capitals;
  const speaker = { type: 'strong' as const, children: [{ type: 'text' as const, value: name }] };
  return {
    ...paragraph,
    children: [asSpeaker(speaker), { ...first, value: first.value.slice(name.length) }, ...rest],
  };
}

function asSpeaker(name: PhrasingContent): PhrasingContent {
  return withHtmlClasses(name, ['speaker', 'smallcaps'], 'b');
}

/** The words behind a name: a direction in brackets or italics, and the sign that ends them. */
function openingOf(rest: readonly PhrasingContent[]): string {
  const opening = rest
    .slice(0, 3)
    .map((node) => textOf(node))
    .join('')
    .trimStart();
  return /^(?:[:.]|\()/.test(opening) || rest[1]?.type === 'emphasis' ? opening : '';
}

function isDirection({ children }: Paragraph): boolean {
  const shown = children.filter((node) => !(node.type === 'text' && /^[\s().[\]]*$/.test(node.value)));
  return shown.length > 0 && shown.every(({ type }) => type === 'emphasis' || type === 'footnoteReference');
}
