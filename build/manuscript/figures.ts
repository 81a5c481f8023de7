import type { FootnoteDefinition, Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { emptyWords } from './alt-words.ts';
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
    const notes: FootnoteDefinition[] = [];
    let captions = 0;
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const image = onlyImage(paragraph);
      if (!image || !parent || index === undefined) return;
      const figure = figureOf(image, paragraph);
      if (image.title) {
        const source = titleSource(image, file) ?? image.title;
        const caption = readInline(source, file, image.position, { labels, place: `caption ${++captions}` });
        figure.children.push({
          type: 'caption',
          children: caption.paragraphs.flat(),
          data: { hName: 'figcaption' },
          ...(image.position ? { position: image.position } : {}),
        });
        notes.push(...caption.notes);
        image.title = null;
      }
      parent.children[index] = figure as never;
    });
    visit(tree, 'image', (image) => {
      checkAlt(image, file);
      if (image.title) reportTitle(image, file);
      image.title = null;
    });
    tree.children = tree.children.concat(notes);
  };
}

function onlyImage(paragraph: Paragraph): Image | undefined {
  const rest = paragraph.children.filter((node) => !(node.type === 'text' && node.value.trim() === ''));
  return rest.length === 1 && rest[0]?.type === 'image' ? rest[0] : undefined;
}

/** Id and classes go from the image to the figure, but for what is said of the image alone. */
function figureOf(image: Image, { position }: Paragraph): Captioned {
  const { className = [], id, ...rest } = (image.data?.hProperties ?? {}) as { className?: string[]; id?: string };
  const outer = className.filter((name) => name !== 'decorative');
  image.data = { hProperties: { ...rest, ...(className.includes('decorative') ? { className: ['decorative'] } : {}) } };
  return {
    type: 'captioned',
    kind: 'figure',
    children: [image],
    data: { hName: 'figure', hProperties: { ...(id ? { id } : {}), className: ['figure', ...outer] } },
    ...(position ? { position } : {}),
  };
}

/** A title as it was written, escapes and all, for it is read as Markdown; undefined where it stands in a definition. */
function titleSource({ position }: Image, file: VFile): string | undefined {
  const source = String(file).slice(position?.start.offset, position?.end.offset);
  const title = /(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))\s*\)$/s.exec(source);
  return (title?.[1] ?? title?.[2] ?? title?.[3])?.replace(/\\(["'])/g, '$1').replace(/\n[\s>]+/g, '\n');
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
    return;
  }
  const fault = alt && emptyWords(alt);
  if (fault)
    report(file, 'image-alt', {
      at: image.position,
      found: `The alternative text is ${fault}: ${alt}`,
      expected: 'words for what is to be seen: ![A bridge of three arches](…)',
      fix: 'Say what a reader who cannot see it should know; the number stands before the caption by itself.',
    });
}

/** A title is printed as a caption, or nowhere. */
function reportTitle({ position }: Image, file: VFile): void {
  report(file, 'caption-place', {
    at: position,
    level: 'error',
    found: 'A caption on an image in a line of text, where it would not be printed',
    fix: 'Put the image into a paragraph of its own, or the words into the text.',
  });
}
