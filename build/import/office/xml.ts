import { NotImported } from '../imported.ts';
import { parseOfficeXml, XmlFault, type XmlNode, XmlTooDeep } from './parse-xml.ts';

/**
 * An element of a part. Its name has the prefix that {@link prefixes} gives its namespace, whatever the file calls it.
 */
export type Xml = XmlNode;

/** The namespaces that are read, of ECMA-376 transitional and strict (ISO 29500) and of OpenDocument. */
const prefixes = new Map<string, string>();
const office = 'http://schemas.openxmlformats.org/';
const strict = 'http://purl.oclc.org/ooxml/';
const odf = 'urn:oasis:names:tc:opendocument:xmlns:';
for (const [prefix, ...names] of [
  ['w', `${office}wordprocessingml/2006/main`, `${strict}wordprocessingml/main`],
  ['m', `${office}officeDocument/2006/math`, `${strict}officeDocument/math`],
  ['r', `${office}officeDocument/2006/relationships`, `${strict}officeDocument/relationships`],
  ['a', `${office}drawingml/2006/main`, `${strict}drawingml/main`],
  ['wp', `${office}drawingml/2006/wordprocessingDrawing`, `${strict}drawingml/wordprocessingDrawing`],
  ['pic', `${office}drawingml/2006/picture`, `${strict}drawingml/picture`],
  ['c', `${office}drawingml/2006/chart`, `${strict}drawingml/chart`],
  ['dgm', `${office}drawingml/2006/diagram`, `${strict}drawingml/diagram`],
  ['b', `${office}officeDocument/2006/bibliography`, `${strict}officeDocument/bibliography`],
  ['mc', `${office}markup-compatibility/2006`],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['w15', 'http://schemas.microsoft.com/office/word/2012/wordml'],
  ['asvg', 'http://schemas.microsoft.com/office/drawing/2016/SVG/main'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['rel', `${office}package/2006/relationships`],
  ['ct', `${office}package/2006/content-types`],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['mathml', 'http://www.w3.org/1998/Math/MathML'],
  ['office', `${odf}office:1.0`],
  ['text', `${odf}text:1.0`],
  ['table', `${odf}table:1.0`],
  ['style', `${odf}style:1.0`],
  ['draw', `${odf}drawing:1.0`],
  ['svg', `${odf}svg-compatible:1.0`],
  ['fo', `${odf}xsl-fo-compatible:1.0`],
  ['meta', `${odf}meta:1.0`],
  ['manifest', `${odf}manifest:1.0`],
] as [string, ...string[]][])
  for (const name of names) prefixes.set(name, prefix);

/** Elements within each other, at most; Word nests some thirty. */
const maxDepth = 400;

/** Tags of a part; a book of a thousand pages has half as many, and more would fill the memory of a small machine. */
const maxTags = 2_000_000;

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++;
  return count;
}

/**
 * Reads a part as XML. No declaration of a document type is followed: no office program writes one, and each is a way
 * to other files or to endless text. Marks of editing sessions, which Word leaves in each tag, are left out. Throws
 * {@link NotImported}.
 */
export function readXml(bytes: Uint8Array, name: string): Xml {
  const text = decode(bytes, name);
  if (/<!DOCTYPE/i.test(text.slice(0, 100_000)))
    throw new NotImported(
      `The file declares a document type in ${name}, which no office program does`,
      'Do not open it elsewhere. Ask its author for another one.',
    );
  // A tag has three signs at least.
  if (text.length > 3 * maxTags && countOf(text, '<') > maxTags)
    throw new NotImported(
      `The file has more than ${maxTags.toLocaleString('en')} tags in ${name}`,
      'No manuscript is so large: ask its author where it comes from, or divide it.',
    );
  if (text.trim() === '') throw new NotImported(`The file is damaged: ${name} is empty`, 'Save it again.');
  try {
    return parseOfficeXml(text, { maxDepth, rename, leavesOut: (attribute) => sessions.test(attribute) });
  } catch (error) {
    if (error instanceof XmlTooDeep) throw tooDeep(name);
    if (!(error instanceof XmlFault)) throw error;
    throw new NotImported(
      `The file is damaged: ${name} is not XML (${error.message})`,
      'Open it in the program that made it, and save it again.',
    );
  }
}

const sessions = /^w:rsid|^w14:textId$/;

function rename(name: string, own: string, namespace: string | undefined): string {
  if (own === '' && !namespace) return name;
  const prefix = own === 'xml' ? 'xml' : prefixes.get(namespace ?? '');
  if (prefix === own) return name;
  const local = own === '' ? name : name.slice(own.length + 1);
  // A namespace that is not read must not look like one that is.
  return prefix ? `${prefix}:${local}` : `?:${local}`;
}

function tooDeep(name: string): NotImported {
  return new NotImported(`The file nests ${name} too deep`, 'Open it in the program that made it, and save it again.');
}

/** A text of XML in UTF-8 or UTF-16, told by its first bytes (XML 1.0, F). */
function decode(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new NotImported(
      `The file is damaged: ${name} has bytes that are not letters`,
      'Save it again in its program.',
    );
  }
}

/** The child elements. */
export function elements(node: Xml): Xml[] {
  const { children } = node;
  for (const child of children)
    if (typeof child === 'string') return children.filter((one): one is Xml => typeof one !== 'string');
  return children as Xml[];
}

/** The first child of a name; undefined if there is none, or no element. */
export function child(node: Xml | undefined, name: string): Xml | undefined {
  return node?.children.find((one): one is Xml => typeof one !== 'string' && one.name === name);
}

/** The children of a name. */
export function childrenOf(node: Xml | undefined, name: string): Xml[] {
  return node ? elements(node).filter((one) => one.name === name) : [];
}

/** The first child on a path of names, `w:pPr/w:rPr`. */
export function at(node: Xml | undefined, path: string): Xml | undefined {
  let found = node;
  for (const name of path.split('/')) found = child(found, name);
  return found;
}

/** The value of a child, as Word has most: `<w:jc w:val="center"/>`. */
export function valOf(node: Xml | undefined, name: string): string | undefined {
  return child(node, name)?.attributes['w:val'];
}

/** All elements of a name at any depth, in order; none if there is no element. */
export function allIn(node: Xml | undefined, ...names: string[]): Xml[] {
  const found: Xml[] = [];
  const walk = (one: Xml): void => {
    for (const inner of one.children) {
      if (typeof inner === 'string') continue;
      if (names.includes(inner.name)) found.push(inner);
      walk(inner);
    }
  };
  if (node) walk(node);
  return found;
}

/** The text of an element and all in it; empty if there is no element. */
export function textInside(node: Xml | undefined): string {
  let text = '';
  for (const one of node?.children ?? []) text += typeof one === 'string' ? one : textInside(one);
  return text;
}

/** The text of an element and all in it, in one line. */
export function lineInside(node: Xml | undefined): string {
  return textInside(node).replace(/\s+/g, ' ').trim();
}
