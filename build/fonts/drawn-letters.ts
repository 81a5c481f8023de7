import type { Element } from 'xast';
import { coverageOf } from '../faces/coverage.ts';
import { nearestFace } from '../styles/nearest-face.ts';
import type { Face, Style } from '../styles/style.ts';
import { type DrawnSetting, drawnCascade, ownTextOf } from './drawn-cascade.ts';

/** The letters directly inside an element of a drawing, and the faces of a style in which they are set. */
export interface DrawnLetters {
  element: Element;
  text: string;
  /** The first face sets most letters; the others have those that it lacks. */
  faces: Map<Face, Set<string>>;
  /** Letters that no face has, each with its combining marks. */
  missing: string[];
  /** The symbol face that the drawing asks for, if its letters represent symbols. */
  signs?: string;
  /**
   * For outlined letters: whether they can be seen without the outline. A browser prints such letters as a set of
   * drawings, which no press takes well.
   */
  outline?: 'needed' | 'spare';
}

/**
 * Finds the faces of a style for the letters of a drawing: those that its author asked for if the style has them; else
 * the text face for a face with serifs, the face for code for a monospaced one, and the sans for all others.
 */
export function drawnLetters(svg: Element, style: Style): DrawnLetters[] {
  const found: DrawnLetters[] = [];
  const settingOf = drawnCascade(svg);
  const turns = /text-transform|font-variant|small-caps/i.test(styleSource(svg));
  const walk = (element: Element, inText: boolean): void => {
    const isText = inText || element.name === 'text';
    const text = ownTextOf(element);
    if (isText && text) {
      const setting = settingOf(element);
      const shown = turns ? `${text}${text.toUpperCase()}${text.toLowerCase()}` : text;
      const signs = signsIn(setting, text);
      const outline = text.trim() ? outlineOf(setting) : undefined;
      const faces = spread(shown, stackOf(setting, style));
      found.push({ element, text, ...faces, ...(signs ? { signs } : {}), ...(outline ? { outline } : {}) });
    }
    for (const child of element.children) if (child.type === 'element') walk(child, isText);
  };
  walk(svg, false);
  return found;
}

function outlineOf({ fill, stroke, strokeWidth }: DrawnSetting): DrawnLetters['outline'] {
  if (/^(none|transparent)$/.test(stroke) || Number.parseFloat(strokeWidth) === 0) return undefined;
  return /^(none|transparent|white|#fff(fff)?|rgba?\(255, ?255, ?255.*)$/.test(fill) ? 'needed' : 'spare';
}

/** Gives each letter, with its combining marks, to the first face that has it. */
function spread(text: string, stack: readonly Face[]): Pick<DrawnLetters, 'faces' | 'missing'> {
  const [first] = stack;
  const faces = new Map<Face, Set<string>>(first ? [[first, new Set(' ')]] : []);
  const missing: string[] = [];
  for (const cluster of new Set(text.replace(/\s/g, ' ').match(/\P{M}\p{M}*|\p{M}+/gu) ?? [])) {
    const isSeen = !/^[\p{Cc}\p{Cf}\p{Z}]+$/u.test(cluster);
    const written = [...cluster].filter((character) => !/\p{Cf}/u.test(character)).join('');
    const face = stack.find(({ data }) => coverageOf(data)(written) || coverageOf(data)(written.normalize('NFC')));
    if (!face && isSeen) missing.push(cluster);
    const to = face ?? first;
    if (!to) continue;
    const characters = faces.get(to) ?? new Set(' ');
    faces.set(to, characters);
    for (const character of cluster + cluster.normalize('NFC')) characters.add(character);
  }
  return { faces, missing };
}

/** The faces of a style in which letters are looked for, the intended one first. */
function stackOf({ family, weight, italic }: DrawnSetting, style: Style): Face[] {
  const named = family[0]?.replace(/^["']|["']$/g, '') ?? '';
  const [serif, sans, code] = ['--text-face', '--sans-face', '--code-face'].map((token) => familyOf(style, token));
  const kind = kindOf(family);
  const meant = kind === 'serif' ? serif : kind === 'mono' ? code : sans;
  const families = [named, meant, sans, serif, ...style.faces.map((face) => face.family)];
  const bold = weight < 600 && /[-\s](semi|demi|extra|ultra)?-?(bold|black|heavy)/i.test(named) ? 700 : weight;
  const sloped = italic || /italic|oblique|-(bold)?it\b/i.test(named);
  const faces = families.flatMap((name) => (name ? (nearestFace(style.faces, name, bold, sloped) ?? []) : []));
  return [...new Set(faces)];
}

const kinds: [kind: 'serif' | 'sans' | 'mono', names: RegExp][] = [
  ['mono', /mono|courier|consolas|menlo|monaco|lucida console|typewriter|source code|^cmtt|\bcode$/i],
  [
    'sans',
    /sans|arial|helvetica|verdana|tahoma|calibri|segoe|myriad|frutiger|futura|trebuchet|roboto|lato|^cmss|system-ui/i,
  ],
  [
    'serif',
    /serif|times|georgia|garamond|palatino|cambria|minion|caslon|bodoni|baskerville|century|charter|book antiqua|libertin|computer modern|latin modern|^cm[rbi]|^stix|roman/i,
  ],
];

/** The first known family of those that a drawing asks for decides on the kind. */
function kindOf(families: readonly string[]): 'serif' | 'sans' | 'mono' {
  for (const name of families) for (const [kind, names] of kinds) if (names.test(name)) return kind;
  return 'sans';
}

/** Symbol faces, in which the letter a is a symbol, and the characters that are written so. */
const ofSigns =
  /^["']?(symbol|wingdings|webdings|zapf ?dingbats|itc zapf dingbats|monotype sorts|mt extra|marlett|standard symbols|bookshelf symbol|font ?awesome|material (icons|symbols)|glyphicons|cm(sy|ex)\d|ms[ab]m\d)/i;

function signsIn({ family }: DrawnSetting, text: string): string | undefined {
  const name = family[0] ?? '';
  return ofSigns.test(name) && /[A-Za-z!-~\ue000-\uf8ff]/.test(text) ? name.replace(/^["']|["']$/g, '') : undefined;
}

/** The first family of a style’s token. */
function familyOf(style: Style, token: string): string | undefined {
  const said = /["']([^"']+)["']|([^,"']+)/.exec(style.tokens.get(token) ?? '');
  const name = (said?.[1] ?? said?.[2])?.trim();
  return name ?? (token === '--code-face' ? undefined : style.faces[0]?.family);
}

/** The text of all stylesheets and style attributes of a drawing. */
function styleSource(element: Element): string {
  const own = Object.entries(element.attributes).map(([name, value]) => `${name}:${value}`);
  const below = element.children.map((child) => (child.type === 'element' ? styleSource(child) : ''));
  return [...own, element.name === 'style' ? ownTextOf(element) : '', ...below].join(';');
}
