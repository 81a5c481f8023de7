import type { Heading, Paragraph, Root } from 'mdast';
import type { FormContext } from './context.ts';
import { lineOfBlock } from './line-of.ts';

/** Headings that look alike, with what says their level. */
interface Class {
  rank: number;
  count: number;
  /** Their look without its size. */
  traits: string;
  /** The level that numbers or styles of some of them say. */
  said: number | undefined;
}

/** True for `Chapter 3 …`, and for the number of a part of a part, `2.1 …`. */
export function isNumberedPart(text: string, words: FormContext['words']): boolean {
  if (/^\d{1,2}(?:\.\d{1,2})+\.?\s+["“«„(]?[\p{Lu}\p{Lo}]/u.test(text)) return text.length <= 110;
  const [, word = ''] = /^(\p{L}+)\s+(?:\d{1,2}|[IVX]+|[\p{Lu}])(?:[.:)—–\s-]|$)/u.exec(text) ?? [];
  return word !== '' && words.is('part', word);
}

/** The number at the head of a heading, `2.1`. */
export function partNumber(text: string): string | undefined {
  return /^(\d+(?:\.\d+)*)\.?\s/.exec(text)?.[1];
}

/**
 * The length of the mark of a heading of Markdown at the head of a paragraph, with the space behind it. One # alone is
 * more often a comment of program code.
 */
export function typedMarks(node: Paragraph): number {
  return /^#{2,6}\s+(?=\S)/.exec(lineOfBlock(node))?.[0].length ?? 0;
}

/**
 * Levels of paragraphs that are taken for headings: by the marks and numbers before them, else by the level of those
 * that look alike, else by how much they stand out among all.
 */
export function levelsOf(
  found: readonly Paragraph[],
  sure: readonly Heading[],
  words: FormContext['words'],
): Map<Paragraph, number> {
  const top = sure.length > 0 ? Math.min(...sure.map(({ depth }) => depth)) : 2;
  const byNumber = (node: Paragraph): number | undefined => {
    const number = partNumber(labelled(node));
    if (isNumberedPart(lineOfBlock(node), words) && !number) return top;
    return number === undefined ? undefined : top + number.split('.').length - 1;
  };
  /** Numbers that begin with 1 below each heading say nothing of the level among all. */
  const isAnew = found.filter((node) => /^1[.)]?\s/.test(labelled(node))).length > 1;
  const ranks = ranksOf([...found, ...sure]);
  const rankOf = (node: Paragraph | Heading): number => ranks.get(node) as number;
  const classes = [...new Set(ranks.values())]
    .sort((a, b) => b - a)
    .map((rank): Class => {
      const alike = found.filter((node) => rankOf(node) === rank);
      const certain = sure.filter((node) => rankOf(node) === rank);
      const numbered = isAnew ? [] : alike.flatMap((node) => byNumber(node) ?? []);
      const said = certain.length > 0 ? most(certain.map(({ depth }) => depth)) : most(numbered);
      return { rank, count: alike.length + certain.length, traits: traitsOf(alike[0] ?? certain[0]), said };
    });
  const levels = levelsOfClasses(classes, top);
  const counted = found.find((node) => /^\d+[.)]?\s/.test(labelled(node)));
  const base = isAnew && counted ? (levels.get(rankOf(counted)) ?? top) : top;
  const numberedRanks = new Set(isAnew ? [] : found.filter((node) => byNumber(node) !== undefined).map(rankOf));
  return new Map(
    found.map((node) => {
      const marks = typedMarks(node);
      if (marks > 0) return [node, Math.min(6, Math.max(2, marks - 1))];
      const ofClass = levels.get(rankOf(node)) ?? top;
      const number = byNumber(node);
      const isKnown = words.is('headings', lineOfBlock(node)) || words.is('references', lineOfBlock(node));
      // Words that any article has above its parts, in a look that hardly another has.
      if (isKnown && number === undefined && found.filter((one) => rankOf(one) === rankOf(node)).length < 3)
        return [node, top];
      // Among headings with numbers, one without is a part of the one above, unless any article has it.
      const isInner = number === undefined && numberedRanks.has(rankOf(node)) && !isKnown;
      const level = number === undefined ? ofClass + (isInner ? 1 : 0) : number - top + base;
      return [node, Math.min(6, Math.max(2, level))];
    }),
  );
}

