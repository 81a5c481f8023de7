import type { Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { readInline } from './inline.ts';
import { labelsOf } from './labels.ts';

declare module 'mdast' {
  interface RootContentMap {
    captioned: Captioned;
    caption: Caption;
  }
  interface BlockContentMap {
    captioned: Captioned;
  }
}

/** A figure or a table with what is said of it. It is numbered where it has a caption. */
export interface Captioned {
  type: 'captioned';
  kind: 'figure' | 'table';
  children: RootContent[];
  position?: Paragraph['position'];
  data: { hName: 'figure'; hProperties: Record<string, string | string[]> };
}

export interface Caption {
  type: 'caption';
  children: PhrasingContent[];
  position?: Paragraph['position'];
  data: { hName: 'figcaption' };
}

/** Makes a figure of an image that stands alone in a paragraph, its title the caption. Holds every image to having an alternative text. */
export function readFigures() {
  return (tree: Root, file: VFile): void => {
    const labels = labelsOf(tree);
    visit(tree, 'image', (image) => checkAlt(image, file));
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const image = onlyImage(paragraph);
      if (!image || !parent || index === undefined) return;
      const { className = [], id, ...rest } = (image.data?.hProperties ?? {}) as { className?: string[]; id?: string };
      const outer = className.filter((name) => name !== 'decorative');
      image.data = {
        hProperties: { ...rest, ...(className.includes('decorative') ? { className: ['decorative'] } : {}) },
      };
      const figure: Captioned = {
        type: 'captioned',
        kind: 'figure',
        children: [image],
        data: { hName: 'figure', hProperties: { ...(id ? { id } : {}), className: ['figure', ...outer] } },
        ...(paragraph.position ? { position: paragraph.position } : {}),
      };
      if (image.title)
        figure.children.push({
          type: 'caption',
          children: readInline(image.title, file, image.position, labels)[0] ?? [],
          data: { hName: 'figcaption' },
        });
      image.title = null;
      parent.children[index] = figure as never;
    });
  };
}

function onlyImage(paragraph: Paragraph): Image | undefined {
  const rest = paragraph.children.filter((node) => !(node.type === 'text' && node.value.trim() === ''));
  return rest.length === 1 && rest[0]?.type === 'image' ? rest[0] : undefined;
}

function checkAlt(image: Image, file: VFile): void {
  const decorative = ((image.data?.hProperties?.className as string[] | undefined) ?? []).includes('decorative');
  const alt = image.alt?.trim() ?? '';
  if (!alt && !decorative) {
    report(file, 'image-alt', {
      at: image.position,
      found: `The image ${image.url} has no alternative text`,
      expected: '![what is to be seen](…)',
      fix: 'Say what a reader who cannot see it should know, or mark mere decoration: ![](…){.decorative}.',
    });
  } else if (alt && /^[^\s]+\.(png|jpe?g|gif|webp|svg)$/i.test(alt)) {
    report(file, 'image-alt', {
      at: image.position,
      found: `The alternative text is a file name: ${alt}`,
      fix: 'Say what is to be seen.',
    });
  }
}
