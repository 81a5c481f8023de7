import type { Image, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { takeLabel, unwrapped } from './label.ts';

/** The image of a paragraph that has nothing else, or only a caption in the lines below it. */
export function imageWithCaption(paragraph: Paragraph): { image: Image; caption?: PhrasingContent[] } | undefined {
  const alone = onlyImage(paragraph);
  if (alone) return { image: alone };
  const [image, ...rest] = paragraph.children;
  if (image?.type !== 'image' || rest.some(({ type }) => type === 'image')) return undefined;
  const [first] = rest;
  const isBelow = first?.type === 'break' || (first?.type === 'text' && /^[ \t]*\n/.test(first.value));
  const words =
    first?.type === 'text' ? [{ ...first, value: first.value.replace(/^\s+/, '') }, ...rest.slice(1)] : rest.slice(1);
  const caption = isBelow
    ? captionOf(words.filter((child) => !(child.type === 'text' && child.value === '')))
    : undefined;
  return caption && { image, caption };
}

/** The caption in a paragraph below a picture; undefined if the paragraph is not a caption. */
export function captionBelow(
  node: RootContent | undefined,
): { children: PhrasingContent[]; position?: Paragraph['position'] } | undefined {
  const children = node?.type === 'paragraph' ? captionOf(node.children) : undefined;
  return children && { children, position: node?.position };
}

/** Words that are italic as a whole, or begin with “Figure 1.”; undefined for others. */
function captionOf(children: PhrasingContent[]): PhrasingContent[] | undefined {
  const inner = unwrapped(children);
  const isItalic =
    children.some(({ type }) => type === 'emphasis') && inner !== children && inner.length > 0 && isUnwrapped(children);
  if (textOf({ type: 'paragraph', children }).length > 1000) return undefined;
  const label = takeLabel(inner);
  return label ? (label.kind === 'figure' ? inner : undefined) : isItalic ? inner : undefined;
}

function isUnwrapped(children: readonly PhrasingContent[]): boolean {
  return children.filter((child) => !(child.type === 'text' && child.value.trim() === '')).length === 1;
}

function onlyImage(paragraph: Paragraph): Image | undefined {
  const rest = paragraph.children.filter((node) => !(node.type === 'text' && node.value.trim() === ''));
  return rest.length === 1 && rest[0]?.type === 'image' ? rest[0] : undefined;
}
