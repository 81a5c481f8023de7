import type { Image, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { blockNameFor } from '../../mend/block-names.ts';
import { addAttributes, attributesOf, type Captioned, type NodeAttributes, setAttributes } from '../../tree.ts';
import { applyAttributes } from '../attributes/apply.ts';
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
  for (const child of node.children) {
    const own = child.type === 'paragraph' ? imagesOf(child, file) : undefined;
    if (own) images.push(...own);
    else if (child.type === 'paragraph' && images.length > 0) captions.push(child);
    else others.push(child);
  }
  const first = images[0];
  if (!first) return undefined;
  const caption = captions.flatMap(({ children }, i): PhrasingContent[] =>
    i > 0 ? [{ type: 'text', value: ' ' }, ...children] : children,
  );
  if (alt && images.length === 1 && !first.alt?.trim()) first.alt = alt;
  const { width } = values;
  if (images.length === 1 && width && /^\d+(?:\.\d+)?(?:%|mm)$/.test(width)) addAttributes(first, { width });
  const isWide = classes.split(/\s+/).includes('wide');
  const outer: NodeAttributes = {
    ...(id ? { id: id.replace(/[^\w-]+/g, '-') } : {}),
    ...(values.lang ? { lang: values.lang } : {}),
    ...(isWide ? { classes: ['wide'] } : {}),
  };
  if (images.length === 1 && !src && captions.length === 0 && others.length === 0) {
    const { classes: own = [], ...inner } = attributesOf(first);
    const all = [...own, ...(isWide ? ['wide'] : [])];
    setAttributes(first, { ...inner, ...outer, ...(all.length > 0 ? { classes: all } : {}) });
    if (/^fig/.test(id ?? '')) first.data = { ...first.data, isFigure: true } as never;
    return { type: 'paragraph', children: [first], ...(node.position ? { position: node.position } : {}) };
  }
  const figure: Captioned = {
    type: 'captioned',
    kind: 'figure',
    children: [
      ...images,
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
  return figure;
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

/** Turns the last paragraph of Quarto’s `::: {#tbl-towns}` into the caption of the table in it. */
export function tableFrom(node: ContainerDirective): void {
  const { id } = (node.attributes ?? {}) as Record<string, string>;
  const [table, caption, ...others] = node.children;
  if (!id || !/^tbl/.test(id) || table?.type !== 'table' || caption?.type !== 'paragraph' || others.length > 0) return;
  const { id: _, ...rest } = attributesOf(node);
  setAttributes(node, rest);
  caption.children.unshift({ type: 'text', value: 'Table: ' });
  caption.children.push({ type: 'text', value: ` {#${id.replace(/[^\w-]+/g, '-')}}` });
}
