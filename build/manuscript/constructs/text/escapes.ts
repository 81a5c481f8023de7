import type { Nodes, Parents, PhrasingContent, Text } from 'mdast';
import { rules } from '../../../diagnostics/rules.ts';
import { visit } from '../../../text/visit.ts';
import { foreignConstructs } from '../../dialects/foreign-constructs.ts';
import { yearInKey } from '../citations/write.ts';
import { hasKindPrefix } from '../cross-references/read.ts';
import { formulaEnd } from '../formulas/scan.ts';
import { codeSign } from './flat-text.ts';

/** For each text, the indexes of characters that need a backslash because of other words in the paragraph. */
export type Escapes = Map<Text, Set<number>>;

/** The running words of a paragraph, a heading or a cell, as one string. */
interface FlatPhrase {
  text: string;
  pieces: { from: number; node: Text }[];
  /** The beginnings and ends of superscripts and subscripts. */
  marks: { at: number; mark: string }[];
  /** Whether the words contain a note in place. */
  hasNote: boolean;
}

/**
 * Adds the characters of a paragraph that would be read as marks together with others. `ids` are the ids of the
 * manuscript; `cites` is true if it cites by keys.
 */
export function addEscapes(
  phrase: Parents,
  ids: ReadonlySet<string>,
  isNote: boolean,
  cites: boolean,
  escapes: Escapes,
): void {
  const flat = flatten(phrase);
  const add = (at: number): void => {
    const piece = flat.pieces.findLast(({ from }) => from <= at);
    if (!piece || at >= piece.from + piece.node.value.length) return;
    const own = escapes.get(piece.node) ?? new Set();
    escapes.set(piece.node, own.add(at - piece.from));
  };
  for (const mark of ['^', '~']) escapeMarks(flat, mark, isNote, add);
  escapeBrackets(phrase, escapes);
  for (const { index, 0: key } of flat.text.matchAll(/(?<![\p{L}\d_.@/])@[A-Za-z][\w:.-]*\w/gu)) {
    const name = key.slice(1).replace(/[:.]/g, '-');
    if (ids.has(name) || hasKindPrefix(name)) add(index);
  }
  const starts = new Set(flat.pieces.map(({ from }) => from));
  for (const { index, 0: key } of flat.text.matchAll(/@(?:\{[^\n{}]+\}|[\p{L}\p{N}_][^\s@]*)/gu)) {
    // The sign before it may belong to other words, with marks between them.
    const isKey = starts.has(index) || !/[\p{L}\p{N}_.@/+]/u.test(flat.text[index - 1] ?? '');
    const isRead = cites || key[1] === '{' || yearInKey.test(key);
    if (isKey && (isRead || isInBrackets(flat.text, index) || isBeforeBrackets(flat.text, index))) add(index);
  }
  escapeDollars(phrase, flat, isNote, add);
  for (const { sign, pattern, escaped, isMeant, isLeftOut, level, rule } of foreignConstructs) {
    if (escaped || !flat.text.includes(sign)) continue;
    for (const match of flat.text.matchAll(pattern)) {
      if (isMeant && !isMeant(match)) continue;
      // Constructs that cause only a warning stay as they are, with the warning.
      if ((level ?? rules[rule].level) !== 'error' && !isLeftOut?.(match)) continue;
      // Escapes both brackets, or neither, of a pair.
      const inside = match[0].indexOf(sign);
      if (match[0][0] !== '[') add(match.index);
      else if (sign !== '[') add(match.index + inside);
      else for (const at of [match.index, match.index + match[0].length - 1]) add(at);
    }
  }
}

/**
 * Escapes dollar signs, if any two would be those of a formula, or one could be read together with a formula’s or with
 * one of a note in place: a backslash before one may make the next two a pair.
 */
function escapeDollars(
  phrase: Parents,
  { text, pieces, hasNote }: FlatPhrase,
  isNote: boolean,
  add: (at: number) => void,
): void {
  if (!text.includes('$')) return;
  // The lines of a stanza are read as one text.
  let isNeeded = hasNote || isNote || phrase.type === 'verseLine' || text.includes('$$');
  visit(phrase, 'formula', () => {
    isNeeded = true;
  });
  // The marks of other words stand between the texts.
  const marked = pieces.map(({ node }) => node.value).join('\uf8f1');
  isNeeded ||= [...marked.matchAll(/\$/g)].some(({ index }) => formulaEnd(marked, index) !== undefined);
  if (isNeeded) for (const { index } of text.matchAll(/\$/g)) add(index);
}

