import type { Image } from 'mdast';
import type { VFile } from 'vfile';
import type { Notice } from '../../../diagnostics/report.ts';
import { attributesOf } from '../../tree.ts';
import { takeLabel } from '../captions/label.ts';

/**
 * The words in a picture’s brackets where they are its caption, as in Pandoc, not only its description: they begin “Figure 1.”, have marks of Markdown in them, or stand with another
 * description, `{alt=…}`. With an id that begins with `fig` they are, too, alone in a block of Quarto’s, or in an article that writes no caption in another way. They go on describing the picture. Of others it is told that
 * they are not printed.
 */
export function ownWords(image: Image, file: VFile, hasTitles: boolean, notices: Notice[]): string | undefined {
  const { classes = [], id } = attributesOf(image);
  const words = image.alt?.trim() ?? '';
  if (!words || classes.includes('decorative')) return undefined;
  const source = sourceOf(image, file) ?? words;
  const { described, isFigure = false } = (image.data ?? {}) as { described?: string; isFigure?: boolean };
  const isLabelled = takeLabel([{ type: 'text', value: words }], true) !== undefined;
  const isMarked = /\[\^|\]\(|(?<![\w\\])[*_][^*_]+[*_](?!\w)/.test(source);
  const isNamed = isFigure || (!hasTitles && /^fig[-_:]?/i.test(id ?? ''));
  if (described || isLabelled || isMarked || isNamed) return source;
  if (!hasTitles && words.length > 40)
    notices.push({
      kind: 'caption-told',
      rule: 'caption-told',
      at: image.position,
      found: 'A picture without a caption; the words in its brackets are read aloud, and not printed',
      fix: 'For a caption write it in quotation marks behind the address: ![what is to be seen](file.png "Caption").',
    });
  return undefined;
}

/** What stands in the brackets of an image, as it was written. */
function sourceOf({ position }: Image, file: VFile): string | undefined {
  const source = String(file).slice(position?.start.offset, position?.end.offset);
  if (!source.startsWith('![')) return undefined;
  let depth = 0;
  for (let i = 1; i < source.length; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '[') depth++;
    else if (source[i] === ']' && --depth === 0) return source.slice(2, i);
  }
  return undefined;
}
