import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { type Place, report } from '../diagnostics/report.ts';
import { tooDeep } from '../manuscript/nesting.ts';

/**
 * Makes an SVG fit for every edition: what runs or reaches out is reported, what drawing programs leave behind is dropped, and the file
 * gets a size. Returns undefined where something was reported. Throws the parser's error where it is not well-formed XML.
 */
export function cleanSvg(
  data: Uint8Array,
  from: { file: VFile; at: Place | undefined; url: string },
): { data: Uint8Array; width: number; height: number } | undefined {
  const tree = fromXml(new TextDecoder('utf-8', { fatal: true }).decode(data));
  const svg = tree.children.find((node): node is Element => node.type === 'element');
  if (!svg || localName(svg) !== 'svg' || (svg.attributes.xmlns ?? namespace) !== namespace)
    throw new TypeError('its root is not <svg>');
  if (tooDeep(tree)) throw new TypeError('its elements nest too deep');
  const faults = new Set<string>();
  visit(tree, 'element', (element, index, parent) => {
    const local = localName(element);
    if (forbidden.has(local.toLowerCase())) faults.add(`<${local}>`);
    if (!parent || index === undefined) return;
    if (/^(sodipodi|inkscape|rdf|cc|dc|serif):/.test(element.name) || local === 'metadata') {
      parent.children.splice(index, 1);
      return index;
    }
    for (const [name, value] of Object.entries(element.attributes)) {
      if (/^on/i.test(name)) faults.add(`${name}="…"`);
      else if (/^(sodipodi|inkscape|serif):|^xmlns:(sodipodi|inkscape|rdf|cc|dc|serif)$/.test(name))
        delete element.attributes[name];
      else if (name === 'xml:base') delete element.attributes[name];
      else if (reachesOut(name, value ?? '')) faults.add(`${name}="${value?.slice(0, 60)}"`);
    }
    element.children = element.children.filter((child) => child.type !== 'instruction');
    if (local === 'style' && loads(element)) faults.add('a stylesheet that loads files');
    return;
  });
  for (const fault of faults) {
    report(from.file, 'image-safe', {
      at: from.at,
      found: `${from.url} has ${fault}`,
      fix: 'Export it as plain SVG, with pictures embedded and text kept as text or turned into outlines.',
    });
  }
  if (faults.size > 0) return undefined;
  const { width, height } = sizeOf(svg);
  svg.attributes.width = String(width);
  svg.attributes.height = String(height);
  svg.attributes.viewBox ??= `0 0 ${width} ${height}`;
  svg.attributes.xmlns ??= namespace;
  const root: Root = { ...tree, children: [svg] };
  return { data: new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n${toXml(root)}\n`), width, height };
}

const forbidden = new Set([
  'script',
  'foreignobject',
  'iframe',
  'audio',
  'video',
  'handler',
  'set',
  'animate',
  'animatemotion',
  'animatetransform',
  'animatecolor',
]);

/** Whether an attribute loads something from outside the picture, or runs. */
function reachesOut(name: string, value: string): boolean {
  const target = value.trim();
  if (/^(xlink:)?href$|^src$/.test(name)) return !/^(#|data:image\/(png|jpeg|gif|webp);)/i.test(target);
  return outside.test(target) || /^javascript:/i.test(target);
}

/** Whether a stylesheet loads something, or hides with backslashes that it does. */
function loads(style: Element): boolean {
  const css = style.children.map((child) => ('value' in child ? child.value : '')).join('');
  return outside.test(css) || /@import|image-set\(|src\(|\\/i.test(css);
}

const outside = /url\((?!\s*["']?\s*(?:#|data:(?!image\/svg|text\/)))/i;

function localName({ name }: Element): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

const namespace = 'http://www.w3.org/2000/svg';

/** Size in CSS px, from width and height, else from the viewBox. */
function sizeOf(svg: Element): { width: number; height: number } {
  const [, , boxWidth = 0, boxHeight = 0] = (svg.attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = length(svg.attributes.width) ?? (boxWidth || 300);
  const height = length(svg.attributes.height) ?? (boxWidth ? (width * boxHeight) / boxWidth : 150);
  if (!(width > 0 && height > 0)) throw new TypeError('it has no width and height');
  return { width: round(width), height: round(height) };
}

/** CSS px of an SVG length; undefined for none and for percentages. */
function length(value: string | null | undefined): number | undefined {
  const match = /^\s*([\d.]+)\s*(px|pt|pc|mm|cm|in|)\s*$/.exec(value ?? '');
  if (!match) return undefined;
  const perUnit: Record<string, number> = { '': 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };
  return Number(match[1]) * (perUnit[match[2] ?? ''] ?? 1);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
