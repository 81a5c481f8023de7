import { type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { valueAt } from './file/objects.ts';
import { contentData } from './file/stream-data.ts';

/** The metadata of a file: the values of each property, by its usual name: `dc:title`, `pdfaid:part`. */
export type Xmp = ReadonlyMap<string, readonly string[]>;

const prefixes: Record<string, string> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
  'http://ns.adobe.com/pdf/1.3/': 'pdf',
  'http://www.aiim.org/pdfa/ns/id/': 'pdfaid',
  'http://www.aiim.org/pdfua/ns/id/': 'pdfuaid',
  'http://www.npes.org/pdfx/ns/id/': 'pdfxid',
  'http://ns.adobe.com/pdfx/1.3/': 'pdfx',
};
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const most = 2 ** 21;

/**
 * Reads a file’s XMP (ISO 16684-1). Of a property in several languages, the first value counts. Undefined if there is
 * none; a string says why it cannot be read.
 */
export function readXmp(catalog: PDFDict): Xmp | string | undefined {
  const stream = valueAt(catalog, 'Metadata');
  if (!(stream instanceof PDFRawStream)) return undefined;
  const data = contentData(stream);
  if (data.length > most) return `it is ${Math.round(data.length / 2 ** 20)} MB long`;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(data);
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) return 'it has a document type, which XMP has not';
    return propertiesOf(fromXml(text.replace(/^\s*<\?xpacket[^>]*\?>|<\?xpacket[^>]*\?>\s*$/g, '').trim()));
  } catch (error) {
    return error instanceof TypeError ? 'it is not in UTF-8' : `it is not well-formed: ${(error as Error).message}`;
  }
}

function propertiesOf(root: Root): Xmp {
  const properties = new Map<string, string[]>();
  const visit = (element: Element, around: ReadonlyMap<string, string>, depth: number): void => {
    if (depth > 30) return;
    const spaces = declared(element, around);
    const name = (written: string) => {
      const [prefix = '', local = ''] = written.includes(':') ? written.split(':') : ['', written];
      const uri = spaces.get(prefix) ?? '';
      return uri === rdf ? `rdf:${local}` : `${prefixes[uri] ?? prefix}:${local}`;
    };
    const described = name(element.name) === 'rdf:Description';
    if (described) {
      for (const [key, value] of Object.entries(element.attributes))
        if (!/^(xmlns|rdf)\b/.test(key) && value) properties.set(name(key), [value]);
    }
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      if (described) properties.set(nameWith(child, spaces, name), valuesOf(child));
      else visit(child, spaces, depth + 1);
    }
  };
  for (const child of root.children) if (child.type === 'element') visit(child, new Map(), 0);
  return properties;
}

/** A property may declare its own prefix. */
function nameWith(child: Element, around: ReadonlyMap<string, string>, name: (written: string) => string): string {
  const own = declared(child, around);
  const [prefix = '', local = ''] = child.name.split(':');
  const uri = own.get(prefix);
  return uri && prefixes[uri] ? `${prefixes[uri]}:${local}` : name(child.name);
}

function declared(element: Element, around: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = Object.entries(element.attributes).filter(([key]) => key.startsWith('xmlns:'));
  if (own.length === 0) return around;
  return new Map([...around, ...own.map(([key, uri]) => [key.slice(6), uri ?? ''] as const)]);
}

/** Returns the text of a property, or of each item of its list. */
function valuesOf(property: Element): string[] {
  const items: string[] = [];
  const visit = (element: Element, depth: number): void => {
    if (depth > 10) return;
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      if (/:?li$/.test(child.name)) items.push(textOf(child));
      else visit(child, depth + 1);
    }
  };
  visit(property, 0);
  return items.length > 0 ? items : [textOf(property)].filter((text) => text !== '');
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : ''))
    .join('')
    .trim();
}
