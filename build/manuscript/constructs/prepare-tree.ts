import type { FootnoteDefinition, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from '../../text/visit.ts';
import { isNextSign, type ListSign, readListSign } from '../mend/signs.ts';
import { attributesOf } from '../tree.ts';
import { writtenIds } from './cross-references/read.ts';
import { gatherNotes } from './notes/gather.ts';
import { wordsInPlace } from './notes/write.ts';
import { addEscapes, type Escapes } from './text/escapes.ts';

/** A tree prepared for writing. */
export interface PreparedTree {
  text: Root;
  /** Notes that are written at the end. */
  notes: FootnoteDefinition[];
  definitions: Map<string, FootnoteDefinition>;
  escapes: Escapes;
  ids: Set<string>;
  /** True if its text cites in brackets: then `@key` without brackets is read as a citation. */
  cites: boolean;
}

/** Copies a tree for writing: joins texts and their lines, finds escapes, and separates the notes. */
export function prepareTree(tree: Root): PreparedTree {
  const text = structuredClone({ ...tree, data: undefined }) as unknown as Root;
  gatherNotes()(text);
  const ids = new Set<string>();
  visit(text, (node) => {
    const { id } = attributesOf(node);
    if (id) ids.add(id);
    // Readers take the ids of a manuscript from its letters, those in code and in mere words among them.
    if ('value' in node) for (const written of writtenIds(node.value)) ids.add(written);
    delete (node as Nodes).position;
    if ('children' in node) node.children = tidy(node) as never;
  });
  const definitions = new Map<string, FootnoteDefinition>();
  const all: FootnoteDefinition[] = [];
  visit(text, 'footnoteDefinition', (node) => {
    all.push(node);
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const calls = new Map<string, number>();
  visit(text, 'footnoteReference', ({ identifier }) => void calls.set(identifier, (calls.get(identifier) ?? 0) + 1));
  for (const [identifier, note] of definitions)
    if (wordsInPlace(note) && calls.get(identifier) !== 1) note.label = identifier.replace(/\s+/g, '-');
  let cites = false;
  visit(text, (node) => {
    if (node.type === 'caption') return SKIP;
    if (node.type === 'citation') cites ||= !node.isInText || node.children[0]?.type !== 'citationKey';
  });
  // A caption may be part of the text, or not.
  const citations: Nodes[] = [];
  visit(text, 'citation', (node) => void citations.push(node));
  const mayCite = citations.length > 0;
  const escapes: Escapes = new Map();
  visit(text, (node, _index, parent) => {
    if (!isPhrase(node, parent)) return;
    const note = parent?.type === 'footnoteDefinition' ? (parent as FootnoteDefinition) : undefined;
    addEscapes(node as Parents, ids, wordsInPlace(note) !== undefined, mayCite, escapes);
  });
  escapeDashes(text, escapes);
  escapeSigns(text, escapes);
  const notes = all.filter((note) => !wordsInPlace(note));
  removeNotes(text);
  return { text, notes, definitions, escapes, ids, cites };
}

function removeNotes(parent: Parents): void {
  parent.children = (parent.children as Nodes[]).filter(
    ({ type }) => type !== 'footnoteDefinition',
  ) as typeof parent.children;
  for (const child of parent.children) if ('children' in child) removeNotes(child);
}

/** True if a node contains running words, and its parent does not. */
function isPhrase(node: Nodes, parent: Parents | undefined): boolean {
  if (!('children' in node) || !parent || !node.children.some(isPhrasing)) return false;
  return !isPhrasing(node as Nodes);
}

function isPhrasing({ type }: Nodes): boolean {
  return phrasing.has(type);
}

const phrasing: ReadonlySet<string> = new Set<PhrasingContent['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'image',
  'footnoteReference',
  'span',
  'indexMark',
  'superscript',
  'subscript',
  'htmlElement',
  'citation',
  'citationKey',
  'formula',
]);

/** Joins neighbouring texts and their lines, and removes spaces at the ends of a block. */
function tidy(parent: Parents): Nodes[] {
  const children: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    const before = children.at(-1);
    if (child.type === 'text' && before?.type === 'text')
      children[children.length - 1] = { type: 'text', value: before.value + child.value };
    else children.push(child.type === 'text' ? { type: 'text', value: child.value } : child);
  }
  for (const [i, child] of children.entries()) {
    if (child.type !== 'text') continue;
    child.value = child.value.replace(/[ \t]*\n[ \t]*/g, ' ');
    const isBlock = !isPhrasing(parent as Nodes);
    if ((isBlock && i === 0) || children[i - 1]?.type === 'break') child.value = child.value.replace(/^[ \t]+/, '');
    if ((isBlock && i === children.length - 1) || children[i + 1]?.type === 'break')
      child.value = child.value.replace(/[ \t]+$/, '');
  }
  return children.filter((child) => child.type !== 'text' || child.value !== '');
}

/**
 * Escapes a dash at the head of the paragraph after a quotation, or of a line in it: it would be read as that of a
 * source.
 */
function escapeDashes(tree: Root, escapes: Escapes): void {
  visit(tree, (node, index, parent) => {
    const isQuotation =
      node.type === 'blockquote' ||
      node.type === 'verse' ||
      (node.type === 'containerDirective' && /^(?:epigraph|letter|dialogue)$/.test(node.name));
    if (!isQuotation || !parent || index === undefined) return;
    const next = (parent as Parents).children[index + 1];
    const blocks: (Nodes | undefined)[] = [...(node as Parents).children, next];
    for (const block of blocks) {
      if (block?.type !== 'paragraph') continue;
      for (const [i, child] of block.children.entries())
        if (child.type === 'text' && /^[—–―]/.test(child.value) && (i === 0 || block.children[i - 1]?.type === 'break'))
          add(escapes, child, 0);
    }
  });
}

/**
 * Escapes list signs, `a)` and `b)`, at the heads of two successive paragraphs of one depth, and of one before or
 * behind a list with such signs: other lists may stand between them.
 */
function escapeSigns(tree: Root, escapes: Escapes): void {
  /** The last sign at each depth of lists and quotations; that of an item is not among its words. */
  const last: ({ text: Text | undefined; written: string } | undefined)[] = [];
  const mark = (text: Text | undefined, sign: ListSign): void => {
    if (text) add(escapes, text, sign.written.length - 1);
  };
  const follow = (written: string, depth: number, text?: Text): void => {
    const sign = readListSign(`${written} …`);
    if (!sign) return;
    if (sign.isExample) {
      if (text) add(escapes, text, 0);
      return;
    }
    const before = last[depth];
    last[depth] = { text, written };
    const signBefore = before && readListSign(`${before.written} …`);
    if (!signBefore || !(text || before.text) || !isNextSign(sign, signBefore)) return;
    mark(before.text, signBefore);
    mark(text, sign);
  };
  const walk = (parent: Parents, depth: number): void => {
    for (const child of parent.children as Nodes[]) {
      if (child.type === 'listItem' && child.data?.sign) follow(child.data.sign, depth);
      if (child.type === 'paragraph') {
        const [text] = child.children;
        if (text?.type === 'text') follow(text.value, depth, text);
      } else if ('children' in child && !isPhrasing(child)) walk(child, child.type === 'list' ? depth : depth + 1);
    }
  };
  walk(tree, 0);
}

function add(escapes: Escapes, text: Text, at: number): void {
  escapes.set(text, (escapes.get(text) ?? new Set()).add(at));
}
