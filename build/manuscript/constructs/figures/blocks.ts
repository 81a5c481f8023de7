import type { Image, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { blockNameFor } from '../../mend/block-names.ts';
import { addAttributes, attributesOf, type Captioned, type NodeAttributes, setAttributes } from '../../tree.ts';
import { applyAttributes, creditKeys, creditsOf } from '../attributes/apply.ts';
import { type Attributes, readAttributes } from '../attributes/read.ts';

/**
 * The figure of a block `:::figure`, of MyST’s `{figure}`, or of Quarto’s `::: {#fig-map}`: its pictures, or the one
 * that it names, with the paragraphs below as caption. A single picture without anything else becomes a paragraph,
 * which `read.ts` reads.
 */
export function figureFrom(node: ContainerDirective, file: VFile): Captioned | Paragraph | undefined {
  if (blockNameFor(node.name) !== 'figure') return undefined;
  const { id, class: classes = '', src, alt, ...values } = (node.attributes ?? {}) as Record<string, string>;
  const images: Image[] = src
    ? [{ type: 'image', url: src, alt: alt ?? '', ...(node.position ? { position: node.position } : {}) }]
    : [];
  const captions: Paragraph[] = [];
  const others: RootContent[] = [];
  let widest = 1;
  for (const child of node.children) {
    const own = child.type === 'paragraph' ? imagesOf(child, file) : undefined;
    if (own) images.push(...own);
    if (own) widest = Math.max(widest, own.length);
    else if (child.type === 'paragraph' && images.length > 0) captions.push(child);
    else others.push(child);
  }
  const first = images[0];
  if (!first) return undefined;
  const caption = captions.flatMap(({ children }, i): PhrasingContent[] =>
    i > 0 ? [{ type: 'text', value: ' ' }, ...children] : children,
  );
  const columns = areSubfigures(images, id, values) ? columnsOf(values, images.length, widest) : undefined;
  if (alt && images.length === 1 && !first.alt?.trim()) first.alt = alt;
  const { width } = values;
  if (images.length === 1 && width && /^\d+(?:\.\d+)?(?:%|mm)$/.test(width)) addAttributes(first, { width });
  const isWide = classes.split(/\s+/).includes('wide');
  const outer: NodeAttributes = {
    ...(id ? { id: id.replace(/[^\w-]+/g, '-') } : {}),
    ...(values.lang ? { lang: values.lang } : {}),
    ...(isWide ? { classes: ['wide'] } : {}),
    ...(columns ? { 'layout-ncol': String(columns) } : {}),
  };
  const credits = Object.entries(values).flatMap(([key, value]) => (creditKeys.test(key) ? [value] : []));
  if (images.length === 1 && !src && captions.length === 0 && others.length === 0) {
    const { classes: own = [], ...inner } = attributesOf(first);
    const all = [...own, ...(isWide ? ['wide'] : [])];
    setAttributes(first, { ...inner, ...outer, ...(all.length > 0 ? { classes: all } : {}) });
    if (/^fig/.test(id ?? '')) first.data = { ...first.data, isFigure: true } as never;
    if (credits.length > 0) first.data = { ...first.data, credits: [...creditsOf(first), ...credits] } as never;
    return { type: 'paragraph', children: [first], ...(node.position ? { position: node.position } : {}) };
  }
  const figure: Captioned = {
    type: 'captioned',
    kind: 'figure',
    children: [
      ...(columns ? images.map((image) => subfigure(image, columns)) : images),
      ...(caption.length > 0
        ? [
            {
              type: 'caption' as const,
              children: caption,
              ...(captions[0]?.position ? { position: captions[0].position } : {}),
            },
          ]
        : []),
      ...others,
    ],
    ...(node.position ? { position: node.position } : {}),
  };
  addAttributes(figure, outer);
  if (credits.length > 0) figure.data = { ...figure.data, credits } as never;
  return figure;
}

/**
 * True if the pictures of a block are figures of their own, with letters: if one has an id, or if the block is named as
 * a figure, laid out in columns, and each picture has words.
 */
function areSubfigures(images: readonly Image[], id: string | undefined, values: Record<string, string>): boolean {
  if (images.length < 2) return false;
  const isLaidOut = Object.keys(values).some((key) => key.startsWith('layout'));
  const haveWords = images.every(({ alt, title }) => Boolean(alt?.trim() || title));
  return images.some((image) => attributesOf(image).id) || (/^fig/.test(id ?? '') && isLaidOut && haveWords);
}

/** How many sub-figures stand side by side: as Quarto’s `layout-…` says, or as many as stand in one paragraph. */
function columnsOf(values: Record<string, string>, count: number, widest: number): number {
  const rows = (values.layout ?? '').match(/\[[^[\]]*\]/g)?.map((row) => row.split(',').length) ?? [];
  const asked =
    Number(values['layout-ncol']) || Math.ceil(count / Number(values['layout-nrow'])) || Math.max(widest, ...rows);
  return Math.min(Math.max(1, Math.round(asked)), count, mostColumns);
}

const mostColumns = 4;

/**
 * The paragraph of a sub-figure, which `read.ts` makes a figure of: the words in its brackets are its caption. It is as
 * wide as its column, unless its width is in millimetres.
 */
function subfigure(image: Image, columns: number): Paragraph {
  const { width, ...attributes } = attributesOf(image);
  const kept = width && (columns === 1 || !width.endsWith('%')) ? { ...attributes, width } : attributes;
  setAttributes(image, kept);
  image.data = { ...image.data, isFigure: true } as never;
  return { type: 'paragraph', children: [image], ...(image.position ? { position: image.position } : {}) };
}

/** The images of a paragraph that has nothing but images and their attributes. */
function imagesOf({ children }: Paragraph, file: VFile): Image[] | undefined {
  const images: Image[] = [];
  const attributes: { image: Image; attributes: Attributes }[] = [];
  for (const child of children) {
    if (child.type === 'image') images.push(child);
    else if (child.type === 'text') {
      const image = images.at(-1);
      const read = image && readAttributes(child.value);
      if (image && read) attributes.push({ image, attributes: read });
      if (child.value.slice(read?.length ?? 0).trim() !== '') return undefined;
    } else if (child.type !== 'break') return undefined;
  }
  for (const { image, attributes: read } of attributes) applyAttributes(image, read, file);
  return images.length > 0 ? images : undefined;
}

/**
 * Turns the last paragraph of Quarto’s `::: {#tbl-towns}` into the caption of the table in it, and so the title of
 * MyST’s `:::{table} Towns`.
 */
export function tableFrom(node: ContainerDirective): void {
  const { id } = (node.attributes ?? {}) as Record<string, string>;
  const [first, second] = node.children;
  if (node.children.length !== 2) return;
  const caption = isMystTable(node) ? first : first?.type === 'table' && /^tbl/.test(id ?? '') ? second : undefined;
  if (caption?.type !== 'paragraph') return;
  const { id: _, ...rest } = attributesOf(node);
  setAttributes(node, rest);
  delete caption.data;
  // Below its table, where no other table can take it.
  if (caption === first) node.children.reverse();
  caption.children.unshift({ type: 'text', value: 'Table: ' });
  if (id) caption.children.push({ type: 'text', value: ` {#${id.replace(/[^\w-]+/g, '-')}}` });
}

/** True for a block of MyST with a title and a table. */
export function isMystTable({ name, children: [title, table, ...others] }: ContainerDirective): boolean {
  return name === 'table' && title?.type === 'paragraph' && table?.type === 'table' && others.length === 0;
}
