import { blockChanges, type Links, wholeChange } from './blocks/block-changes.ts';
import { joinDividedBlocks } from './blocks/join-blocks.ts';
import { keyOfBlock } from './blocks/likeness.ts';
import { type BlockMatches, matchBlocks } from './blocks/match-blocks.ts';
import { callsIn, noteChanges } from './blocks/note-changes.ts';
import { changeKinds, type EditionChange, nameOfBlock } from './change.ts';
import { factChanges, isExplained, ownFacts } from './fact-changes.ts';
import { matchParts, orderChanges } from './match-parts.ts';
import { type ComparedBlock, type ComparedPart, type ComparedSide, isFigure, type TextBlock } from './model.ts';
import { withOtherSpot, withPages } from './other-places.ts';
import { pageMoves } from './page-moves.ts';

/** Compares two editions by meaning. The changes come in the order of the second. */
export function compareSides(before: ComparedSide, after: ComparedSide): EditionChange[] {
  const parts = matchParts(before.parts, after.parts);
  const lists = (of: (part: ComparedPart) => readonly ComparedBlock[]) =>
    parts.pairs.map(([one, other]) => ({ before: of(one), after: of(other) }));
  // A paragraph may have come from an article that is gone, so their blocks are looked through, too.
  const alone = {
    before: parts.removed.flatMap(({ blocks }) => blocks),
    after: parts.added.flatMap(({ blocks }) => blocks),
  };
  const notes = matchBlocks(lists((part) => part.notes));
  const facts = matchFacts(parts.pairs);
  const blocks = matchBlocks([...lists((part) => part.blocks), alone]);
  const matches: BlockMatches = {
    pairs: new Map([...notes.pairs, ...facts, ...blocks.pairs]),
    moved: blocks.moved,
    goesOn: new Map([...blocks.goesOn, ...notes.goesOn]),
  };
  const partOf = partsByBlock(before, after);
  const links = linksOf(matches, before);
  const whole = new Set([...parts.removed, ...parts.added]);
  const changes: EditionChange[] = [...factChanges(ownFacts(before), ownFacts(after)), ...orderChanges(parts)];

  const partners = new Map([...matches.pairs].map(([one, other]) => [other, one]));
  const joined = joinDividedBlocks(matches, partOf);
  for (const [one, other] of matches.pairs) {
    const [from, to] = [partOf.get(one), partOf.get(other)];
    if (!from || !to) continue;
    if (!joined.has(one) && !joined.has(other) && isUntouched(one, other)) continue;
    const pair = {
      before: { part: from, block: joined.get(one) ?? one },
      after: { part: to, block: joined.get(other) ?? other },
    };
    changes.push(...blockChanges(pair, links));
  }
  changes.push(...movedBlocks(matches, partOf, before));
  const continued = new Set(matches.goesOn.values());
  for (const side of ['before', 'after'] as const)
    for (const part of side === 'before' ? before.parts : after.parts) {
      if (whole.has(part)) continue;
      for (const block of [...part.facts, ...part.blocks]) {
        const isPaired = side === 'before' ? matches.pairs.has(block) : partners.has(block);
        if (isPaired || continued.has(block)) continue;
        changes.push(
          wholeChange(side === 'before' ? 'removed' : 'added', { part, block }, { [side]: { part, block } }),
        );
      }
    }
  const callsBefore = callsIn(before.parts);
  const callsAfter = callsIn(after.parts);
  const listed = (side: ComparedSide, calls: ReturnType<typeof callsIn>) =>
    side.parts
      .filter((part) => !whole.has(part))
      .flatMap((part) => part.notes.map((note) => ({ part, note, calls: calls.get(note.id ?? '') ?? [] })))
      .filter(({ note }) => !continued.has(note));
  changes.push(
    ...noteChanges({
      pairs: notes.pairs as ReadonlyMap<TextBlock, TextBlock>,
      before: listed(before, callsBefore),
      after: listed(after, callsAfter),
      // Cells belong to the block of their table: a call in one stays in it.
      isPair: (one, other) => matches.pairs.get(one) === other || !partOf.has(one),
      isAlone: (block) => partOf.has(block) && !matches.pairs.has(block) && !partners.has(block),
    }),
  );
  const own = withoutRepeats(changes.filter((change) => !isExplained(change, changes)));
  const complete = own.map((change) => withOtherSpot(change, { matches, partners, partOf, callsBefore, callsAfter }));
  return [...complete, ...pageMoves(parts.pairs, matches, before, after)]
    .map(withPages)
    .sort((one, other) => changeKinds.indexOf(one.kind) - changeKinds.indexOf(other.kind));
}

