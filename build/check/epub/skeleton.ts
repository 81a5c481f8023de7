import type { Element } from 'xast';
import { type ArchiveDocument, elementsIn } from './archive.ts';
import { idReferences } from './rules/ids.ts';
import { wordsOf } from './words.ts';

/**
 * Elements that lead through the book, or load or run something in ways of their own: a document that has one is always
 * looked at whole.
 */
const special =
  /^(?:applet|audio|base|button|embed|form|iframe|image|input|link|math|nav|object|picture|script|select|source|style|svg|track|video)$|:/;

/**
 * A document of a book reduced to what other documents depend on: its head, its ids, headings, pictures and marks of
 * pages in their order, and its links to other files. It is valid if the document is, and stands for a document that
 * was found without a fault. Undefined for one that cannot be reduced.
 */
export function skeletonOf({ text, tree }: Pick<ArchiveDocument, 'text' | 'tree'>): string | undefined {
  const body = elementsIn(tree, 'body')[0];
  const [, head] = /^([\s\S]*?<body[^>]*>)/.exec(text) ?? [];
  if (!body || !head) return undefined;
  const parts: string[] = [];
  for (const element of elementsIn(body)) {
    const part = partOf(element);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return `${head}\n${inParagraphs(parts)}\n</body>\n</html>\n`;
}

/** What stays of an element, without what is inside it; undefined if it is special. */
function partOf(element: Element): string | undefined {
  const { name, attributes } = element;
  if (special.test(name) || attributes.srcset !== undefined || /url\(/.test(attributes.style ?? '')) return undefined;
  const { id, href, src, role } = attributes as Record<string, string | undefined>;
  if (/^h[1-6]$/.test(name)) return tag(name, { id }, escaped(wordsOf(element)));
  if (name === 'img') return tag('img', { id, src, alt: '' });
  if (src !== undefined) return undefined;
  if (role === 'doc-pagebreak') {
    const { 'aria-label': label, title, 'epub:type': type } = attributes;
    return tag('span', { id, role, 'epub:type': type, 'aria-label': label, title }, '');
  }
  if (href !== undefined && !href.startsWith('#')) return tag('a', { id, href }, '·');
  const named = idReferences.flatMap((one) => (attributes[one] ? [[one, attributes[one]]] : []));
  if (named.length > 0) return tag('span', { id, role: 'group', ...Object.fromEntries(named) }, '');
  return id === undefined ? '' : tag('span', { id }, '');
}

/** Puts all but headings into paragraphs. */
function inParagraphs(parts: readonly string[]): string {
  const blocks: string[] = [];
  let line: string[] = [];
  const end = () => {
    if (line.length > 0) blocks.push(`<p>${line.join('')}</p>`);
    line = [];
  };
  for (const part of parts) {
    if (/^<h[1-6]/.test(part)) {
      end();
      blocks.push(part);
    } else if (part !== '') line.push(part);
  }
  end();
  return blocks.join('\n');
}

function tag(name: string, attributes: Record<string, string | null | undefined>, content?: string): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [` ${key}="${escaped(value)}"`],
  );
  return content === undefined ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${content}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