/** True if a sign stands in brackets of the text, in which it would be the key of a citation. */
function isInBrackets(text: string, at: number): boolean {
  return text.lastIndexOf('[', at) > text.lastIndexOf(']', at);
}

/** True if brackets follow a sign and its name, in which the place in a work would stand. */
function isBeforeBrackets(text: string, at: number): boolean {
  return /^@[^\s@[\]]+\s?\[/.test(text.slice(at, at + 200));
}

function flatten(phrase: Parents): FlatPhrase {
  const flat: FlatPhrase = { text: '', pieces: [], marks: [], hasNote: false };
  const read = (nodes: readonly Nodes[]): void => {
    for (const node of nodes) {
      const mark = node.type === 'superscript' ? '^' : node.type === 'subscript' ? '~' : undefined;
      if (mark) flat.marks.push({ at: flat.text.length, mark });
      if (node.type === 'text') {
        flat.pieces.push({ from: flat.text.length, node });
        flat.text += node.value;
      } else if (node.type === 'inlineCode') flat.text += codeSign;
      else if (node.type === 'break') flat.text += '\n';
      else if ('children' in node) read(node.children);
      else {
        if (node.type === 'footnoteReference' && node.identifier.includes(' ')) flat.hasNote = true;
        flat.text += '\uf8f1';
      }
      if (mark) flat.marks.push({ at: flat.text.length, mark });
    }
  };
  read(phrase.children);
  return flat;
}

/**
 * Escapes carets and tildes that would raise or lower the words between them. In notes in place and in words that
 * contain one, all are escaped.
 */
function escapeMarks(
  { text, marks, hasNote }: FlatPhrase,
  mark: string,
  isNote: boolean,
  add: (at: number) => void,
): void {
  const own = [...text.matchAll(mark === '^' ? /\^/g : /~/g)].map(({ index }) => index);
  const others = marks.filter((one) => one.mark === mark).map(({ at }) => at);
  for (const at of own) {
    const meets = [...own, ...others].some(
      (other) =>
        (other !== at || others.includes(at)) && !/[ \t\n]/.test(text.slice(Math.min(at, other), Math.max(at, other))),
    );
    if (meets || isNote || hasNote) add(at);
  }
}

/** Escapes brackets without a partner in the same words, and those that would make, or be, a part of a citation. */
function escapeBrackets(parent: Parents, escapes: Escapes): void {
  const open: Bracket[] = [];
  const add = ({ node, at }: Pick<Bracket, 'node' | 'at'>): void => {
    escapes.set(node, (escapes.get(node) ?? new Set()).add(at));
  };
  const children = parent.children as PhrasingContent[];
  for (const [child, node] of children.entries()) {
    if ('children' in node) escapeBrackets(node, escapes);
    if (node.type !== 'text') continue;
    // A hyphen before a key would belong to it.
    if (isKey(children[child + 1]) && /(?<![\p{L}\p{N}-])-$/u.test(node.value))
      add({ node, at: node.value.length - 1 });
    for (const { index: at, 0: sign } of node.value.matchAll(/[[\]]/g)) {
      if (parent.type === 'citation') add({ node, at });
      else if (sign === '[') open.push({ node, at, child });
      else {
        const opening = open.pop();
        if (!opening) add({ node, at });
        else if (isPlaceOrCitation(opening, child, children)) for (const one of [opening, { node, at }]) add(one);
      }
    }
  }
  for (const one of open) add(one);
}

/** A bracket in a text, and the index of the text among its siblings. */
interface Bracket {
  node: Text;
  at: number;
  child: number;
}

/** True if brackets stand around a citation, or directly behind one as the place in its work would. */
function isPlaceOrCitation({ node, at, child }: Bracket, end: number, children: readonly PhrasingContent[]): boolean {
  if (children.slice(child, end).some(({ type }) => type === 'citation' || type === 'citationKey')) return true;
  return /^ ?$/.test(node.value.slice(0, at)) && isKey(children[child - 1]);
}

function isKey(node: PhrasingContent | undefined): boolean {
  return node?.type === 'citationKey' || (node?.type === 'citation' && node.isInText === true);
}
