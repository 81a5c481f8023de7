import { type ComparedBlock, isFigure, isTable, type TextBlock } from '../model.ts';
import { foldTypography, foldWord } from '../text/fold-typography.ts';

/** A block by which the same block is found: two blocks with the same key say the same. */
export function keyOfBlock(block: ComparedBlock): string {
  const known = keys.get(block);
  if (known !== undefined) return known;
  const more = isFigure(block)
    ? [...block.pictures.map(({ hash }) => hash), ...block.texts.map((one) => foldedWords(one.block))]
    : isTable(block)
      ? block.rows.map((row) => row.map(foldedWords).join('\u0001'))
      : [];
  const kind = /^(figure|table|heading)$/.test(block.kind) ? block.kind : '';
  const key = [kind, foldedWords(block), ...more].join('\u0000');
  keys.set(block, key);
  return key;
}

const keys = new WeakMap<ComparedBlock, string>();

/** The words of a block without what only sets them. */
export function foldedWords({ tokens }: TextBlock): string {
  return foldTypography(
    tokens.map(({ text, space, made }, i) => (i > 0 && space !== '' ? ' ' : '') + (made ?? text)).join(''),
  );
}

/** The number of words of a block, with those of its cells and pictures. */
export function wordCount(block: ComparedBlock): number {
  return bagOf(block).size === 0 ? 0 : [...bagOf(block).values()].reduce((sum, count) => sum + count, 0);
}

/** The share of words that two blocks have in common, from 0 to 1. */
export function likeness(one: ComparedBlock, other: ComparedBlock): number {
  const [a, b] = [bagOf(one), bagOf(other)];
  let [same, all] = [0, 0];
  for (const [word, count] of a) {
    all += count;
    same += Math.min(count, b.get(word) ?? 0);
  }
  for (const count of b.values()) all += count;
  return all === 0 ? (one.kind === other.kind ? 1 : 0) : (2 * same) / all;
}

/** The share of the words of a block that another has besides those of a third. */
export function shareBeside(part: ComparedBlock, whole: ComparedBlock, taken: ComparedBlock): number {
  const left = new Map(bagOf(whole));
  for (const [word, count] of bagOf(taken)) left.set(word, (left.get(word) ?? 0) - count);
  let [found, all] = [0, 0];
  for (const [word, count] of bagOf(part)) {
    all += count;
    found += Math.max(0, Math.min(count, left.get(word) ?? 0));
  }
  return all === 0 ? 0 : found / all;
}

function bagOf(block: ComparedBlock): Map<string, number> {
  const known = bags.get(block);
  if (known) return known;
  const bag = new Map<string, number>();
  const texts = [
    block,
    ...(isFigure(block) ? block.texts.map((one) => one.block) : []),
    ...(isTable(block) ? block.rows.flat() : []),
  ];
  for (const { tokens } of texts)
    for (const { text, made = text } of tokens) bag.set(foldWord(made), (bag.get(foldWord(made)) ?? 0) + 1);
  if (isFigure(block)) for (const { hash } of block.pictures) bag.set(hash, (bag.get(hash) ?? 0) + 3);
  bags.set(block, bag);
  return bag;
}

const bags = new WeakMap<ComparedBlock, Map<string, number>>();
