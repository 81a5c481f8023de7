import { type EditionChange, kindOfBlock, nameOfBlock, type Spot } from '../change.ts';
import { type ComparedBlock, type ComparedPart, isFigure, isTable, type TextBlock, wordsOfTokens } from '../model.ts';
import { diffWords, spaced, type WordHunk } from '../text/diff-words.ts';
import { foldTypography } from '../text/fold-typography.ts';
import { foldedWords } from './likeness.ts';
import { tableChanges } from './table-changes.ts';

/** A block of each edition, and the parts that they stand in. */
export interface BlockPair {
  before: { part: ComparedPart; block: ComparedBlock };
  after: { part: ComparedPart; block: ComparedBlock };
}

/** The facts of two editions by which two of their blocks are compared. */
export interface Links {
  /** True if two links lead to the same, under whatever id. */
  isSame(before: string | undefined, after: string | undefined): boolean;
  /** For the hash of a picture what had it in the first edition: `Figure 2`. */
  pictureOf(hash: string): string | undefined;
}

/** The changes inside two blocks that belong together: their words, cells, pictures. */
export function blockChanges(pair: BlockPair, links: Links): EditionChange[] {
  const { before, after } = pair;
  const changes = wordChanges(pair, links);
  if (isFigure(before.block) && isFigure(after.block)) {
    const name = nameOfBlock(after.block);
    changes.push(...pictureChanges(pair, name, links));
    const [olds, news] = [before.block.texts, after.block.texts];
    for (const [i, { name: what, block }] of olds.entries()) {
      const other = news.filter((one) => one.name === what)[olds.slice(0, i).filter((one) => one.name === what).length];
      const named = (text: TextBlock): TextBlock => ({ ...text, name: `${name}: ${what}` });
      const [one, two] = [named(block), named(other?.block ?? { ...block, tokens: [], calls: [] })];
      changes.push(...wordChanges({ before: { ...before, block: one }, after: { ...after, block: two } }, links));
    }
    for (const { name: what, block } of news.slice(olds.length))
      changes.push(wholeChange('added', { part: after.part, block: { ...block, name: `${name}: ${what}` } }, pair));
  }
  if (isTable(before.block) && isTable(after.block)) changes.push(...tableChanges(pair, links));
  return changes;
}

/** The changes in the words of two texts. */
export function wordChanges({ before, after }: BlockPair, links: Links): EditionChange[] {
  const isCaption = /^(figure|table)$/.test(after.block.kind) && after.block.name === undefined;
  const name = `${nameOfBlock(after.block)}${isCaption ? ': caption' : ''}`;
  const changes: EditionChange[] = [];
  const hunks = diffWords(before.block.tokens, after.block.tokens, links.isSame).hunks;
  for (const hunk of hunks) {
    const [one, other] = [spaced(before.block.tokens, hunk.before), spaced(after.block.tokens, hunk.after)];
    changes.push({
      ...(hunk.kind === 'words' || hunk.kind === 'link'
        ? { kind: kindOfBlock(after.block), what: whatOf(hunk) }
        : { kind: 'typography', what: 'changed' }),
      name,
      article: after.part.title,
      before: one,
      after: other,
      around: aroundOf(after.block, hunk.after),
      places: { before: {}, after: {} },
      ...remarkOf(hunk, before.block, after.block),
      spots: {
        before: { ...before, from: hunk.before[0], to: hunk.before[1] },
        after: { ...after, from: hunk.after[0], to: hunk.after[1] },
      },
    });
  }
  const [form, now] = [before.block.form, after.block.form];
  const isHeading = before.block.kind === 'heading' && after.block.kind === 'heading';
  if ((isHeading && form !== now) || before.block.kind !== after.block.kind)
    changes.push({
      ...wholeChange('changed', after, { before, after }),
      remark: isHeading ? `level ${form}, now ${now}` : `${formName(before.block)}, now ${formName(after.block)}`,
    });
  return changes;
}

const formName = ({ kind, form }: TextBlock): string => (kind === 'quotation' && form ? form : kind);

