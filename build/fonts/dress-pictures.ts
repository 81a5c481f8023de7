import { parse, type Root as Sheet } from 'postcss';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';
import { type Cache, kept, keyOf, noCache } from '../cache/cache.ts';
import type { Issue, Picture } from '../issue/model.ts';
import type { Face, Style } from '../styles/style.ts';
import { cutDown } from './cut-faces.ts';
import { ownTextOf } from './drawn-cascade.ts';
import { drawnLetters } from './drawn-letters.ts';
import { featuresFor } from './features.ts';
import { ownName } from './own-name.ts';

/**
 * Sets the words in an issue’s SVG pictures in the style’s own faces and puts the faces into the pictures: a picture
 * cannot reach the fonts of the page it stands on, and the machine’s would be others on every machine. The picture’s
 * own declarations of faces are removed. `given` is true if the pictures are published as they are, with their faces,
 * and not printed: then no face has a name that its licence reserves.
 */
export async function dressPictures(issue: Issue, style: Style, given = false, cache: Cache = noCache): Promise<Issue> {
  const faces = given ? style.faces.map((face) => ({ ...face, data: ownName(face) })) : style.faces;
  const how: Dressing = { style: { ...style, faces }, given, cache };
  const means = cache === noCache ? '' : meansOf(how);
  const pictures = await Promise.all(issue.pictures.map((picture) => dress(picture, how, means)));
  const cover = pictures.find(({ name }) => name === issue.cover?.name);
  return { ...issue, pictures, ...(cover ? { cover } : {}) };
}

/** The means by which drawings get their faces. */
interface Dressing {
  style: Style;
  given: boolean;
  cache: Cache;
}

/** The key of all that the letters of a drawing depend on, beside the drawing. */
function meansOf({ style: { faces, tokens }, given }: Dressing): string {
  const each = faces.map(({ family, weight, italic, data }) => ({ family, weight, italic, data }));
  return keyOf({ given, tokens: [...tokens], faces: each });
}

async function dress(picture: Picture, how: Dressing, means: string): Promise<Picture> {
  if (picture.mediaType !== 'image/svg+xml') return picture;
  const make = async () => ({ data: await dressDrawing(picture.data, how) });
  const { data } = await kept(how.cache, 'drawing', { data: picture.data, means }, make);
  return data ? { ...picture, data } : picture;
}

/** Sets a drawing, and those inside it, in the faces of a style; undefined if it has no letters. */
async function dressDrawing(data: Uint8Array, how: Dressing): Promise<Uint8Array | undefined> {
  const tree = fromXml(new TextDecoder().decode(data));
  const svg = tree.children.find((node): node is Element => node.type === 'element');
  if (!svg) return undefined;
  const used = new Map<Face, Set<string>>();
  const settings = drawnLetters(svg, how.style);
  for (const { faces } of settings)
    for (const [face, characters] of faces) used.set(face, new Set([...(used.get(face) ?? []), ...characters]));
  const changed = (await dressInner(svg, how)) || used.size > 0;
  if (!changed) return undefined;
  forgetFaces(svg);
  for (const { element, faces, outline } of settings) {
    // Behind all other declarations, since a stylesheet is stronger than an attribute.
    if (outline) element.attributes.style = `${element.attributes.style ?? ''};stroke:none!important`;
    Object.assign(element.attributes, {
      'font-family': [...faces.keys()].map((face) => `'${labelOf(face)}'`).join(','),
      'font-weight': 'normal',
      'font-style': 'normal',
    });
  }
  const rules = await Promise.all([...used].map(([face, characters]) => fontFace(face, characters, how)));
  const sheet: Element = {
    type: 'element',
    name: 'style',
    attributes: {},
    children: [{ type: 'text', value: rules.join('\n') }],
  };
  if (rules.length > 0) svg.children.unshift(sheet);
  return new TextEncoder().encode(`${toXml(tree)}\n`);
}

/** Sets the drawings that a drawing embeds as data. */
async function dressInner(element: Element, how: Dressing): Promise<boolean> {
  let changed = false;
  for (const [name, value] of Object.entries(element.attributes)) {
    const [, data] = /^data:image\/svg\+xml;base64,(.*)$/is.exec(value ?? '') ?? [];
    const dressed = data && (await dressDrawing(Buffer.from(data, 'base64'), how));
    if (!dressed) continue;
    element.attributes[name] = `data:image/svg+xml;base64,${Buffer.from(dressed).toString('base64')}`;
    changed = true;
  }
  for (const child of element.children) if (child.type === 'element' && (await dressInner(child, how))) changed = true;
  return changed;
}

/**
 * Declares a face under a name of its own, so that the browser neither chooses among the weights of a family nor makes
 * one bold or slanted itself.
 */
function labelOf({ family, weight, italic }: Face): string {
  return `${family} ${weight}${italic ? ' italic' : ''}`;
}

async function fontFace(face: Face, characters: ReadonlySet<string>, { given, cache }: Dressing): Promise<string> {
  // Pictures for print are not kept: making their faces smaller would take longer than all the rest.
  const format = given ? 'woff2' : 'truetype';
  const text = [...characters].sort().join('');
  const data = Buffer.from(await cutDown({ data: face.data, text, format, features: featuresFor(text) }, cache));
  return `@font-face{font-family:'${labelOf(face)}';src:url(data:font/${given ? 'woff2' : 'ttf'};base64,${data.toString('base64')}) format('${format}')}`;
}

/** Removes all declarations of faces from a drawing, except the size of letters. */
function forgetFaces(element: Element): void {
  const { attributes } = element;
  for (const name of ['font-family', 'font-weight', 'font-style', 'font-stretch']) delete attributes[name];
  if (/font/i.test(attributes.style ?? '')) attributes.style = withoutFaces(attributes.style ?? '');
  if (attributes.style === '') delete attributes.style;
  if (element.name === 'style') element.children = [{ type: 'text', value: withoutFaces(ownTextOf(element)) }];
  for (const child of element.children) if (child.type === 'element') forgetFaces(child);
}

function withoutFaces(css: string): string {
  let sheet: Sheet;
  try {
    sheet = parse(css);
  } catch {
    // A browser ignores all declarations if it meets such a one.
    return '';
  }
  sheet.walkDecls(/^(font|font-(family|weight|style|stretch|synthesis.*))$/i, (declaration) => {
    const size = declaration.prop.toLowerCase() === 'font' ? sizeIn(declaration.value) : undefined;
    if (size) declaration.replaceWith({ prop: 'font-size', value: size, important: declaration.important ?? false });
    else declaration.remove();
  });
  return sheet.toString();
}

/** The size in a shorthand: `italic 600 12px/1.2 Arial`. */
function sizeIn(font: string): string | undefined {
  if (font.trim() === 'inherit') return 'inherit';
  return /(?:^|\s)([\d.]+(?:[a-z]+|%)|(?:x{1,3}-)?(?:small|large)(?:er|r)?|medium)(?=[\s/])/i.exec(font)?.[1];
}
