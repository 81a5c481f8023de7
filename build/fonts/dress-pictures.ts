import subsetFont from 'subset-font';
import { visitParents } from 'unist-util-visit-parents';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import type { Issue, Picture } from '../issue/model.ts';
import type { Face, Style } from '../styles/style.ts';
import { nearestFace } from './nearest-face.ts';
import { ownName } from './own-name.ts';

/**
 * Sets the words in an issue’s SVG pictures in the style’s own faces and puts the faces into the pictures: a picture cannot reach the fonts
 * of the page it stands on, and the machine’s would be others on every machine. `serif` becomes the text face, everything else the sans.
 * `given` is whether the pictures are given away as they are, faces and all, and not printed: then a face bears no name that its licence reserves.
 */
export async function dressPictures(issue: Issue, style: Style, given = false): Promise<Issue> {
  const faces = given ? style.faces.map((face) => ({ ...face, data: ownName(face) })) : style.faces;
  const pictures = await Promise.all(issue.pictures.map((picture) => dress(picture, { ...style, faces }, given)));
  const cover = pictures.find(({ name }) => name === issue.cover?.name);
  return { ...issue, pictures, ...(cover ? { cover } : {}) };
}

async function dress(picture: Picture, style: Style, given: boolean): Promise<Picture> {
  if (picture.mediaType !== 'image/svg+xml') return picture;
  const tree = fromXml(new TextDecoder().decode(picture.data));
  const svg = tree.children.find((node): node is Element => node.type === 'element');
  const used = new Map<Face, Set<string>>();
  const families = { serif: firstFamily(style, '--text-face'), sans: firstFamily(style, '--sans-face') };
  visitParents(tree, 'text', (text, ancestors) => {
    const path = ancestors.filter((node): node is Element => node.type === 'element');
    if (!path.some(({ name }) => name === 'text') || !text.value.trim()) return;
    const said = (property: string): string | undefined =>
      path.map((element) => propertyOf(element, property)).findLast(Boolean);
    const serif = /(?<!sans-)serif|Times|Georgia/i.test(said('font-family') ?? '');
    const weight = weightOf(said('font-weight'));
    const italic = /italic|oblique/.test(said('font-style') ?? '');
    const face = nearestFace(style.faces, serif ? families.serif : families.sans, weight, italic);
    if (!face) return;
    const characters = used.get(face) ?? new Set<string>();
    for (const character of text.value) characters.add(character);
    used.set(face, characters);
    const element = path.at(-1) as Element;
    setProperties(element, {
      'font-family': `'${face.family}'`,
      'font-weight': String(face.weight),
      'font-style': face.italic ? 'italic' : 'normal',
    });
  });
  if (!svg || used.size === 0) return picture;
  const rules = await Promise.all([...used].map(([face, characters]) => fontFace(face, characters, given)));
  svg.children.unshift({
    type: 'element',
    name: 'style',
    attributes: {},
    children: [{ type: 'text', value: rules.join('\n') }],
  });
  return { ...picture, data: new TextEncoder().encode(`${toXml(tree)}\n`) };
}

async function fontFace(face: Face, characters: ReadonlySet<string>, given: boolean): Promise<string> {
  // What is printed is thrown away: making it small takes longer than all the rest.
  const format = given ? 'woff2' : 'truetype';
  const data = await subsetFont(Buffer.from(face.data), [...characters].sort().join(''), {
    targetFormat: format,
    keepFeatures: ['kern'],
  });
  return `@font-face{font-family:'${face.family}';font-weight:${face.weight};font-style:${face.italic ? 'italic' : 'normal'};src:url(data:font/${given ? 'woff2' : 'ttf'};base64,${data.toString('base64')}) format('${format}')}`;
}

/** A property as an attribute or in `style`; the latter wins. */
function propertyOf({ attributes }: Element, property: string): string | undefined {
  const inline = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`).exec(attributes.style ?? '');
  return inline?.[1]?.trim() ?? attributes[property] ?? undefined;
}

function setProperties(element: Element, properties: Record<string, string>): void {
  const others = (element.attributes.style ?? '')
    .split(';')
    .filter((declaration) => !/^\s*font(-family|-weight|-style)?\s*:/.test(declaration));
  element.attributes.style = others.filter((declaration) => declaration.trim()).join(';') || undefined;
  if (!element.attributes.style) delete element.attributes.style;
  Object.assign(element.attributes, properties);
}

function weightOf(value: string | undefined): number {
  if (value === 'bold' || value === 'bolder') return 700;
  return Number(value) || 400;
}

function firstFamily(style: Style, token: string): string {
  return (
    /["']([^"']+)["']|([^,"']+)/
      .exec(style.tokens.get(token) ?? '')
      ?.slice(1)
      .find(Boolean)
      ?.trim() ??
    style.faces[0]?.family ??
    ''
  );
}
