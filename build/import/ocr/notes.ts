import type {
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { visit } from '../../text/visit.ts';
import { type Doubt, firstWords, type WordChange } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import { placeOf } from './place.ts';

/** A block of a recognized text; those that stood between the text, such as notes, are known by their kind. */
export interface RecognizedBlock {
  node: RootContent;
  kind: 'text' | 'note' | 'rule' | 'pull';
}

interface Body {
  at: number;
  sign: string;
  note: FootnoteDefinition;
  isMatched: boolean;
}

interface Call {
  at: number;
  sign: string;
  node: Nodes;
  parent: Parents;
  label?: string;
}

/** The blocks of a text with its notes among them. */
export interface FoundNotes {
  blocks: RecognizedBlock[];
  doubts: Doubt[];
  changes: WordChange[];
}

/**
 * Finds the notes of a recognized text: a paragraph that begins with a raised figure is the body of a note, where a
 * raised figure in the text calls it. Numbers may begin again on each page: a body belongs to the last call of its
 * number that has none. `written` has what a raised figure was written as, if it turns out to be none.
 */
export function findNotes(nodes: readonly RootContent[], written: ReadonlyMap<Nodes, string>): FoundNotes {
  const doubts: Doubt[] = [];
  const changes: WordChange[] = [];
  const parted = nodes.flatMap(partBodies);
  const bodies: Body[] = [];
  const blocks = parted.map((node, at): RecognizedBlock => {
    if (node.type === 'thematicBreak') return { node, kind: 'rule' };
    // Some programs write notes as Markdown does, and count them again on each page.
    const head =
      node.type === 'paragraph'
        ? bodyHead(node)
        : node.type === 'footnoteDefinition'
          ? { sign: node.label ?? node.identifier, note: node }
          : undefined;
    if (!head) return { node, kind: 'text' };
    bodies.push({ at, sign: head.sign, note: head.note, isMatched: false });
    return { node, kind: 'text' };
  });
  const calls = callsIn(blocks, bodies);
  matchNotes(bodies, calls);
  for (const body of bodies) {
    const block = blocks[body.at] as RecognizedBlock;
    if (!body.isMatched) {
      const of = calls.some(({ sign }) => sign === body.sign) ? 'has its note already' : 'is nowhere';
      doubts.push({
        rule: 'import-note',
        confidence: 0.5,
        at: placeOf(block.node),
        words: firstWords(textOfTree(block.node)),
        found: `A note ${body.sign}, and the call ${body.sign} in the text ${of}`,
        made: 'paragraph',
        fix: `Put its words into ^[…] at the word that they belong to.`,
        node: block.node,
      });
      continue;
    }
    block.kind = 'note';
    changes.push({ from: body.sign, to: '', at: placeOf(block.node), why: 'number of a note' });
  }
  replaceCalls(bodies, calls, blocks, written, doubts, changes);
  for (const { at, note, isMatched } of bodies) if (isMatched) (blocks[at] as RecognizedBlock).node = note;
  return { blocks, doubts, changes };
}

const noteSign = /^\s*\[?\(?(\d{1,3}|[*∗]{1,4}|[†‡§¶]{1,3}|[a-z])\)?\]?\s*$/;

/** A raised figure's sign as a note's. */
function signOf(node: Nodes | undefined): string | undefined {
  if (node?.type !== 'superscript') return undefined;
  return noteSign.exec(textOfTree(node))?.[1];
}

/** Parts a paragraph with several bodies of notes, one a line. */
function partBodies(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph') return [node];
  const cuts = node.children.flatMap((child, i) => {
    const before = node.children[i - 1];
    const atHead = before?.type === 'break' || (before?.type === 'text' && /\n\s*$/.test(before.value));
    return i > 0 && atHead && signOf(child) ? [i] : [];
  });
  if (cuts.length === 0) return [node];
  return [0, ...cuts].map((from, i): Paragraph => {
    const children = node.children.slice(from, cuts[i]);
    while (children.at(-1)?.type === 'break') children.pop();
    const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
    return { type: 'paragraph', children, ...(start && end ? { position: { start, end } } : {}) };
  });
}

function firstWord({ children }: Paragraph): PhrasingContent | undefined {
  return children.find((child) => child.type !== 'text' || child.value.trim());
}

/** The sign and words of a paragraph that begins as a note does. */
function bodyHead(node: Paragraph): { sign: string; note: FootnoteDefinition } | undefined {
  const first = firstWord(node);
  const sign = signOf(first);
  if (!sign || !first) return undefined;
  const children = node.children.slice(node.children.indexOf(first) + 1);
  const [head] = children;
  if (head?.type === 'text') children[0] = { ...head, value: head.value.replace(/^[\s.:)]+/, '') };
  if (!textOfTree({ type: 'paragraph', children }).trim()) return undefined;
  return {
    sign,
    note: {
      type: 'footnoteDefinition',
      identifier: sign,
      label: sign,
      children: [{ type: 'paragraph', children, ...(node.position ? { position: node.position } : {}) }],
      ...(node.position ? { position: node.position } : {}),
    },
  };
}