function isUntouched(one: ComparedBlock, other: ComparedBlock): boolean {
  if (one.kind !== other.kind || one.form !== other.form || keyOfBlock(one) !== keyOfBlock(other)) return false;
  const exact = (block: ComparedBlock): string =>
    JSON.stringify(
      textsOf(block).map(({ tokens }) =>
        tokens.map(({ text, made = text, space, looks, link }) => [made, space, looks, link]),
      ),
    );
  return exact(one) === exact(other);
}

function textsOf(block: ComparedBlock): TextBlock[] {
  if (isFigure(block)) return [block, ...block.texts.map((one) => one.block)];
  return 'rows' in block ? [block, ...block.rows.flat()] : [block];
}

/** What stands above and below articles is paired by its name. */
function matchFacts(pairs: readonly (readonly [ComparedPart, ComparedPart])[]): Map<ComparedBlock, ComparedBlock> {
  const matched = new Map<ComparedBlock, ComparedBlock>();
  const lists = pairs.flatMap(([one, other]) => {
    const names = [...new Set([...one.facts, ...other.facts].map(({ name }) => name))];
    return names.map((name) => ({
      before: one.facts.filter((fact) => fact.name === name),
      after: other.facts.filter((fact) => fact.name === name),
    }));
  });
  for (const list of lists) {
    const [one] = list.before;
    const [other] = list.after;
    if (list.before.length === 1 && list.after.length === 1 && one && other) matched.set(one, other);
    else for (const [had, has] of matchBlocks([list]).pairs) matched.set(had, has);
  }
  return matched;
}

function partsByBlock(before: ComparedSide, after: ComparedSide): Map<ComparedBlock, ComparedPart> {
  const parts = new Map<ComparedBlock, ComparedPart>();
  for (const part of [...before.parts, ...after.parts])
    for (const block of [...part.facts, ...part.blocks, ...part.notes]) parts.set(block, part);
  return parts;
}

/** Links lead to the same if they lead to the same address, or to blocks that belong together. */
function linksOf(matches: BlockMatches, before: ComparedSide): Links {
  const ids = new Map<string, string>();
  for (const [one, other] of matches.pairs) if (one.id && other.id) ids.set(`#${one.id}`, `#${other.id}`);
  const pictures = new Map<string, string>();
  for (const part of before.parts)
    for (const block of part.blocks)
      if (isFigure(block)) for (const { hash } of block.pictures) pictures.set(hash, nameOfBlock(block));
  return {
    isSame: (one, other) => one === other || (one !== undefined && ids.get(one) === other),
    pictureOf: (hash) => pictures.get(hash),
  };
}

/** Blocks that are the same elsewhere; those that moved together are reported once. */
function movedBlocks(
  { moved, pairs }: BlockMatches,
  partOf: ReadonlyMap<ComparedBlock, ComparedPart>,
  before: ComparedSide,
): EditionChange[] {
  const changes: { change: EditionChange; one: ComparedBlock; other: ComparedBlock; count: number }[] = [];
  for (const part of before.parts)
    for (const [at, one] of part.blocks.entries()) {
      const other = pairs.get(one);
      if (!moved.has(one) || !other) continue;
      const to = partOf.get(other) as ComparedPart;
      const last = changes.at(-1);
      const follows =
        last && part.blocks[at - 1] === last.one && to.blocks[to.blocks.indexOf(other) - 1] === last.other;
      if (follows) {
        Object.assign(last, { one, other, count: last.count + 1 });
        last.change.remark = `with ${last.count - 1} more below it`;
        continue;
      }
      const places = { before: { part, block: one }, after: { part: to, block: other } };
      const change = wholeChange('moved', { part: to, block: other }, places);
      changes.push({
        change: part.title === to.title ? change : { ...change, remark: `from “${part.title}”` },
        one,
        other,
        count: 1,
      });
    }
  return changes.map(({ change }) => change);
}

/** The same change in all articles of a section, or in several places that are made of one fact, is reported once. */
function withoutRepeats(changes: readonly EditionChange[]): EditionChange[] {
  const seen = new Set<string>();
  return changes.filter(({ kind, name, before, after }) => {
    if (kind !== 'metadata' || name !== 'section') return true;
    const key = `${before}\u0000${after}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
