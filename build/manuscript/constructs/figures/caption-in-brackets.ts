import type { Image } from 'mdast';
import type { VFile } from 'vfile';
import type { Notice } from '../../../diagnostics/report.ts';
import { attributesOf } from '../../tree.ts';
import { takeLabel } from '../captions/label.ts';
import { labelInWords } from '../captions/label-in-words.ts';

/**
 * The words in a picture’s brackets, if they are its caption and not only its description, as in Pandoc. They are a
 * caption if they begin with “Figure 1.”, contain Markdown, or if there is another description, `{alt=…}`; also with an
 * id that begins with `fig`, alone in a block of Quarto’s or in an article without other captions. They still describe
 * the picture. Reports long ones that are not printed.
 */
export function captionInBrackets(
  image: Image,
  file: VFile,
  hasTitles: boolean,
  notices: Notice[],
): string | undefined {
  const { classes = [], id } = attributesOf(image);
  const words = image.alt?.trim() ?? '';
  if (!words || classes.includes('decorative')) return undefined;
  const source = sourceOf(image, file) ?? words;
  const { described, isFigure = false } = (image.data ?? {}) as { described?: string; isFigure?: boolean };
  const isLabelled = takeLabel([{ type: 'text', value: words }], true) !== undefined;
  const isMarked = labelInWords.test(source) || /\[\^|\]\(|(?<![\w\\])[*_][^*_]+[*_](?!\w)/.test(source);
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

/** The source between an image’s brackets. */
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
