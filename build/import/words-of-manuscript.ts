import type { Nodes as Html } from 'hast';
import type { Nodes, Root } from 'mdast';
import { VFile } from 'vfile';
import { readInline } from '../manuscript/inline.ts';
import { readManuscript } from '../manuscript/read-manuscript.ts';
import { readTree } from '../manuscript/structure.ts';
import type { Captioned, HtmlBlock } from '../manuscript/tree.ts';
import type { Terms } from '../theme/terms.ts';

/** The text of a manuscript as Offprint reads it: its facts, its text, its notes, and its alternative texts. */
export function textOfManuscript(manuscript: string, terms: Terms): string {
  const file = new VFile({ path: 'manuscript.md', value: manuscript });
  const { front, body } = readManuscript(file, 'manuscript');
  const tree = readTree(body, file, terms) as Root;
  return `${factsOf(front.value)} ${textOfTree(tree)}`;
}

/** The text of a node; blocks, cells and lines are parted by spaces. */
export function textOfTree(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'formula':
    case 'displayedFormula':
    case 'code':
      return node.type === 'code' || node.type === 'displayedFormula' ? ` ${node.value} ` : node.value;
    case 'image':
      return ` ${node.alt ?? ''} `;
    case 'break':
      return ' ';
    case 'htmlBlock':
      return ` ${(node as HtmlBlock).content.map(textOfHtml).join('')} `;
    case 'link':
      if (node.data?.naming && node.children.length === 1 && textOfTree(node.children[0] as Nodes) === '?') return '';
  }
  // A line break and its like part words, whatever stands around them.
  if (node.type === 'htmlElement' && /^w?br$/.test(node.tagName)) return ' ';
  if (node.type === 'captioned') return ` ${captionedText(node)} `;
  if (!('children' in node)) return '';
  const inside = (node.children as Nodes[]).map(textOfTree).join('');
  // Raised figures are words of their own, as calls of notes are.
  if (node.type === 'superscript' && /^[\d\s,;]+$/.test(inside)) return ` ${inside} `;
  return inline.has(node.type) ? inside : ` ${inside} `;
}

/** The text of a node in one line, with one space for any white space. */
export function lineOfTree(node: Nodes): string {
  return textOfTree(node).replace(/\s+/g, ' ').trim();
}

/** The text of a figure or table. A picture without a description of its own is read with its caption as one. */
function captionedText({ children }: Captioned): string {
  const caption = children.find(({ type }) => type === 'caption');
  const words = caption ? lineOfTree(caption) : '';
  return children
    .map((child) =>
      child.type === 'image' && words !== '' && child.alt?.replace(/\s+/g, ' ').trim() === words
        ? ''
        : textOfTree(child),
    )
    .join(' ');
}

function textOfHtml(node: Html): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const inside = node.children.map(textOfHtml).join('');
  if (node.tagName === 'sup' && /^[\d\s,;]+$/.test(inside)) return ` ${inside} `;
  return /^(?:a|b|code|em|i|q|s|small|span|strong|sub|sup|u)$/.test(node.tagName) ? inside : ` ${inside} `;
}

const inline: ReadonlySet<string> = new Set(
  'emphasis strong delete link span superscript subscript htmlElement'.split(' '),
);

/** The words among the values of front matter: what an import finds in a file, and no settings. */
function factsOf(front: object): string {
  const { title, subtitle, authors, abstract, keywords, funding, received, accepted, doi, translations } =
    front as Record<string, unknown>;
  const own = Array.isArray(authors) ? authors : [];
  const others = Array.isArray(translations) ? translations : [];
  const phrases = [title, subtitle, abstract, funding, own.map(({ bio }) => bio)].concat(
    others.map((one) => [one.title, one.abstract]),
  );
  const plain = [keywords, received, accepted, doi, others.map((one) => one.keywords)].concat(
    own.map(({ name, affiliation, country, email, orcid }) => [name, affiliation, country, email, orcid]),
  );
  return [...stringsIn(phrases).map(wordsOfPhrase), ...stringsIn(plain)].join(' ');
}

function stringsIn(values: unknown[]): string[] {
  return (values.flat(3) as unknown[]).filter((value) => typeof value === 'string');
}

/** The words of a value that may hold Markdown, read as a build reads it. */
export function wordsOfPhrase(value: string): string {
  if (!/[\\`*_^~[\]{}<>&$@]/.test(value)) return value;
  const { paragraphs } = readInline(value, new VFile({ path: 'manuscript.md' }), undefined);
  return paragraphs.map((nodes) => nodes.map(textOfTree).join('')).join(' ');
}