function whatOf({ before, after }: WordHunk): EditionChange['what'] {
  return before[0] === before[1] ? 'added' : after[0] === after[1] ? 'removed' : 'changed';
}

/** The most words around a change that are shown with it. */
const context = 4;

export function aroundOf({ tokens }: TextBlock, [from, to]: readonly [number, number]): [string, string] {
  return [
    spaced(tokens, [Math.max(0, from - context), from]),
    spaced(tokens, [to, Math.min(tokens.length, to + context)]),
  ];
}

/** What a change in how words are set consists of. */
function remarkOf(hunk: WordHunk, before: TextBlock, after: TextBlock): { remark?: string } {
  const [one, other] = [before.tokens[hunk.before[0]], after.tokens[hunk.after[0]]];
  if (!one || !other) return {};
  if (hunk.kind === 'link') return { remark: `link: ${one.link ?? 'none'}, now ${other.link ?? 'none'}` };
  if (hunk.kind === 'looks') return { remark: `${one.looks || 'plain'}, now ${other.looks || 'plain'}` };
  if (hunk.kind !== 'typography') return {};
  if (one.text === other.text && one.space !== other.space)
    return { remark: `before it ${spaceName(one.space)}, now ${spaceName(other.space)}` };
  return {};
}

function spaceName(space: string): string {
  if (space === '\n') return 'a new line or paragraph';
  if (space === '') return 'nothing';
  return space === ' ' ? 'a space' : 'a space that does not break';
}

/** A change that is a whole block: added, removed, moved. */
export function wholeChange(
  what: EditionChange['what'],
  { part, block }: { part: ComparedPart; block: ComparedBlock },
  places: { before?: Partial<BlockPair['before']>; after?: Partial<BlockPair['after']> } = {},
): EditionChange {
  const words = wordsOf(block);
  const spot = (one: Partial<BlockPair['before']> | undefined): Spot | undefined =>
    one?.part && one.block ? { part: one.part, block: one.block, from: 0, to: one.block.tokens.length } : undefined;
  return {
    kind: what === 'moved' ? 'moved' : kindOfBlock(block),
    what,
    name: nameOfBlock(block),
    article: part.title,
    before: what === 'added' ? '' : words,
    after: what === 'removed' ? '' : words,
    around: ['', ''],
    places: { before: {}, after: {} },
    spots: { before: spot(places.before), after: spot(places.after) },
  };
}

function wordsOf(block: ComparedBlock): string {
  if (isTable(block) && block.tokens.length === 0)
    return block.rows.map((row) => row.map(({ tokens }) => wordsOfTokens(tokens)).join(' | ')).join(' / ');
  if (isFigure(block) && block.tokens.length === 0)
    return (
      block.texts.map((one) => wordsOfTokens(one.block.tokens)).find((text) => text !== '') ??
      block.pictures[0]?.name ??
      ''
    );
  return wordsOfTokens(block.tokens);
}

function pictureChanges({ before, after }: BlockPair, name: string, links: Links): EditionChange[] {
  if (!isFigure(before.block) || !isFigure(after.block)) return [];
  const [olds, news] = [before.block.pictures, after.block.pictures];
  const changes: EditionChange[] = [];
  for (let i = 0; i < Math.max(olds.length, news.length); i++) {
    const [one, other] = [olds[i], news[i]];
    if (one?.hash === other?.hash) continue;
    const had = other && links.pictureOf(other.hash);
    changes.push({
      ...wholeChange('changed', after, { before, after }),
      kind: 'figure',
      what: one && other ? 'changed' : one ? 'removed' : 'added',
      name: `${name}: picture`,
      before: one?.name ?? '',
      after: other?.name ?? '',
      ...(had && had !== nameOfBlock(before.block) ? { remark: `the picture that ${had} had` } : {}),
    });
  }
  return changes;
}

/** True if two texts say the same. */
export const saysSame = (one: TextBlock, other: TextBlock): boolean =>
  foldTypography(foldedWords(one)) === foldTypography(foldedWords(other));
