/** An element: its name, its attributes, and its elements and text in order. Text has no references in it. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

/** A text that is not well-formed XML, with the place of its fault. */
export class XmlFault extends Error {
  override name = 'XmlFault';

  constructor(text: string, at: number) {
    const before = text.slice(0, at).split('\n');
    super(`line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`);
  }
}

/** An element nested deeper than is allowed. */
export class XmlTooDeep extends Error {
  override name = 'XmlTooDeep';
}

/** Options of parsing. */
export interface XmlOptions {
  /** Elements within each other, at most. */
  maxDepth: number;
  /** The name that an element or attribute gets, by the prefix it has and the namespace that the prefix stands for. */
  rename(name: string, prefix: string, namespace: string | undefined): string;
  /** True for attributes of no use, by the names that they have in the text. */
  leavesOut(name: string): boolean;
}

/** Namespaces that hold within an element, and the names that were made of names there. */
interface Scope {
  namespaces: ReadonlyMap<string, string>;
  elements: Map<string, string>;
  attributes: Map<string, string>;
}

const none: Record<string, string> = Object.freeze({});
const tagName = /[\p{L}_][\p{L}\p{N}\p{M}_.:·-]*/uy;
const attribute = /\s+([^\s=/<>"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them.
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Parses well-formed XML 1.0 with namespaces, without declarations of document types, in one pass. Comments and
 * processing instructions are left out. Throws {@link XmlFault} and {@link XmlTooDeep}.
 */
export function parseOfficeXml(source: string, { maxDepth, rename, leavesOut }: XmlOptions): XmlNode {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  const bad = notInXml.exec(text);
  if (bad) throw new XmlFault(text, bad.index);
  let root: XmlNode | undefined;
  let scope: Scope = { namespaces: new Map(), elements: new Map(), attributes: new Map() };
  const open: { node: XmlNode; raw: string; outer: Scope }[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const fail = (where = at): never => {
    throw new XmlFault(text, where);
  };
  const addText = (value: string): void => {
    if (value === '') return;
    const children = open.at(-1)?.node.children;
    if (!children) {
      if (/\S/.test(value)) fail();
      return;
    }
    const last = children.length - 1;
    if (typeof children[last] === 'string') children[last] += value;
    else children.push(value);
  };
  const behind = (sign: string, from: number): number => {
    const end = text.indexOf(sign, from);
    return end < 0 ? fail() : end;
  };

  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const end = tag < 0 ? text.length : tag;
    if (end > at) {
      const piece = text.slice(at, end);
      if (piece.includes(']]>')) fail();
      addText(piece.includes('&') ? withoutReferences(piece, () => fail()) : piece);
    }
    at = end;
    if (tag < 0) break;
    const next = text[tag + 1];
    if (next === '/') {
      const last = open.pop() ?? fail();
      const close = tag + 2 + last.raw.length;
      tagEnd.lastIndex = close;
      if (!text.startsWith(last.raw, tag + 2) || !tagEnd.exec(text)) fail();
      scope = last.outer;
      at = tagEnd.lastIndex;
    } else if (next === '?') at = behind('?>', tag + 2) + 2;
    else if (text.startsWith('<!--', tag)) at = behind('-->', tag + 4) + 3;
    else if (text.startsWith('<![CDATA[', tag)) {
      const close = behind(']]>', tag + 9);
      if (open.length === 0) fail();
      addText(text.slice(tag + 9, close));
      at = close + 3;
    } else {
      tagName.lastIndex = tag + 1;
      const raw = tagName.exec(text)?.[0] ?? fail();
      at = tagName.lastIndex;
      if (open.length === 0 && root) fail();
      if (open.length > maxDepth) throw new XmlTooDeep();
      const outer = scope;
      let given: [name: string, value: string][] | undefined;
      for (;;) {
        attribute.lastIndex = at;
        const found = attribute.exec(text);
        if (!found) break;
        at = attribute.lastIndex;
        const name = found[1] as string;
        if (leavesOut(name)) continue;
        const written = found[2] ?? found[3] ?? '';
        const value = /[&\n\t]/.test(written)
          ? withoutReferences(written.replace(/[\n\t]/g, ' '), () => fail())
          : written;
        if (name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')) {
          const namespaces = new Map(scope.namespaces).set(name.slice(6), value);
          scope = { namespaces, elements: new Map(), attributes: new Map() };
        } else {
          given ??= [];
          given.push([name, value]);
        }
      }
      tagEnd.lastIndex = at;
      const isEmpty = (tagEnd.exec(text) ?? fail())[1] === '/';
      at = tagEnd.lastIndex;
      let attributes = none;
      if (given) {
        attributes = {};
        for (const [name, value] of given) {
          const key = renamed(name, scope, true);
          if (key in attributes) fail();
          attributes[key] = value;
        }
      }
      const node: XmlNode = { name: renamed(raw, scope, false), attributes, children: [] };
      const parent = open.at(-1)?.node;
      if (parent) parent.children.push(node);
      else root = node;
      if (isEmpty) scope = outer;
      else open.push({ node, raw, outer });
    }
  }
  if (open.length > 0 || !root) fail();
  return root as XmlNode;

  function renamed(name: string, { namespaces, elements, attributes }: Scope, isAttribute: boolean): string {
    const known = (isAttribute ? attributes : elements).get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    // Attributes without a prefix are of no namespace.
    const made = isAttribute && colon < 0 ? name : rename(name, prefix, namespaces.get(prefix));
    (isAttribute ? attributes : elements).set(name, made);
    return made;
  }
}

function withoutReferences(text: string, fail: () => never): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));|&/g, (_, decimal, hexadecimal, name) => {
    if (decimal === undefined && hexadecimal === undefined) return entities[name ?? ''] ?? fail();
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return fail();
    const sign = String.fromCodePoint(code);
    return notInXml.test(sign) ? fail() : sign;
  });
}
