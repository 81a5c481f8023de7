import type { Image, Nodes, PhrasingContent, RootContent } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { attributesOf, type Caption, type Captioned, type Credit, type NodeAttributes } from '../../tree.ts';
import { braces, bracesOf } from '../attributes/write.ts';
import { writeFence } from '../blocks/write-fence.ts';

/** Writers of images. */
export const figuresToMarkdown = {
  image: Object.assign(writeImage, { peek: () => '!' }),
};

function writeImage(node: Image, _parent: Nodes | undefined, state: State, info: Info): string {
  return `${picture(node, node.alt ?? '', '', state, info)}${bracesOf(node)}`;
}

/**
 * Writes a figure: a picture with its caption in quotation marks, or a block between colons for several pictures, or
 * for more content than a caption.
 */
export function writeFigure(node: Captioned, state: State, info: Info): string {
  const credit = node.children.find((child): child is Credit => child.type === 'credit');
  const [image, ...others] = node.children.filter((child) => child !== credit);
  const words = credit ? creditOf(credit, state, info) : undefined;
  const caption = others.length === 1 && others[0]?.type === 'caption' ? others[0] : undefined;
  const isSimple = image?.type === 'image' && (others.length === 0 || caption) && !attributesOf(node).lang;
  if (!isSimple) {
    const blocks = node.children
      .filter((child) => child !== credit)
      .map((child) => (child.type === 'image' || child.type === 'caption' ? paragraphOf(child, node) : asPart(child)));
    // The attributes of a block are decoded before they are read.
    const coded = words?.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const attributes = { ...attributesOf(node), ...(coded ? { credit: `"${coded}"` } : {}) } as NodeAttributes;
    return writeFence({ name: 'figure', blocks, node: { ...node, data: { attributes } } }, state, info);
  }
  const title = caption ? titleOf(caption, state, info) : '';
  // The words in the brackets of a sub-figure are its caption.
  const isBare = !caption && (node.data as { isPart?: boolean } | undefined)?.isPart;
  const described = isBare && image.alt ? { alt: quoted(state.safe(image.alt, { before: '"', after: '"' })) } : {};
  const { id, classes: outer = [] } = attributesOf(node);
  const { classes: inner = [], ...sizes } = attributesOf(image);
  const classes = [...inner, ...outer];
  const attributes = braces({
    ...(id ? { id } : {}),
    ...(classes.length > 0 ? { classes } : {}),
    ...sizes,
    ...described,
    ...(words ? { credit: quoted(words) } : {}),
  } as NodeAttributes);
  return `${picture(image, isBare ? '' : altOf(image, caption), title, state, info)}${attributes}`;
}

function picture(node: Image, alt: string, title: string, state: State, info: Info): string {
  const exit = state.enter('label');
  const address = defaultHandlers
    .image({ ...node, alt: '', title: null }, undefined, state, info)
    .slice('![]('.length, -1);
  const phrasing = state.enter('phrasing');
  const words = state.safe(alt, { before: '[', after: ']' });
  phrasing();
  exit();
  return `![${words}](${address}${title ? ` "${title}"` : ''})`;
}

/** The alternative text of an image; empty if it only repeats the caption. */
function altOf(image: Image, caption: Caption | undefined): string {
  const isDecorative = attributesOf(image).classes?.includes('decorative');
  return caption && !isDecorative && image.alt === textOf(caption).trim() ? '' : (image.alt ?? '');
}

/** A caption as Markdown in the title of an image, in which a quotation mark would end it. */
function titleOf({ children }: Caption, state: State, info: Info): string {
  const words = state.containerPhrasing({ type: 'paragraph', children }, { ...info, before: '"', after: '"' });
  return words.replace(/"|(?<=\\)'/g, '\\$&');
}

/** A credit as Markdown in one line. */
function creditOf({ children }: Credit, state: State, info: Info): string {
  const exit = state.enter('headingAtx');
  const words = state.containerPhrasing({ type: 'paragraph', children }, { ...info, before: '"', after: '"' });
  exit();
  return words;
}

/** Markdown between quotation marks: what would end them is written by its number, except in code. */
function quoted(words: string): string {
  return `"${words
    .split(/(`+[^`]*`+)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll('"', '&#34;')))
    .join('')}"`;
}

function paragraphOf(child: Image | Caption, figure: Captioned): Nodes {
  const caption = figure.children.find((one): one is Caption => one.type === 'caption');
  const children: PhrasingContent[] =
    child.type === 'caption' ? child.children : [{ ...child, alt: altOf(child, caption) }];
  return { type: 'paragraph', children };
}

/** A block in a figure; of a sub-figure one that says so. */
function asPart(child: RootContent): RootContent {
  return child.type === 'captioned' ? { ...child, data: { ...child.data, isPart: true } as never } : child;
}
