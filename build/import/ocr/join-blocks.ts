import type { List, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { type Doubt, firstWords, type WordChange } from '../imported.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import { type Hyphens, tellJoined } from './hyphens.ts';
import type { RecognizedBlock } from './notes.ts';
import { placeOf } from './place.ts';
import { emphasisOf } from './pull-quotes.ts';

/** Blocks joined again, with what the report says of it. */
export interface JoinedBlocks {
  nodes: RootContent[];
  doubts: Doubt[];
  changes: WordChange[];
  remarks: string[];
}

/**
 * Joins paragraphs and lists that notes, pull quotes, rules or the end of a page cut in two. A paragraph that does not
 * end a sentence goes on in the next; one that ends one, or in a colon, does not.
 */
export function joinBlocks(
  blocks: readonly RecognizedBlock[],
  hyphens: Hyphens,
  decided: (words: string) => string | undefined,
  isPageEnd: (from: number, to: number) => boolean,
): JoinedBlocks {
  const nodes: RootContent[] = [];
  const notes: RootContent[] = [];
  const doubts: Doubt[] = [];
  const changes: WordChange[] = [];
  let between: RecognizedBlock[] = [];
  let last: RootContent | undefined;
  const counts = { paragraph: 0, list: 0 };
  for (const block of [...blocks, undefined]) {
    if (block && block.kind !== 'text') {
      between.push(block);
      continue;
    }
    const node = block?.node;
    const isCut =
      between.length > 0 ||
      (last !== undefined &&
        node !== undefined &&
        isPageEnd(last.position?.end.line ?? 0, node.position?.start.line ?? 0));
    let isJoined = false;
    if (node && last?.type === 'paragraph' && node.type === 'paragraph') {
      const join = sentenceGoesOn(last, node, isCut);
      if (join) {
        const words = firstWords(textOfTree(node));
        const choice = decided(words) ?? 'the same paragraph';
        const doubt: Doubt = {
          rule: 'import-joined',
          confidence: join.confidence,
          at: placeOf(node),
          words,
          found: join.found,
          made: choice,
          instead: [choice === 'the same paragraph' ? 'a paragraph' : 'the same paragraph'],
          node: last,
        };
        if (join.confidence < 0.7) doubt.level = 'warning';
        doubts.push(doubt);
        if (choice === 'the same paragraph') {
          append(last, node, hyphens, doubts, changes);
          isJoined = true;
          counts.paragraph++;
        }
      }
    } else if (node && last?.type === 'list' && node.type === 'list' && isCut && goesOn(last, node)) {
      last.children.push(...node.children);
      isJoined = true;
      counts.list++;
    }
    const kept = between.filter((one, i) => one.kind === 'pull' || isBreak(between, i, last, node));
    notes.push(...between.filter(({ kind }) => kind === 'note').map((one) => one.node));
    nodes.push(...kept.map((one) => one.node));
    between = [];
    if (node && !isJoined) {
      nodes.push(node);
      last = node;
    }
  }
  const { paragraph, list } = counts;
  return {
    nodes: [...nodes, ...notes],
    doubts,
    changes,
    remarks: [
      ...(paragraph > 0
        ? [`${paragraph} ${paragraph === 1 ? 'paragraph that was' : 'paragraphs that were'} cut in two joined`]
        : []),
      ...(list > 0 ? [`${list} ${list === 1 ? 'list that was' : 'lists that were'} cut in two joined`] : []),
    ],
  };
}

/** True if a rule stands between parts of the text, and belongs to no note or pull quote. */
function isBreak(
  between: readonly RecognizedBlock[],
  i: number,
  last: RootContent | undefined,
  next: RootContent | undefined,
) {
  return between[i]?.kind === 'rule' && between.length === 1 && isText(last) && isText(next) && ending(last) === 'full';
}

function isText(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && emphasisOf(node) === undefined;
}

function goesOn(first: List, second: List): boolean {
  if (Boolean(first.ordered) !== Boolean(second.ordered)) return false;
  return !first.ordered || second.start === (first.start ?? 1) + first.children.length;
}

/** How a paragraph ends. */
function ending(node: Nodes): 'full' | 'colon' | 'comma' | 'quote' | 'open' {
  const text = textOfTree(node).trimEnd();
  if (/[.!?…。]["”»’'“)\]*]*$/u.test(text)) return 'full';
  if (/[:;]["”»’')\]]*$/.test(text)) return 'colon';
  if (/,$/.test(text)) return 'comma';
  return /["”»)\]]$/.test(text) ? 'quote' : 'open';
}

/** Whether a sentence goes on in the next paragraph, and how sure that is. */
function sentenceGoesOn(
  first: Paragraph,
  second: Paragraph,
  isCut: boolean,
): { confidence: number; found: string } | undefined {
  const [head, tail] = [textOfTree(first).trim(), textOfTree(second).trim()];
  const isLower = /^[("“«'‘[]*\p{Ll}/u.test(tail) && !/^\p{Ll}[).]\s/u.test(tail);
  const end = ending(first);
  if (end === 'full' || end === 'colon') return undefined;
  if (end === 'quote' && !isLower) return undefined;
  const isHyphened = /\p{L}[-‐¬\u00ad]$/u.test(head) && isLower;
  if (isHyphened) return { confidence: 0.95, found: 'A word that is parted between two paragraphs' };
  const [before, after] = [emphasisOf(first), emphasisOf(second)];
  if (before !== after) return undefined;
  // Lines that all ended early stand by themselves, unless their sentence goes on.
  if (first.data?.look?.lines && !isLower) return undefined;
  if (isLower && (end === 'comma' || head.length > 20))
    return { confidence: 0.97, found: 'A sentence that goes on in lower case in the next paragraph' };
  // A short line without a full stop is a heading or a line of its own, more likely than half a paragraph.
  if (before || head.length < 80 || !/^["“«'‘([]*[\p{Lu}\p{N}]/u.test(tail) || tail.length < 25) return undefined;
  return {
    confidence: isCut ? 0.9 : 0.75,
    found: 'A paragraph without an end of its sentence, and the next begins with a capital',
  };
}

function append(first: Paragraph, second: Paragraph, hyphens: Hyphens, doubts: Doubt[], changes: WordChange[]): void {
  if (first.data?.look) first.data.look = {};
  const last = first.children.at(-1);
  const head = second.children[0];
  const [, half] = (last?.type === 'text' && /([\p{L}\p{M}]+)[-‐¬\u00ad]\s*$/u.exec(last.value)) || [];
  const [, rest] = (head?.type === 'text' && /^\s*([\p{Ll}\p{M}]+)/u.exec(head.value)) || [];
  if (half && rest && last?.type === 'text' && head?.type === 'text') {
    const joined = hyphens.decide(half, rest);
    tellJoined(joined, [half, rest], first, doubts, changes);
    last.value = last.value.replace(/[\p{L}\p{M}]+[-‐¬\u00ad]\s*$/u, joined.word);
    head.value = head.value.replace(/^\s*[\p{Ll}\p{M}]+/u, '');
  } else first.children.push({ type: 'text', value: ' ' });
  first.children.push(...(second.children as PhrasingContent[]));
}