/** The level of each class, from those that stand out most: one below the class above, unless it is said. */
function levelsOfClasses(classes: readonly Class[], top: number): Map<number, number> {
  const levels = new Map<number, number>();
  let above: number | undefined;
  for (const [i, { rank, count, traits, said }] of classes.entries()) {
    const below = classes.slice(i + 1).find((one) => one.said !== undefined)?.said;
    let level = said;
    if (level === undefined) {
      level = above === undefined ? top : Math.min(above + 1, top + 3);
      // One alone, a little smaller, is more likely out of line than of a level of its own.
      const before = classes[i - 1];
      if (count === 1 && before?.traits === traits && before.rank - rank <= 10) level = above ?? top;
      if (below !== undefined && below > top) level = Math.min(level, below);
    }
    levels.set(rank, level);
    above = level;
  }
  return levels;
}

/** A heading with the number that a program put before it. */
function labelled(node: Paragraph | Heading): string {
  return `${node.data?.look?.label ?? ''} ${lineOfBlock(node)}`.trim();
}

/** The kind of the sign at the head of a heading: `I.`, `A)`, `1.`, `a)`; empty if it has none. */
function signOf(node: Paragraph | Heading): string {
  const text = labelled(node);
  const [, sign = '', end = ''] =
    /^[(（]?(\d+|[IVX]+|\p{Lu}|\p{Ll}|[一二三四五六七八九十]+)([.)）、])[\s\p{Lo}]/u.exec(text) ?? [];
  if (sign === '') return '';
  const kind = /\d/.test(sign)
    ? '1'
    : /^[IVX]+$/.test(sign)
      ? 'I'
      : /\p{Lu}/u.test(sign)
        ? 'A'
        : /\p{Ll}/u.test(sign)
          ? 'a'
          : '一';
  return kind + end;
}

/**
 * How much each stands out: by size, capitals, the middle, weight; among those alike by white above, or by the signs
 * before them, of which those that come first in the text are the upper ones.
 */
function ranksOf(nodes: readonly (Paragraph | Heading)[]): Map<Paragraph | Heading, number> {
  const ranks = new Map<Paragraph | Heading, number>();
  for (const node of nodes) {
    const { size = 0, bold, capitals, italic, align } = node.data?.look ?? {};
    ranks.set(node, size * 10 + (capitals ? 4 : 0) + (align === 'center' ? 3 : 0) + (bold ? 2 : 0) - (italic ? 1 : 0));
  }
  for (const rank of new Set(ranks.values())) {
    const alike = nodes.filter((node) => ranks.get(node) === rank);
    const whites = [...new Set(alike.map((node) => node.data?.look?.before ?? 0))].sort((a, b) => a - b);
    const of = (white: number): (Paragraph | Heading)[] =>
      alike.filter((node) => (node.data?.look?.before ?? 0) === white);
    const isParted = whites.length === 2 && (whites[1] as number) - (whites[0] as number) >= 6;
    if (isParted && whites.every((white) => of(white).length > 1))
      for (const node of of(whites[1] as number)) ranks.set(node, rank + 0.5);
  }
  for (const rank of new Set(ranks.values())) {
    const alike = nodes.filter((node) => ranks.get(node) === rank);
    const signs = [...new Set(alike.map(signOf))].filter(
      (sign) => alike.filter((node) => signOf(node) === sign).length > 1,
    );
    if (signs.filter((sign) => sign !== '').length < 2) continue;
    for (const node of alike) ranks.set(node, rank - Math.max(0, signs.indexOf(signOf(node))) * 0.05);
  }
  return ranks;
}

function traitsOf(node: Paragraph | Heading | undefined): string {
  const { bold, italic, capitals, align } = node?.data?.look ?? {};
  return [bold, italic, capitals, align === 'center'].map(Boolean).join();
}

function most(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** Takes gaps out of the levels of headings: each is at most one below the one above, and the highest is the second. */
export function closeLevels(tree: Root): void {
  const open: { written: number; level: number }[] = [];
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    const written = node.depth;
    while ((open.at(-1)?.written ?? 0) >= written) open.pop();
    const level = Math.min(6, (open.at(-1)?.level ?? 1) + 1);
    node.depth = level as Heading['depth'];
    open.push({ written, level });
  }
}
