import type { Look } from '../imported.ts';
import { textOfAtoms } from '../office/atoms.ts';
import { child, valOf, type Xml } from '../office/xml.ts';
import type { ParagraphReader } from './paragraph-reader.ts';
import { isCalled, switchOf, type WordStyle, type WordStyles } from './styles.ts';

/** The look of a paragraph, by its properties, its style and its runs. */
export function lookOfParagraph(
  properties: Xml | undefined,
  style: WordStyle | undefined,
  reader: ParagraphReader,
  styles: WordStyles,
): Look {
  const find = (name: string) => styles.ofParagraph(properties, name)?.attributes;
  const points = (value: string | undefined): number | undefined =>
    value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value) / 20;
  const look: Look = {};
  if (style && style !== styles.usual) look.style = style.name;
  const size = reader.usualSize();
  if (size !== undefined) look.size = size / 2;
  if (reader.letters > 0 && reader.bold === reader.letters) look.bold = true;
  if (reader.letters > 0 && reader.italic === reader.letters) look.italic = true;
  const color = reader.usualColor();
  if (color) look.color = color;
  const text = textOfAtoms(reader.atoms);
  const isTyped = /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
  if (reader.letters > 0 && (reader.capitals === reader.letters || isTyped)) look.capitals = true;
  const align = aligns[find('w:jc')?.['w:val'] ?? ''];
  if (align) look.align = align;
  const indent = find('w:ind') ?? {};
  const left = points(indent['w:left'] ?? indent['w:start']);
  const right = points(indent['w:right'] ?? indent['w:end']);
  if (left) look.left = left;
  if (right) look.right = right;
  const first = points(indent['w:firstLine']) ?? 0;
  const hanging = points(indent['w:hanging']) ?? 0;
  if (first - hanging !== 0) look.firstLine = hanging > 0 ? -hanging : first;
  const before = points(find('w:spacing')?.['w:before']);
  if (before) look.before = before;
  const outline = outlineLevel(properties, styles);
  if (outline !== undefined) look.outline = outline;
  if (switchOf(styles.ofParagraph(properties, 'w:pageBreakBefore'))) look.pageBreakBefore = true;
  return look;
}

/** The level of a paragraph that is a heading by its style or outline; undefined for any other. */
export function headingLevel(
  properties: Xml | undefined,
  style: WordStyle | undefined,
  styles: WordStyles,
): number | undefined {
  if (isCalled(style, /^(?:title|subtitle|toc |toc heading)/i)) return undefined;
  for (let one = style; one; one = one.base) {
    const level = /^heading ([1-9])\b/i.exec(one.name)?.[1];
    if (level) return Number(level);
  }
  return outlineLevel(properties, styles);
}

/** The level of a paragraph in the outline, from 1; undefined for text. */
function outlineLevel(properties: Xml | undefined, styles: WordStyles): number | undefined {
  const outline = styles.ofParagraph(properties, 'w:outlineLvl')?.attributes['w:val'];
  return outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : undefined;
}

/** True for a text of sentences, which a heading is not, whatever its style. */
export function isProse(text: string): boolean {
  return text.length > 400 || (text.length > 130 && (/[.;]$/.test(text) || /\p{Ll}{2}[.!?] \p{Lu}\p{Ll}/u.test(text)));
}

/** True if a section ends with a paragraph, and the next begins on a new page. */
export function endsPageBySection(properties: Xml | undefined): boolean {
  const section = child(properties, 'w:sectPr');
  return section !== undefined && !/^(?:continuous|nextColumn)$/.test(valOf(section, 'w:type') ?? '');
}

const aligns: Record<string, Look['align']> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};