/** All raised signs of the text, and of the words of notes, in their order. */
function callsIn(blocks: readonly RecognizedBlock[], bodies: readonly Body[]): Call[] {
  const calls: Call[] = [];
  const isBody = new Map(bodies.map((body) => [body.at, body]));
  for (const [at, { node }] of blocks.entries()) {
    const root = isBody.get(at)?.note ?? node;
    visit(root, 'footnoteReference', (call, _index, parent) => {
      calls.push({ at, sign: call.label ?? call.identifier, node: call, parent: parent as Parents });
    });
    visit(root, 'superscript', (raised, _index, parent) => {
      const text = textOfTree(raised);
      // Several calls at one place: 3, 4
      const signs = text.split(/[\s,;]+/).filter(Boolean);
      for (const one of signs) {
        const sign = noteSign.exec(one)?.[1];
        if (sign) calls.push({ at, sign, node: raised, parent: parent as Parents });
      }
    });
  }
  return calls;
}

/** Gives each body the last free call of its sign before it, else the next behind it; labels count the calls. */
function matchNotes(bodies: readonly Body[], calls: readonly Call[]): void {
  for (const body of bodies) {
    const free = calls.filter(({ sign, label, at }) => sign === body.sign && label === undefined && at !== body.at);
    const call = free.findLast(({ at }) => at < body.at) ?? free.find(({ at }) => at > body.at);
    if (!call) continue;
    call.label = `${bodies.indexOf(body)}`;
    body.isMatched = true;
  }
  const matched = bodies.filter(({ isMatched }) => isMatched);
  const repeated = new Set(matched.map(({ sign }) => sign)).size < matched.length;
  let count = 0;
  for (const call of calls) {
    if (call.label === undefined) continue;
    const body = bodies[Number(call.label)];
    if (!body) continue;
    count++;
    const label = repeated || !/^\d+$/.test(body.sign) ? String(count) : body.sign;
    body.note.identifier = label;
    body.note.label = label;
    call.label = label;
  }
}

/** Replaces raised figures that have a note by calls; others stay, and are doubts if they look like a call. */
function replaceCalls(
  bodies: readonly Body[],
  calls: readonly Call[],
  blocks: readonly RecognizedBlock[],
  written: ReadonlyMap<Nodes, string>,
  doubts: Doubt[],
  changes: WordChange[],
): void {
  const matched = calls.filter(({ label }) => label !== undefined);
  const numbers = matched.flatMap(({ sign }) => (/^\d+$/.test(sign) ? [Number(sign)] : []));
  for (const node of new Set(calls.map((call) => call.node))) {
    const here = calls.filter((call) => call.node === node);
    const [first] = here;
    if (!first) continue;
    const index = (first.parent.children as Nodes[]).indexOf(node);
    if (index < 0) continue;
    const place = placeOf(node, textOfTree(first.parent));
    if (here.every(({ label }) => label !== undefined)) {
      const references = here.map(
        ({ label = '' }): FootnoteReference => ({
          type: 'footnoteReference',
          identifier: label,
          label,
          ...(node.position ? { position: node.position } : {}),
        }),
      );
      closeUp(first.parent, index);
      first.parent.children.splice((first.parent.children as Nodes[]).indexOf(node), 1, ...(references as never[]));
      for (const { sign } of here) changes.push({ from: sign, to: '', at: place, why: 'call of a note' });
      continue;
    }
    const text = written.get(node);
    if (text) first.parent.children.splice(index, 1, { type: 'text', value: text } as never);
    const isMarked = node.type === 'footnoteReference';
    if (isMarked)
      first.parent.children.splice(index, 1, {
        type: 'superscript',
        children: [{ type: 'text', value: first.sign }],
      } as never);
    const missing = here.filter(({ label }) => label === undefined).map(({ sign }) => sign);
    const isNear = missing.some(
      (sign) => /^\d+$/.test(sign) && numbers.some((number) => Math.abs(number - Number(sign)) <= 2),
    );
    // A power or an ordinal is not a call; a figure of the row of notes is one that has lost its note.
    const isPower = /(?<![\d.])\d{1,2}$|\d\s*(?:[cdkm]?m|[смк]?м)$/u.test(wordsBefore(first.parent, node));
    if (isMarked || (bodies.length > 0 && isNear && !text && !isPower))
      doubts.push({
        rule: 'import-note',
        confidence: 0.4,
        at: place,
        words: firstWords(`${missing.join(', ')}: ${wordsBefore(first.parent, node)}`),
        found: `The call ${missing.join(', ')}, and no note of this number`,
        made: 'raised figure',
        fix: `Look for the note in the original, and write it as ^[…] instead of the figure.`,
        node: blocks[first.at]?.node as Nodes,
      });
  }
}

function wordsBefore(parent: Parents, node: Nodes): string {
  const children = parent.children as Nodes[];
  return textOfTree({ type: 'paragraph', children: children.slice(0, children.indexOf(node)) as PhrasingContent[] })
    .replace(/\s+/g, ' ')
    .slice(-40)
    .trim();
}

/** Removes the space before a call. */
function closeUp(parent: Parents, index: number): void {
  const before = parent.children[index - 1];
  if (before?.type === 'text') before.value = before.value.replace(/[ \t\n]+$/, '');
}
