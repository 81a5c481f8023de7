import type { FootnoteDefinition, Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { type Notice, report, reportKinds } from '../../../diagnostics/report.ts';
import { visit } from '../../../text/visit.ts';
import { readInline } from '../../inline.ts';
import { addAttributes, attributesOf, type Captioned, setAttributes } from '../../tree.ts';
import { creditsOf } from '../attributes/apply.ts';
import { takeLabel } from '../captions/label.ts';
import { labelInWords } from '../captions/label-in-words.ts';
import { captionBelow, imageWithCaption } from '../captions/near.ts';
import { nameExamples } from '../lists/signs.ts';
import { noteLabels } from '../notes/labels.ts';
import { altTextFault } from './alt-text.ts';
import { captionInBrackets } from './caption-in-brackets.ts';
import { addCredit, type CreditSetting } from './credits.ts';
import { separateGluedPictures } from './glued-pictures.ts';

/**
 * Turns an image that is alone in a paragraph into a figure. Its caption is its title, or the line or paragraph
 * directly below it that is italic as a whole or begins with “Figure 1.”. The words in brackets describe the picture,
 * and are the caption as well if they are written as one (`caption-in-brackets.ts`). Reports images without alternative
 * text.
 */
export function readFigures() {
  return (tree: Root, file: VFile): void => {
    separateGluedPictures(tree);
    const labels = noteLabels(tree);
    const notes: FootnoteDefinition[] = [];
    const notices: Notice[] = [];
    const hasTitles = hasCaptions(tree);
    let captions = 0;
    const credits: CreditSetting = { file, labels, count: 0 };
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      const found = imageWithCaption(paragraph);
      if (!found || !parent || index === undefined) return;
      const { image } = found;
      const { described } = (image.data ?? {}) as { described?: string };
      const has = Boolean(image.title || found.caption || described);
      const below = has ? undefined : captionBelow(parent.children[index + 1] as RootContent | undefined);
      const own =
        image.title || found.caption || below ? undefined : captionInBrackets(image, file, hasTitles, notices);
      const figure = figureOf(image, paragraph);
      if (described) image.alt = described;
      const written = image.title ? (titleSource(image, file) ?? image.title) : own;
      // The source has the label still, which is the picture’s id by now (`mend/labels.ts`).
      const title = written?.replace(labelInWords, ' ').trim();
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
        // Without marks and notes it also describes the picture.
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
      notes.push(...addCredit(figure, creditsOf(image), credits, image.position));
      dropCredits(image);
      parent.children[index] = figure as never;
    });
    visit(tree, 'captioned', (figure) => {
      const images = figure.children.filter((child) => child.type === 'image');
      for (const image of images) describe(image, figure);
      const written = [...creditsOf(figure), ...images.flatMap(creditsOf)];
      if (written.length > 0) notes.push(...addCredit(figure, written, credits, figure.position));
      for (const node of [figure, ...images]) dropCredits(node);
    });
    visit(tree, 'image', (image) => {
      checkAlt(image, file);
      if (image.title || creditsOf(image).length > 0) reportTitle(image, file);
      dropCredits(image);
      image.title = null;
    });
    tree.children = tree.children.concat(notes);
    reportKinds(file, notices);
  };
}

/** Removes what was written about whose a picture is, once it is in the tree. */
function dropCredits(node: Image | Captioned): void {
  delete (node.data as { credits?: string[] } | undefined)?.credits;
}

/** True if the author writes captions as titles, Offprint’s way. */
function hasCaptions(tree: Root): boolean {
  const titles: string[] = [];
  visit(tree, 'image', ({ title }) => void (title && titles.push(title)));
  return titles.length > 0;
}

/** Describes a picture without alternative text by its caption. */
function describe(image: Image, figure: Captioned): void {
  const caption = figure.children.find((child) => child.type === 'caption');
  const isDecorative = isDecoration(image);
  if (!image.alt?.trim() && caption && !isDecorative) image.alt = textOf(caption).trim();
}

/** The figure of an image. It takes over the image’s id and classes, except the class for decoration. */
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

/**
 * The source of an image’s title, with its escapes, because it is read as Markdown; undefined if it comes from a
 * definition elsewhere.
 */
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
  const fault = alt && altTextFault(alt);
  if (fault)
    report(file, 'image-alt', {
      at: image.position,
      found: `The alternative text is ${fault}: ${alt}`,
      expected: 'words for what is to be seen: ![A bridge of three arches](…)',
      fix: 'Say what a reader who cannot see it should know; the number stands before the caption by itself.',
      alike: 'empty words',
    });
}

/** Reports a title that is not a caption, or a credit, because it would not be printed. */
function reportTitle({ position, title }: Image, file: VFile): void {
  report(file, 'caption-place', {
    at: position,
    level: 'error',
    found: title
      ? 'A caption on an image in a line of text, where it would not be printed'
      : 'A credit on an image in a line of text, where it would not be printed',
    fix: 'Put the image into a paragraph of its own, or the words into the text.',
  });
}
