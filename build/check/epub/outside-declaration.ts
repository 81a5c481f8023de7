/** A declaration in XML that refers to another file, which a parser would fetch. */
export interface OutsideDeclaration {
  line?: number;
  found: string;
}

/**
 * The first such declaration in a file, if it is XML: a DTD that programs do not have built in, an entity in another
 * file, or a parameter entity, which can hide one. Undefined if there is none, and for a file that is not XML: a parser
 * refuses that before it fetches anything.
 */
export function outsideDeclaration(data: Uint8Array): OutsideDeclaration | undefined {
  const text = textOf(data);
  if (text === undefined) return undefined;
  if (text === unknownEncoding) return { found: 'The encoding of the file is none that a book may have' };
  const doctype = doctypeIn(text);
  if (!doctype) return undefined;
  const line = text.slice(0, doctype.at).split('\n').length;
  if (doctype.subset === undefined && doctype.name === undefined) return { line, found: 'The DOCTYPE cannot be read' };
  const { system, subset = '' } = doctype;
  if (system !== undefined && !known.has(system))
    return { line, found: `The DOCTYPE names a file outside the book, ${shown(system)}` };
  // Parameter entities can be combined into a declaration that this text does not show.
  const hidden = /<!ENTITY\s+%|%[\p{L}_:][\p{L}\p{N}_.:-]*;/u.exec(subset);
  const entity = /\b(?:SYSTEM|PUBLIC)\b\s*(?:"[^"]*"|'[^']*')?\s*(?:"([^"]*)"|'([^']*)')?/.exec(subset);
  if (entity) {
    const named = entity[1] ?? entity[2] ?? /["']([^"']*)["']/.exec(entity[0])?.[1] ?? '';
    return { line, found: `The DOCTYPE declares a file outside the book, ${shown(named)}` };
  }
  if (hidden) return { line, found: 'The DOCTYPE declares a parameter entity, which could lead out of the book' };
  return undefined;
}

function shown(address: string): string {
  return address.length > 80 ? `${address.slice(0, 80)}…` : address || 'an empty address';
}

/** DTDs that readers and validators have built in, so that no program fetches them. */
const known = new Set([
  'about:legacy-compat',
  'http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd',
  'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd',
  'http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd',
  'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd',
  'http://www.daisy.org/z3986/2005/ncx-2005-1.dtd',
  'http://www.idpf.org/dtds/2007/opf.dtd',
]);

const unknownEncoding = '\0';

/**
 * The text of a file that may be XML. Undefined if its first character is not `<`; {@link unknownEncoding} if a parser
 * would decode it in a way that is not known here.
 */
function textOf(data: Uint8Array): string | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = data;
  // UTF-32, and the letters of IBM mainframes (EBCDIC), which begin with `<?xm`.
  const quad = [a, b, c, d].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (data.length >= 4 && /^(?:0000003c|00003c00|003c0000|3c000000|0000feff|fffe0000)$/.test(quad))
    return unknownEncoding;
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) return unknownEncoding;
  const wide =
    (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)
      ? 'utf-16le'
      : (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)
        ? 'utf-16be'
        : undefined;
  const text = new TextDecoder(wide ?? 'utf-8').decode(data).replace(/^\ufeff/, '');
  if (!/^\s*</.test(text)) return undefined;
  const encoding = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  const usual = wide ? /^utf-16/i : /^(utf-8|us-ascii|ascii|iso-8859-\d+|windows-125\d)$/i;
  return encoding === undefined || usual.test(encoding) ? text : unknownEncoding;
}

interface Doctype {
  at: number;
  name?: string;
  system?: string;
  subset?: string;
}

/** The DOCTYPE of a document, which precedes its root element. It has no name if it cannot be read. */
function doctypeIn(text: string): Doctype | undefined {
  const before = /(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/y;
  before.exec(text);
  const at = before.lastIndex;
  if (!text.startsWith('<!', at)) return undefined;
  const literal = `(?:"[^"]*"|'[^']*')`;
  const head = new RegExp(
    String.raw`<!DOCTYPE\s+([^\s>[]+)\s*(?:SYSTEM\s*(${literal})|PUBLIC\s*${literal}\s*(${literal})?)?\s*(?=[>[])`,
    'y',
  );
  head.lastIndex = at;
  const found = head.exec(text);
  if (!found) return { at };
  const system = (found[2] ?? found[3])?.slice(1, -1);
  const named = { at, name: found[1] ?? '', ...(system === undefined ? {} : { system }) };
  const end = head.lastIndex;
  if (text[end] === '>') return named;
  const close = subsetEnd(text, end + 1);
  return close === undefined ? { at } : { ...named, subset: text.slice(end + 1, close) };
}

/**
 * The offset where the declarations in brackets end: the first `]` outside quotation marks, comments and instructions.
 */
function subsetEnd(text: string, from: number): number | undefined {
  const part = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|"[^"]*"|'[^']*'|[^\]"'<]+|<|\]/y;
  part.lastIndex = from;
  for (let found = part.exec(text); found; found = part.exec(text)) if (found[0] === ']') return found.index;
  return undefined;
}
