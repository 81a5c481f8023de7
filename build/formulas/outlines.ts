import type { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js';
import type { ElementContent } from 'hast';
import type { Outline } from '../issue/drawn-formula.ts';

type LiteNode = LiteElement['children'][number];

/** The outlines that MathJax made, in one piece or several, and the characters that the face does not have. */
export function outlinesOf(container: LiteElement): { outlines: Outline[]; lacking: string } {
  const outlines: Outline[] = [];
  const lacking: string[] = [];
  let size: string | undefined;
  let isSign = false;
  for (const child of container.children) {
    if (!isElement(child)) continue;
    if (child.kind === 'mjx-break') size = String(child.attributes.size);
    if (child.kind !== 'svg') continue;
    const [, top = 0, width = 0, height = 0] = String(child.attributes.viewBox).split(' ').map(Number);
    const made = { width, height: -top, depth: height + top, content: contentOf(child, lacking) };
    const last = outlines.at(-1);
    const nodes = nodesOf(child);
    const quad = size === '0' ? leadingSpace(nodes) : 0;
    if (!last) outlines.push(made);
    else if (quad > 0) outlines.push({ ...moved(made, -quad), before: 'relation', space: quad });
    // Where no space of a sign stands between them, and behind a sign that stands alone, a line should not end.
    else if (size === '0' || isSign) outlines[outlines.length - 1] = joined(last, made, spaces[size ?? '0'] ?? 0);
    else outlines.push({ ...made, before: size === '4' ? 'relation' : 'operator', space: spaces[size ?? '0'] ?? 0 });
    isSign = nodes.length === 1 && nodes[0]?.attributes['data-mml-node'] === 'mo';
  }
  return { outlines, lacking: [...new Set(lacking.join(''))].join('') };
}

/** The spaces beside signs, by the names that MathJax gives them, in thousandths of an em. */
const spaces: Readonly<Record<string, number>> = { 0: 0, 3: 222.2, 4: 277.8 };

/** The outlines of a formula in one: its pieces with the spaces between them. Undefined if there are none. */
export function wholeOutline([first, ...others]: readonly Outline[]): Outline | undefined {
  return first && others.reduce((whole, piece) => joined(whole, piece, piece.space ?? 0), first);
}

/** A piece with the next, behind a space. */
function joined(one: Outline, other: Outline, space: number): Outline {
  return {
    ...one,
    width: one.width + space + other.width,
    height: Math.max(one.height, other.height),
    depth: Math.max(one.depth, other.depth),
    content: [...one.content, ...moved(other, one.width + space).content],
  };
}

/** An outline whose drawing is moved to the right, or to the left into a space that it began with. */
function moved(outline: Outline, by: number): Outline {
  const properties = { transform: `translate(${Number(by.toFixed(1))},0)` };
  return {
    ...outline,
    width: by < 0 ? outline.width + by : outline.width,
    content: [{ type: 'element', tagName: 'g', properties, children: outline.content }],
  };
}

/** The nodes of a formula that a drawing shows side by side. */
function nodesOf(element: LiteElement): LiteElement[] {
  const [only, ...others] = element.children.filter(isElement);
  const isGroup =
    only && (!/^m(?!ath|row|style)/.test(String(only.attributes['data-mml-node'] ?? '')) || only.kind !== 'g');
  return only && others.length === 0 && isGroup ? nodesOf(only) : element.children.filter(isElement);
}

/** The space of an em or more that a piece begins with. */
function leadingSpace([first, second]: readonly LiteElement[]): number {
  if (first?.attributes['data-mml-node'] !== 'mspace') return 0;
  const space = Number(/^translate\(([\d.]+)/.exec(String(second?.attributes.transform ?? ''))?.[1] ?? 0);
  return space >= 1000 ? space : 0;
}

/** Elements that only draw, with the attributes that say what: everything else is dropped, links among it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  g: ['transform'],
  path: ['d', 'transform'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry', 'fill', 'stroke-width', 'stroke-dasharray', 'transform'],
  line: ['x1', 'y1', 'x2', 'y2', 'stroke-width', 'stroke-dasharray', 'transform'],
  ellipse: ['cx', 'cy', 'rx', 'ry', 'fill', 'stroke-width', 'transform'],
  polygon: ['points', 'fill', 'stroke-width', 'transform'],
  // A part of a sign that grows, cut at its edges.
  svg: ['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio'],
};

function contentOf(element: LiteElement, lacking: string[]): ElementContent[] {
  return element.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [];
    if (child.kind === 'text') {
      lacking.push(textOf(child));
      return [];
    }
    const attributes = allowed[child.kind];
    if (!attributes) return contentOf(child, lacking);
    // The area in which a link answers.
    if (child.attributes['data-hitbox'] !== undefined) return [];
    const properties: Record<string, string> = {};
    for (const name of attributes) {
      const value = child.attributes[name];
      if (value !== undefined && value !== '') properties[propertyOf(name)] = String(value);
    }
    if (child.kind !== 'g' && child.attributes['stroke-width'] !== undefined) properties.stroke = 'currentColor';
    const children = contentOf(child, lacking);
    if (child.kind === 'g' && children.length === 0) return [];
    // A group that changes nothing is not needed.
    if (child.kind === 'g' && Object.keys(properties).length === 0) return children;
    return [{ type: 'element', tagName: child.kind, properties, children }];
  });
}

/** The name of an attribute in hast. */
function propertyOf(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function textOf(element: LiteElement): string {
  return element.children.map((child) => (isElement(child) ? textOf(child) : child.value)).join('');
}

function isElement(node: LiteNode): node is LiteElement {
  return 'children' in node;
}
