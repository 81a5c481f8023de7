import type { RunFormat } from '../office/atoms.ts';
import { child, valOf, type Xml } from '../office/xml.ts';
import { isOn, switchOf, type WordStyle, type WordStyles } from './styles.ts';

/** The look of a run: against the style of its paragraph, and in itself. */
export interface RunLook {
  format: RunFormat;
  isBold: boolean;
  isItalic: boolean;
  isCapitals: boolean;
  isHidden: boolean;
  /** Half-points. */
  size: number;
  font: string | undefined;
  /** Undefined for black. */
  color: string | undefined;
  /** As the file has it. */
  lang: string | undefined;
}

/** The looks of runs that were resolved already, by what they depend on. */
const known = new WeakMap<WordStyles, Map<string, RunLook>>();

/** The look of a run, which most runs of a text share with others. */
export function lookOfRun(properties: Xml | undefined, paragraph: WordStyle | undefined, styles: WordStyles): RunLook {
  let key = paragraph?.id ?? '';
  for (const one of properties?.children ?? []) {
    if (typeof one === 'string') continue;
    key += `|${one.name}`;
    for (const name in one.attributes) key += ` ${name}=${one.attributes[name]}`;
  }
  const looks = known.get(styles) ?? new Map<string, RunLook>();
  known.set(styles, looks);
  const look = looks.get(key) ?? resolveLook(properties, paragraph, styles);
  looks.set(key, look);
  return look;
}

/**
 * Resolves how a run looks. What its paragraph’s style says is not emphasis; a run that is upright in an italic style
 * is. Of switches, a character style turns round what the paragraph’s style says (ECMA-376, 17.7.3).
 */
function resolveLook(properties: Xml | undefined, paragraph: WordStyle | undefined, styles: WordStyles): RunLook {
  const style = styles.find(valOf(properties, 'w:rStyle'));
  const isLinkOrNote = /^(?:hyperlink|followedhyperlink|footnote reference|endnote reference)$/i.test(
    style?.name ?? '',
  );
  const find = (name: string): Xml | undefined =>
    child(properties, name) ??
    (isLinkOrNote ? undefined : styles.runOf(style, name)) ??
    styles.runOf(paragraph, name) ??
    styles.usualRun(name);
  const toggled = (name: string): { isSo: boolean; isOwn: boolean } => {
    const base = switchOf(styles.runOf(paragraph, name) ?? styles.usualRun(name)) ?? false;
    const direct = switchOf(child(properties, name));
    const styled = isLinkOrNote ? false : (switchOf(styles.runOf(style, name)) ?? false);
    const isSo = direct ?? base !== styled;
    return { isSo, isOwn: isSo !== base };
  };
  const bold = toggled('w:b');
  const italic = toggled('w:i');
  const smallCaps = toggled('w:smallCaps');
  const caps = toggled('w:caps');
  const struck = toggled('w:strike').isSo || toggled('w:dstrike').isSo;
  const size = Number(find('w:sz')?.attributes['w:val'] ?? 20) || 20;
  const format: RunFormat = {};
  if (bold.isOwn && bold.isSo) format.bold = true;
  if (italic.isOwn) format.italic = true;
  if (struck) format.struck = true;
  if (smallCaps.isSo && smallCaps.isOwn) format.smallCaps = true;
  const underline = child(properties, 'w:u') ?? (isLinkOrNote ? undefined : styles.runOf(style, 'w:u'));
  if (underline && isOn(underline.attributes['w:val'] ?? 'single') && !isLinkOrNote) format.underlined = true;
  const raised = raisedBy(properties, style, styles, size, paragraph);
  if (raised) format.raised = raised;
  const fonts = find('w:rFonts')?.attributes;
  const color = isLinkOrNote ? undefined : find('w:color')?.attributes['w:val'];
  return {
    format,
    isBold: bold.isSo,
    isItalic: italic.isSo,
    isCapitals: caps.isSo,
    isHidden: toggled('w:vanish').isSo && !isOn(valOf(properties, 'w:specVanish') ?? '0'),
    size,
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    color: color && !/^(?:auto|0{6})$/.test(color) ? color : undefined,
    lang: find('w:lang')?.attributes['w:val'],
  };
}

/** Superscript and subscript, also where they are made by hand: raised, and smaller than the text. */
function raisedBy(
  properties: Xml | undefined,
  style: WordStyle | undefined,
  styles: WordStyles,
  size: number,
  paragraph: WordStyle | undefined,
): RunFormat['raised'] {
  const align = (child(properties, 'w:vertAlign') ?? styles.runOf(style, 'w:vertAlign'))?.attributes['w:val'];
  if (align === 'superscript') return 'super';
  if (align === 'subscript') return 'sub';
  if (align === 'baseline') return undefined;
  const position = Number(
    (child(properties, 'w:position') ?? styles.runOf(style, 'w:position'))?.attributes['w:val'] ?? 0,
  );
  const around = Number((styles.runOf(paragraph, 'w:sz') ?? styles.usualRun('w:sz'))?.attributes['w:val'] ?? 20);
  if (position === 0 || Number.isNaN(position) || size >= around) return undefined;
  return position > 0 ? 'super' : 'sub';
}
