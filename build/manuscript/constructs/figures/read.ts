import type { FootnoteDefinition, Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type Notice, report, reportKinds } from '../../../diagnostics/report.ts';
import { readInline } from '../../inline.ts';
import { addAttributes, attributesOf, type Captioned, setAttributes } from '../../tree.ts';
import { takeLabel } from '../captions/label.ts';
import { captionBelow, imageWithCaption } from '../captions/near.ts';
import { nameExamples } from '../lists/signs.ts';
import { labelsOf } from '../notes/labels.ts';
import { emptyWords } from './alt-words.ts';
import { partGluedPictures } from './glued-pictures.ts';
import { ownWords } from './own-words.ts';

/**
 * Makes a figure of an image that stands alone in a paragraph. Its caption is its title, or the line or paragraph right below it that is italic as a whole or begins “Figure 1.”. The words in
 * brackets say what is to be seen; they are the caption as well where they are written as one (`own-words.ts`). Holds every image to having an alternative text.
 */
export function readFigures() {
  return (tree: Root, file: VFile): void => {
    partGluedPictures(tree);
    const labels = labelsOf(tree);
    const notes: FootnoteDefinition[] = [];
    const notices: Notice[] = [];
    const hasTitles = hasCaptions(tree);
    let captions = 0;
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const found = imageWithCaption(paragraph);
      if (!found || !parent || index === undefined) return;
      const { image } = found;
      const { described } = (image.data ?? {}) as { described?: string };
      const has = Boolean(image.title || found.caption || described);
      const below = has ? undefined : captionBelow(parent.children[index + 1] as RootContent | undefined);
      const own = image.title || found.caption || below ? undefined : ownWords(image, file, hasTitles, notices);
      const figure = figureOf(image, paragraph);
      if (described) image.alt = described;
      const title = image.title ? (titleSource(image, file) ?? image.title) : own;
      const add = (children: PhrasingContent[], position = image.position): void =>
        void figure.children.push({
          type: 'caption',
          children,
          ...(position ? { position } : {}),
        });
      if (title) {
        const caption = readInline(nameExamples(title, file), file, image.position, {
          labels,
          place: `caption ${++captions}`,
        });
        const words = caption.paragraphs.flat();
        add(words);
        // Without marks and notes it describes the picture, too.
        if (own && !described)
          image.alt = textOf({ type: 'paragraph', children: takeLabel(words, true)?.children ?? words }).trim();
        notes.push(...caption.notes);
        image.title = null;
      } else if (found.caption) add(found.caption);
      else if (below) {
        add(below.children, below.position);
        parent.children.splice(index + 1, 1);
      }
      describe(image, figure);
      parent.children[index] = figure as never;
    });
    visit(tree, 'image', (image) => {
      checkAlt(image, file);
      if (image.title) reportTitle(image, file);
      image.title = null;
    });
    tree.children = tree.children.concat(notes);
    reportKinds(file, notices);
  };
}

/** Whether the author writes captions as Offprint has them. */
function hasCaptions(tree: Root): boolean {
  const titles: string[] = [];
  visit(tree, 'image', ({ title }) => void (title && titles.push(title)));
  return titles.length > 0;
}

/** Without words of its own a picture is described by its caption. */
function describe(image: Image, figure: Captioned): void {
  const caption = figure.children.find((child) => child.type === 'caption');
  const isDecorative = isDecoration(image);
  if (!image.alt?.trim() && caption && !isDecorative) image.alt = textOf(caption).trim();
}

/** Id and classes go from the image to the figure, but for what is said of the image alone. */
function figureOf(image: Image, { position }: Paragraph): Captioned {
  const { classes = [], id, ...rest } = attributesOf(image);
  const outer = classes.filter((name) => name !== 'decorative');
  setAttributes(image, { ...rest, ...(classes.includes('decorative') ? { classes: ['decorative'] } : {}) });
  const figure: Captioned = {
    type: 'captioned',
    kind: 'figure',
    children: [image],
    ...(position ? { position } : {}),
  };
  addAttributes(figure, { ...(id ? { id } : {}), ...(outer.length > 0 ? { classes: outer } : {}) });
  return figure;
}

function isDecoration(image: Image): boolean {
  return attributesOf(image).classes?.includes('decorative') ?? false;
}

/** A title as it was written, escapes and all, for it is read as Markdown; undefined where it stands in a definition. */
function titleSource({ position }: Image, file: VFile): string | undefined {
  const source = String(file).slice(position?.start.offset, position?.end.offset);
  const title = /(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))\s*\)$/s.exec(source);
  return (title?.[1] ?? title?.[2] ?? title?.[3])?.replace(/\\(["'])/g, '$1').replace(/\n[\s>]+/g, '\n');
}

function checkAlt(image: Image, file: VFile): void {
  const decorative = isDecoration(image);
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
      alike: 'empty words',
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
