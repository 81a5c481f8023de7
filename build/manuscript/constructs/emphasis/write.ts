import type { Delete, Emphasis, Nodes, Strong } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { bracesOf } from '../attributes/write.ts';

type Attention = Emphasis | Strong | Delete;

/**
 * The possible marks, of which the first that fits is used. The HTML element is used if none would be read as a mark,
 * as within some words.
 */
const marks = {
  emphasis: { signs: ['*', '_'], tag: 'em' },
  strong: { signs: ['**', '__'], tag: 'strong' },
  delete: { signs: ['~~'], tag: 'del' },
};

/** Writers of emphasis. */
export const emphasisToMarkdown = {
  emphasis: withPeek('*'),
  strong: withPeek('*'),
  delete: withPeek('~'),
};

function withPeek(sign: string) {
  return Object.assign(writeAttention, { peek: () => sign });
}

function writeAttention(node: Attention, _parent: Nodes | undefined, state: State, info: Info): string {
  const { signs, tag } = marks[node.type];
  const around = state.stack.filter((name) => /^[*_~]+$/.test(name)).map((name) => name[0]);
  for (const sign of signs) {
    const words = inside(node, state, info, sign, sign);
    if (fits(sign, words, info, around.includes(sign[0] as string))) return `${sign}${words}${sign}${bracesOf(node)}`;
  }
  return `<${tag}>${inside(node, state, info, '>', '<')}</${tag}>${bracesOf(node)}`;
}

function inside(node: Attention, state: State, info: Info, before: string, after: string): string {
  const exit = state.enter(before as never);
  const words = state.containerPhrasing(node, { ...info, before, after });
  exit();
  return words;
}

/**
 * True if marks on both sides of words are read as marks (CommonMark 0.31, 6.2). `isInside` says that emphasis with the
 * same sign encloses them.
 */
function fits(sign: string, words: string, { before, after }: Info, isInside: boolean): boolean {
  const [head, tail] = [words[0] ?? '', words.at(-1) ?? ''];
  const [outer, next] = [before.at(-1) ?? '', after[0] ?? ''];
  const mark = sign[0] as string;
  if ([head, tail, outer, next].includes(mark) || words.trim() === '' || /\s/.test(head) || /\s/.test(tail))
    return false;
  const isFree = kind(outer) !== 'letter' && kind(next) !== 'letter';
  if (mark === '_' && !isFree) return false;
  // Inside the same sign, a mark that could both open and close would do the wrong one.
  const isSure = (inner: string, beside: string): boolean =>
    kind(beside) === 'space' || (kind(beside) === 'sign' && kind(inner) === 'letter');
  if (isInside && !(isSure(head, outer) && isSure(tail, next))) return false;
  return (kind(head) === 'letter' || kind(outer) !== 'letter') && (kind(tail) === 'letter' || kind(next) !== 'letter');
}

function kind(character: string): 'space' | 'sign' | 'letter' {
  if (character === '' || /\s/.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'letter';
}
