import type { VFile } from 'vfile';
import type { Element, Root, RootContent } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { type Place, report } from '../diagnostics/report.ts';
import { findTooDeep } from '../text/nesting.ts';
import { isSvg, plainNames } from './svg-names.ts';
import { settleSize } from './svg-size.ts';
import { loadsFiles, tidyStylesheet } from './svg-style.ts';
import { expandEntities } from './xml-entities.ts';
import { xmlText } from './xml-text.ts';

/** The place at which a picture is named, and the name. */
export interface PictureSource {
  file: VFile;
  at: Place | undefined;
  url: string;
}

/** A drawing that is fit for every edition; its size in CSS px. */
export interface CleanSvg {
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * Makes an SVG fit for every edition: elements that run code or load files are reported, the notes of drawing programs
 * are dropped, links and animation are dropped with a warning, and the file gets a size. Returns undefined where an
 * error was reported. Throws the parser's error where it is not well-formed XML, and a TypeError that says why it is
 * not a drawing.
 */
export function cleanSvg(data: Uint8Array, from: PictureSource, depth = 0): CleanSvg | undefined {
  const tree = fromXml(expandEntities(xmlText(data)));
  const svg = tree.children.find((node): node is Element => node.type === 'element');
  if (!svg || !isSvg(svg)) throw new TypeError('its root is not <svg>');
  if (findTooDeep(tree)) throw new TypeError('its elements nest too deep');
  plainNames(svg);
  const seen: Seen = { faults: new Map(), left: new Map() };
  tidy(svg, seen, { ...from, depth, inText: false });
  for (const [fault, fix] of seen.faults)
    report(from.file, 'image-safe', { at: from.at, found: `${from.url} has ${fault}`, fix });
  if (seen.faults.size > 0) return undefined;
  for (const [what, count] of seen.left)
    report(from.file, 'image-still', {
      at: from.at,
      found: `${from.url} has ${count > 1 ? `${count} times ` : ''}${what}`,
      fix: 'Save the drawing without, if anything is missing.',
    });
  const { width, height, told } = settleSize(svg);
  if (!told && depth === 0)
    report(from.file, 'image-readable', {
      at: from.at,
      level: 'warning',
      found: `${from.url} does not say how large it is, and what stands outside ${width} × ${height} px is cut off`,
      expected: 'an <svg> with a viewBox',
      fix: 'Save it with the page fitted to the drawing.',
    });
  const root: Root = { ...tree, children: [svg] };
  return { data: new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n${toXml(root)}\n`), width, height };
}

/** The findings in a drawing: faults with their remedies, and the elements that were left out with their numbers. */
interface Seen {
  faults: Map<string, string>;
  left: Map<string, number>;
}

interface Inside extends PictureSource {
  /** The depth of drawings in drawings. */
  depth: number;
  inText: boolean;
}

/** Elements that run code or show something other than a drawing. */
const forbidden = new Set('script handler listener iframe audio video embed object canvas'.split(' '));
/** Elements of animation. */
const moving = new Set('set animate animatemotion animatetransform animatecolor mpath discard'.split(' '));
/** Elements that no browser draws: notes of programs, and SVG fonts, which no browser supports any more. */
const unseen = new Set('metadata font font-face missing-glyph view cursor color-profile'.split(' '));

const plain = 'Export it as plain SVG, with pictures embedded and text kept as text or turned into outlines.';

/** Removes from an element what no edition can show, and notes what must not be there. */
function tidy(element: Element, seen: Seen, inside: Inside): void {
  tidyAttributes(element, seen, inside);
  if (element.name === 'style') tidyStyle(element, seen);
  const inText = inside.inText || element.name === 'text';
  const keep = (child: RootContent): RootContent[] => {
    if (child.type !== 'element') return child.type === 'instruction' ? [] : [child];
    const name = child.name.toLowerCase();
    if (unseen.has(name)) return [];
    if (name === 'switch') return shownOf(child).flatMap(keep);
    if (moving.has(name)) {
      note(seen, 'a movement, which is left out: it is drawn as it begins');
      return [];
    }
    if (forbidden.has(name)) seen.faults.set(`<${child.name}>`, plain);
    if (name === 'foreignobject') {
      const words = wordsOf(child);
      if (words || holdsPicture(child))
        seen.faults.set(`HTML (<${child.name}>)${words && `: “${words.slice(0, 40)}”`}`, asText);
      return [];
    }
    if (name === 'a') {
      note(seen, 'a link, which is left out; what it stands on is kept');
      child.name = inText ? 'tspan' : 'g';
      for (const attribute of ['href', 'xlink:href', 'target', 'rel', 'download', 'type'])
        if (!/^\s*javascript:/i.test(child.attributes[attribute] ?? '')) delete child.attributes[attribute];
    }
    tidy(child, seen, { ...inside, inText });
    return [child];
  };
  element.children = element.children.flatMap(keep) as Element['children'];
}

function note({ left }: Seen, what: string): void {
  left.set(what, (left.get(what) ?? 0) + 1);
}

const asText =
  'Have the program write its labels as SVG text (draw.io: “Convert labels to SVG” in the export; Mermaid: htmlLabels: false), or save the drawing as a PNG.';

/**
 * The child of a <switch> that browsers show: the first whose demands they meet; labels in HTML only if the plain text
 * beside them says less.
 */
function shownOf({ children, attributes }: Element): Element[] {
  const offered = children.filter(
    (child): child is Element =>
      child.type === 'element' &&
      !child.attributes.requiredExtensions &&
      /(^|,)\s*en\b/i.test(child.attributes.systemLanguage ?? 'en'),
  );
  const [first, second] = offered;
  if (!first) return [];
  const isHtml = first.name.toLowerCase() === 'foreignobject';
  const chosen = isHtml && second && wordsOf(second) === wordsOf(first) ? second : first;
  return [{ type: 'element', name: 'g', attributes, children: [chosen] }];
}

function holdsPicture(node: RootContent): boolean {
  return node.type === 'element' && (/^(\w+:)?(img|svg|canvas)$/i.test(node.name) || node.children.some(holdsPicture));
}

/** Compared without spaces, since lines of HTML have none at their ends. */
function wordsOf(node: RootContent): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value.replace(/\s+/g, '');
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
}

function tidyAttributes(element: Element, seen: Seen, inside: Inside): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (/^on/i.test(name)) seen.faults.set(`${name}="…"`, plain);
    else if (name.endsWith('href') && /^data:image\/svg\+xml[;,]/i.test(value?.trim() ?? '')) {
      const drawn = drawingIn(value ?? '', inside);
      if (drawn) element.attributes[name] = `data:image/svg+xml;base64,${Buffer.from(drawn).toString('base64')}`;
      else seen.faults.set(`a drawing in it that cannot be set: ${name}="${value?.slice(0, 60)}"`, plain);
    } else if (reachesOut(name, value ?? '')) seen.faults.set(`${name}="${value?.slice(0, 60)}"`, plain);
  }
}

/** Makes a drawing within a drawing fit as well; undefined if it cannot be read, or has faults, which are reported. */
function drawingIn(address: string, inside: Inside): Uint8Array | undefined {
  if (inside.depth > 2) return undefined;
  const [, isBase64, data = ''] = /^[^,]*?(;base64)?,(.*)$/is.exec(address.trim()) ?? [];
  try {
    const bytes = isBase64 ? Buffer.from(data, 'base64') : new TextEncoder().encode(decodeURIComponent(data));
    return cleanSvg(bytes, inside, inside.depth + 1)?.data;
  } catch {
    return undefined;
  }
}

/** True if an attribute loads something from outside the picture, or runs code. */
function reachesOut(name: string, value: string): boolean {
  const target = value.trim();
  if (/^(xlink:)?href$|^src$/.test(name)) return !/^(#|data:image\/(png|jpe?g|gif|webp);)/i.test(target);
  return loadsFiles(value) || /^javascript:/i.test(target);
}

function tidyStyle(style: Element, seen: Seen): void {
  const css = style.children.map((child) => ('value' in child ? child.value : '')).join('');
  const tidied = tidyStylesheet(css);
  for (const address of tidied.imports)
    if (!/font/i.test(address)) note(seen, `a stylesheet from elsewhere (${address.slice(0, 60)}), which is left out`);
  if (loadsFiles(tidied.css)) seen.faults.set('a stylesheet that loads files', plain);
  style.children = [{ type: 'text', value: tidied.css }];
}
