import type { ElementContent, Nodes } from 'hast';
import type { Article } from '../../build/issue/model.ts';

/** The number of times that each word occurs. */
export type Bag = Map<string, number>;

/** Words are letters and digits: typography changes only the signs between them. */
export function bagOf(...texts: string[]): Bag {
  const bag: Bag = new Map();
  for (const text of texts)
    for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu))
      bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** The words that one bag has more often than the other, as `-lost` and `+doubled`, sorted. */
export function difference(source: Bag, set: Bag): string[] {
  const words = new Set([...source.keys(), ...set.keys()]);
  return [...words]
    .filter((word) => source.get(word) !== set.get(word))
    .map((word) => `${(source.get(word) ?? 0) > (set.get(word) ?? 0) ? '-' : '+'}${word}`)
    .sort();
}

/**
 * The words of an article in type: text, notes and alternative texts, without words that the build adds: calls, labels,
 * numbers of references.
 */
export function textOfArticle({ body, notes }: Article): string {
  return [...(body.children as ElementContent[]), ...notes.flatMap((note) => note.body)].map(wordsOf).join(' ');
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const classes = (node.properties.className as string[] | undefined) ?? [];
  if (classes.includes('call') || classes.includes('label'))
    return classes.includes('call') || node.tagName === 'span' ? '' : ` ${inside(node)} `;
  if (node.tagName === 'img') return ` ${node.properties.alt} `;
  if (node.tagName === 'a' && String(node.properties.href).startsWith('#')) return inside(node).replace(/\d+/g, '');
  return inline.has(node.tagName) ? inside(node) : ` ${inside(node)} `;
}

function inside(node: { children: Nodes[] }): string {
  return node.children.map(wordsOf).join('');
}

const inline = new Set('a abbr b cite code del em i ins kbd q s small span strong sub sup u wbr'.split(' '));

/**
 * The words of a manuscript’s Markdown without its marks. Found in a naive way, so that no fault is shared with the
 * parser.
 */
export function textOfMarkdown(markdown: string): string {
  const code: string[] = [];
  const keep = (_: string, ...groups: string[]): string => {
    code.push(groups.find((group) => typeof group === 'string') ?? '');
    return ' ';
  };
  const rest = markdown
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^```.*\n([\s\S]*?)^```$/gm, keep)
    .replace(/(?<!`)``(?!`) ?([\s\S]+?) ?(?<!`)``(?!`)/g, keep)
    .replace(/(?<![`\\])`(?!`)([^`]+)`(?!`)/g, keep)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^:::+\w*(?:\[(.*?)\])?(?:\{.*\})?$/gm, ' $1 ')
    .replace(/^Table: /gm, '')
    .replace(/\[\^[^\]\s]+\]:?/g, '')
    .replace(/!\[([^\]]*)\]\(\S+?(?: "((?:[^"\\]|\\.)*)")?\)/g, ' $1 $2 ')
    .replace(/\[([^\]]*)\]\((?:#|[\w-]+\.md)[^)]*\)/g, (_, words: string) => words.replace(/\d+/g, ''))
    .replace(/\]\((?:<[^>]*>|\S+?)\)/g, ']')
    .replace(/(?<=[\]*`)\s]|^)\{(?:[#.][\w-]+|[\w-]+=(?:"[^"]*"|\S+?)|\s)+\}/gm, '')
    .replace(/<\/?[a-z]\w*(?:\s[^<>]*)?\/?>/g, '')
    .replace(/^[ >]*\d+[.)] /gm, '')
    .replace(/(?<=[\p{L}\d])(\^|~)([^\s^~]+)\1/gu, '$2')
    .replace(/&nbsp;|&mdash;/g, ' ');
  return [...code, rest].join(' ');
}
