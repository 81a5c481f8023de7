import type { BlockContent, FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import type { Doubt, WordChange } from '../imported.ts';
import { referencesBlock } from '../references-block.ts';
import type { Atom } from './atoms.ts';
import type { OfficeBlock, ParagraphBlock } from './blocks.ts';
import { listOf } from './lists.ts';
import { phraseOfAtoms } from './phrase.ts';
import { tableOf } from './tables.ts';

/** Lists that the making of a tree adds to. */
export interface Making {
  doubts: Doubt[];
  changes: WordChange[];
  /** The node that each paragraph became, for the references to it. */
  nodes: Map<ParagraphBlock, Nodes>;
}

/** Blocks of an office file as nodes of the manuscript’s tree. */
export function toTree(blocks: readonly OfficeBlock[], making: Making): RootContent[] {
  const nodes: RootContent[] = [];
  for (let i = 0; i < blocks.length; ) {
    const block = blocks[i] as OfficeBlock;
    if (block.type === 'table') {
      nodes.push(...tableOf(block, making));
      i++;
      continue;
    }
    let end = i + 1;
    const together = (test: (other: ParagraphBlock) => boolean): ParagraphBlock[] => {
      for (; end < blocks.length; end++) {
        const other = blocks[end] as OfficeBlock;
        if (other.type !== 'paragraph' || !test(other)) break;
      }
      return blocks.slice(i, end) as ParagraphBlock[];
    };
    if (block.list) {
      nodes.push(
        ...listOf(
          together((other) => isInList(other, block)),
          making,
        ),
      );
    } else if (block.kind === 'quotation') {
      const inner = together(({ kind }) => kind === 'quotation').flatMap((one) => paragraphsOf(one, making));
      nodes.push({ type: 'blockquote', children: inner as BlockContent[], data: { from: block.from } });
    } else if (block.kind === 'code') {
      const lines = together(({ kind }) => kind === 'code').map((one) => codeOf(one, making));
      nodes.push({ type: 'code', value: lines.join('\n'), data: { from: block.from } });
    } else if (block.isReference && block.heading === undefined) {
      const inner = together(
        ({ isReference, list, heading }) => isReference === true && !list && heading === undefined,
      );
      const entries = inner.flatMap((one) => paragraphsOf(one, making));
      if (entries.length > 0) nodes.push(referencesBlock(entries, block.from));
    } else nodes.push(...paragraphsOf(block, making));
    i = end;
  }
  return nodes;
}

/** True for a further item, and for a paragraph that goes on with the item before: it is indented as much. */
function isInList(block: ParagraphBlock, first: ParagraphBlock): boolean {
  if (block.list || block.isFurther) return true;
  const indent = first.look.left ?? 0;
  return (
    block.heading === undefined &&
    /^list (?:continue|paragraph)/i.test(block.look.style ?? '') &&
    indent > 0 &&
    (block.look.left ?? 0) >= indent &&
    (block.look.firstLine ?? 0) >= 0
  );
}

function codeOf(block: ParagraphBlock, making: Making): string {
  const line = phrase(block.atoms).map(codeIn).join('');
  making.nodes.set(block, { type: 'text', value: line });
  return line;
}

function codeIn(node: PhrasingContent): string {
  if (node.type === 'break') return '\n';
  return 'children' in node
    ? (node.children as PhrasingContent[]).map(codeIn).join('')
    : 'value' in node
      ? node.value
      : '';
}

/** Phrasing content of atoms; links have the target that the file names, until references are settled. */
export function phrase(atoms: readonly Atom[]): PhrasingContent[] {
  return phraseOfAtoms(atoms, (target, children) => [{ type: 'link', url: target, title: null, children }]);
}

/**
 * A paragraph as nodes: a heading, a rule, figures where it has pictures on lines of their own, and a paragraph for the
 * rest. Nothing if it has no words and no picture.
 */
export function paragraphsOf(block: ParagraphBlock, making: Making): RootContent[] {
  const children = trimmed(phrase(withSingleSpaces(block.atoms)));
  if (children.length === 0) return [];
  const data = {
    from: block.from,
    look: block.look,
    ...(block.lang ? { attributes: { lang: block.lang } } : {}),
  };
  if (block.heading !== undefined) {
    const words = trimmed(withoutBreaks(plainWhole(children)));
    if (words.length === 0) return [];
    const depth = Math.min(block.heading + 1, 6) as 2;
    const pictures = words.filter(({ type }) => type === 'image');
    const heading: RootContent = {
      type: 'heading',
      depth,
      children: words.filter(({ type }) => type !== 'image'),
      data,
    };
    making.nodes.set(block, heading);
    const isEmpty = textOfNode(heading).trim() === '';
    return [...(isEmpty ? [] : [heading]), ...pictures.map((picture) => figureOf([picture], block))];
  }
  const text = textOfNode({ type: 'paragraph', children }).trim();
  if (
    /^(?:[*⁂✻•·~—–_#=\s-]{1,40})$/.test(text) &&
    /[*⁂✻]|^(?:[•·#]\s?){3,}$|^[—–_=~-]{3,}$/.test(text) &&
    !hasNode(children)
  )
    return [{ type: 'thematicBreak', data: { from: block.from } }];
  const lines = block.look.isCertain ? captionApart(children) : [children];
  const nodes = lines.flatMap(linesOf).map((part): RootContent => {
    if (part.every(isPictureOrSpace)) return figureOf(part, block);
    return { type: 'paragraph', children: part, data: { ...data } };
  });
  const main = nodes.find((node) => node.type !== 'paragraph' || !node.children.every(isPictureOrSpace)) ?? nodes[0];
  if (main) making.nodes.set(block, main);
  return nodes;
}

/** Spaces that are doubled by habit, once. */
function withSingleSpaces(atoms: readonly Atom[]): Atom[] {
  return atoms.map((atom) => (atom.type === 'text' ? { ...atom, text: atom.text.replace(/ {2,}/g, ' ') } : atom));
}

function hasNode(children: readonly PhrasingContent[]): boolean {
  return children.some(({ type }) => type === 'footnoteReference' || type === 'image' || type === 'html');
}

/** The pictures of a line, as a paragraph without words: its caption is found by form. */
function figureOf(part: readonly PhrasingContent[], block: ParagraphBlock): RootContent {
  const children = part.flatMap((node): PhrasingContent[] =>
    node.type === 'image'
      ? [node]
      : 'children' in node
        ? (node.children as PhrasingContent[]).filter(({ type }) => type === 'image')
        : [],
  );
  return { type: 'paragraph', children, data: { from: block.from, look: block.look } };
}

/** The pictures at the head of a caption, and the caption. */
function captionApart(children: PhrasingContent[]): PhrasingContent[][] {
  const from = children.findIndex((node) => !isPictureOrSpace(node));
  const head = children.slice(0, from);
  return from > 0 && head.some(({ type }) => type === 'image') ? [head, trimmed(children.slice(from))] : [children];
}

function isPictureOrSpace(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type === 'link') return node.children.length > 0 && node.children.every(isPictureOrSpace);
  return node.type === 'image' || node.type === 'break';
}

/** A paragraph parted where pictures stand on lines of their own, or at its beginning or end. */
function linesOf(children: PhrasingContent[]): PhrasingContent[][] {
  if (!children.some((node) => node.type === 'image' || node.type === 'link')) return [children];
  const lines: PhrasingContent[][] = [[]];
  for (const node of children) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  const parts: PhrasingContent[][] = [];
  let words: PhrasingContent[] = [];
  const end = (): void => {
    const rest = trimmed(words);
    if (rest.length > 0) parts.push(rest);
    words = [];
  };
  for (const line of lines) {
    const isPicture = line.some(({ type }) => type === 'image' || type === 'link') && line.every(isPictureOrSpace);
    if (!isPicture) {
      // Pictures at the very head of a line of words are none of its words, if they are large: nobody knows. Leave them.
      if (words.length > 0) words.push({ type: 'break' });
      words.push(...line);
      continue;
    }
    end();
    parts.push(line);
  }
  end();
  return parts;
}

/** Children without spaces, and without breaks, at both ends. */
export function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  const rest = [...children];
  const isEmpty = (node: PhrasingContent | undefined): boolean =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
  while (isEmpty(rest[0])) rest.shift();
  while (isEmpty(rest.at(-1))) rest.pop();
  const first = rest[0];
  if (first?.type === 'text') rest[0] = { ...first, value: first.value.trimStart() };
  const last = rest.at(-1);
  if (last?.type === 'text') rest[rest.length - 1] = { ...last, value: last.value.trimEnd() };
  return rest;
}

/** The words of a heading without emphasis around all of them. */
function plainWhole(children: PhrasingContent[]): PhrasingContent[] {
  const marks = children.filter(({ type }) => type !== 'footnoteReference' && type !== 'html');
  const [only] = marks;
  if (marks.length !== 1 || (only?.type !== 'strong' && only?.type !== 'emphasis' && !isUnderline(only)))
    return children;
  const inner = (only as { children: PhrasingContent[] }).children;
  return plainWhole(children.flatMap((one) => (one === only ? inner : [one])));
}

function isUnderline(node: PhrasingContent | undefined): boolean {
  return node?.type === 'htmlElement' && node.tagName === 'u';
}

/** Words in which line breaks are spaces. */
function withoutBreaks(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.map((node): PhrasingContent => {
    if (node.type === 'break') return { type: 'text', value: ' ' };
    if ('children' in node)
      return { ...node, children: withoutBreaks(node.children as PhrasingContent[]) } as PhrasingContent;
    return node;
  });
}

/** A note of blocks. */
export function noteOf(identifier: string, blocks: readonly OfficeBlock[], making: Making): FootnoteDefinition {
  const children = toTree(blocks, making);
  return {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: (children.length > 0 ? children : [{ type: 'paragraph', children: [] }]) as BlockContent[],
  };
}
