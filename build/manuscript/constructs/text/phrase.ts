import type { Nodes, Parents, PhrasingContent, Text } from 'mdast';
import { rules } from '../../../diagnostics/rules.ts';
import { habitsOf, otherDialects } from '../../dialects/other-dialects.ts';
import { namesKind } from '../cross-references/read.ts';
import { codeSign } from './flat-text.ts';

/** Indexes of a text’s characters that need a backslash because of what stands elsewhere in its paragraph. */
export type Escapes = Map<Text, Set<number>>;

/** The words that run on in a line: a paragraph, a heading, a cell, with its texts as one string. */
interface Flat {
  text: string;
  pieces: { from: number; node: Text }[];
  /** Where superscripts and subscripts begin and end. */
  marks: { at: number; mark: string }[];
  /** Whether a note stands in place among the words. */
  hasNote: boolean;
}

/** Says which characters of a paragraph’s texts would be read as marks together with others of it. `ids` are those of the manuscript. */
export function escapesOf(phrase: Parents, ids: ReadonlySet<string>, isNote: boolean, escapes: Escapes): void {
  const flat = flatten(phrase);
  const add = (at: number): void => {
    const piece = flat.pieces.findLast(({ from }) => from <= at);
    if (!piece || at >= piece.from + piece.node.value.length) return;
    const own = escapes.get(piece.node) ?? new Set();
    escapes.set(piece.node, own.add(at - piece.from));
  };
  for (const mark of ['^', '~']) escapeMarks(flat, mark, isNote, add);
  escapeBrackets(phrase, escapes);
  for (const { index, 0: key } of flat.text.matchAll(/(?<![\p{L}\d_.@/+-])@[A-Za-z][\w:.-]*\w/gu)) {
    const name = key.slice(1).replace(/[:.]/g, '-');
    if (ids.has(name) || namesKind(name)) add(index);
  }
  const habits = habitsOf(flat.text);
  for (const { sign, pattern, escaped, isMeant, isLeftOut, level, rule } of otherDialects) {
    if (escaped || !flat.text.includes(sign)) continue;
    for (const match of flat.text.matchAll(pattern)) {
      if (isMeant && !isMeant(match, habits)) continue;
      // What is only warned of stays as it is, and goes on being told.
      if ((level ?? rules[rule].level) !== 'error' && !isLeftOut?.(match)) continue;
      // A bracket is not to lose the other of its pair.
      const inside = match[0].indexOf(sign);
      if (match[0][0] !== '[') add(match.index);
      else if (sign !== '[') add(match.index + inside);
      else for (const at of [match.index, match.index + match[0].length - 1]) add(at);
    }
  }
}

function flatten(phrase: Parents): Flat {
  const flat: Flat = { text: '', pieces: [], marks: [], hasNote: false };
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

/** Two marks without a space between them raise or lower what is between. Words of notes in place are looked at with those around them. */
function escapeMarks({ text, marks, hasNote }: Flat, mark: string, isNote: boolean, add: (at: number) => void): void {
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

/** Brackets that have no other in the same words. */
function escapeBrackets(parent: Parents, escapes: Escapes): void {
  const open: { node: Text; at: number }[] = [];
  const add = ({ node, at }: { node: Text; at: number }): void => {
    escapes.set(node, (escapes.get(node) ?? new Set()).add(at));
  };
  for (const node of parent.children as PhrasingContent[]) {
    if ('children' in node) escapeBrackets(node, escapes);
    if (node.type !== 'text') continue;
    for (const { index: at, 0: sign } of node.value.matchAll(/[[\]]/g)) {
      if (sign === '[') open.push({ node, at });
      else if (!open.pop()) add({ node, at });
    }
  }
  for (const one of open) add(one);
}
