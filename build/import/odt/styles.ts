import type { Look } from '../imported.ts';
import type { RunFormat } from '../office/atoms.ts';
import { child, childrenOf, type Xml } from '../office/xml.ts';

/** A style of OpenDocument, with the one that it is derived from. */
export interface OdtStyle {
  /** As programs show it, in English for their own: `Heading 1`. */
  name: string;
  /** A style that the program made for looks set by hand. */
  isAutomatic: boolean;
  parent: OdtStyle | undefined;
  text: Record<string, string>;
  paragraph: Record<string, string>;
  outline: string | undefined;
}

/** The styles of a file by family and name, and its kinds of lists. */
export interface OdtStyles {
  find(family: 'paragraph' | 'text', name: string | undefined): OdtStyle | undefined;
  /** The levels of a kind of list: numbered or with bullets. */
  list(name: string | undefined): ReadonlyMap<number, Xml> | undefined;
}

/** Reads the styles of `styles.xml` and of the text itself. */
export function readOdtStyles(...roots: (Xml | undefined)[]): OdtStyles {
  const styles = new Map<string, OdtStyle>();
  const parents = new Map<OdtStyle, string>();
  const lists = new Map<string, ReadonlyMap<number, Xml>>();
  for (const root of roots)
    for (const place of ['office:styles', 'office:automatic-styles'])
      for (const node of child(root, place)?.children ?? []) {
        if (typeof node === 'string') continue;
        const name = node.attributes['style:name'] ?? '';
        const family = node.attributes['style:family'] ?? '';
        if (node.name === 'text:list-style') lists.set(name, levelsOf(node));
        if (node.name !== 'style:style' && node.name !== 'style:default-style') continue;
        const style: OdtStyle = {
          name:
            node.attributes['style:display-name'] ??
            name.replace(/_([0-9a-f]{2})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
          isAutomatic: place === 'office:automatic-styles',
          parent: undefined,
          text: child(node, 'style:text-properties')?.attributes ?? {},
          paragraph: child(node, 'style:paragraph-properties')?.attributes ?? {},
          outline: node.attributes['style:default-outline-level'] || undefined,
        };
        const key = node.name === 'style:default-style' ? `${family}/` : `${family}/${name}`;
        styles.set(key, style);
        parents.set(style, `${family}/${node.attributes['style:parent-style-name'] ?? ''}`);
      }
  for (const [style, key] of parents) {
    const parent = styles.get(key);
    if (parent && !derives(parent, style)) style.parent = parent;
  }
  return {
    find: (family, name) => styles.get(`${family}/${name ?? ''}`) ?? styles.get(`${family}/`),
    list: (name) => lists.get(name ?? ''),
  };
}

function levelsOf(node: Xml): ReadonlyMap<number, Xml> {
  return new Map(
    ['text:list-level-style-number', 'text:list-level-style-bullet', 'text:list-level-style-image'].flatMap((kind) =>
      childrenOf(node, kind).map((level): [number, Xml] => [Number(level.attributes['text:level'] ?? 1) - 1, level]),
    ),
  );
}

function derives(style: OdtStyle, from: OdtStyle): boolean {
  for (let one: OdtStyle | undefined = style; one; one = one.parent) if (one === from) return true;
  return false;
}

/** A property along the styles that a style is derived from. */
export function along(style: OdtStyle | undefined, kind: 'text' | 'paragraph', name: string): string | undefined {
  for (let one = style; one; one = one.parent) if (one[kind][name] !== undefined) return one[kind][name];
  return undefined;
}

/** The style that an author chose, and not the program for looks set by hand. */
export function chosen(style: OdtStyle | undefined): OdtStyle | undefined {
  let one = style;
  while (one?.isAutomatic) one = one.parent;
  return one;
}

/** The look of a run by itself: looks set by hand, and styles of characters. */
export function formatOf(style: OdtStyle | undefined): RunFormat {
  const format: RunFormat = {};
  const get = (name: string): string | undefined => along(style, 'text', name);
  if (get('fo:font-style') === 'italic' || get('fo:font-style') === 'oblique') format.italic = true;
  if (isBold(get('fo:font-weight'))) format.bold = true;
  if (get('fo:font-variant') === 'small-caps') format.smallCaps = true;
  if (/^(?!none)/.test(get('style:text-line-through-style') ?? 'none')) format.struck = true;
  if (/^(?!none)/.test(get('style:text-underline-style') ?? 'none')) format.underlined = true;
  const position = /^(super|sub|-?\d+)/.exec(get('style:text-position') ?? '')?.[1];
  if (position && position !== '0') format.raised = position === 'sub' || position.startsWith('-') ? 'sub' : 'super';
  const language = get('fo:language');
  const country = get('fo:country');
  if (language && language !== 'none' && language !== 'zxx')
    format.lang = country && country !== 'none' ? `${language}-${country}` : language;
  return format;
}

export function isBold(weight: string | undefined): boolean {
  return weight === 'bold' || Number(weight ?? 400) >= 600;
}

/** Points of a length such as `1.27cm`. */
export function pointsOf(length: string | undefined): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(cm|mm|in|pt|pc|px)$/.exec(length ?? '') ?? [];
  if (number === undefined) return undefined;
  const points: Record<string, number> = { cm: 72 / 2.54, mm: 7.2 / 2.54, in: 72, pt: 1, pc: 12, px: 0.75 };
  return Math.round(Number(number) * (points[unit ?? ''] ?? 1) * 100) / 100;
}

/** Points of the letters of a style. Styles of headings say them in hundredths of those that they are derived from. */
function sizeOf(style: OdtStyle | undefined): number | undefined {
  if (!style) return undefined;
  const written = style.text['fo:font-size'];
  const share = /^([\d.]+)%$/.exec(written ?? '')?.[1];
  if (written !== undefined && share === undefined) return pointsOf(written);
  const around = sizeOf(style.parent);
  return share === undefined || around === undefined ? around : Math.round(around * Number(share)) / 100;
}

/** The look of a paragraph by its style. */
export function odtLook(style: OdtStyle | undefined): Look {
  const look: Look = {};
  const get = (name: string): string | undefined => along(style, 'paragraph', name);
  const name = chosen(style)?.name;
  if (name && !/^(?:Standard|Default Paragraph WordStyle|Text body)$/.test(name)) look.style = name;
  const size = sizeOf(style);
  if (size !== undefined) look.size = size;
  const align = aligns[get('fo:text-align') ?? ''];
  if (align) look.align = align;
  for (const [key, name] of [
    ['left', 'fo:margin-left'],
    ['right', 'fo:margin-right'],
    ['firstLine', 'fo:text-indent'],
    ['before', 'fo:margin-top'],
  ] as const) {
    const points = pointsOf(get(name));
    if (points) look[key] = points;
  }
  if (get('fo:break-before') === 'page') look.pageBreakBefore = true;
  return look;
}

const aligns: Record<string, Look['align']> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  justify: 'justify',
};
