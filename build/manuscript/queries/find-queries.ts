import type { Nodes, Root } from 'mdast';
import { lastAtMost } from '../../text/last-at-most.ts';
import { visit } from '../../text/visit.ts';
import type { Edit } from '../mend/edits.ts';

/** A place in a manuscript; lines and columns from 1. */
export interface QueryPoint {
  line: number;
  column: number;
  offset: number;
}

/** A comment `<!-- ASK: … -->`: a question that an editor puts to the author. */
export interface Query {
  text: string;
  /** Where it stands in the manuscript. */
  at: QueryPoint;
  /** The offset at which it ends. */
  end: number;
  /** The offset of the word that it is about: the last before it in its paragraph, else the first after it. */
  about: number;
}

/** A query that cannot be one: it is not closed, asks nothing, or stands in the front matter. */
export interface QueryFault {
  at: QueryPoint;
  why: 'unclosed' | 'empty' | 'front';
}

/** The queries of a manuscript, in the order of its text, and those that are written wrongly. */
export interface FoundQueries {
  queries: Query[];
  faults: QueryFault[];
}

/** True of a text in which a query may be. */
export function mayAsk(source: string): boolean {
  return /<!--\s*ASK/.test(source);
}

/**
 * Finds the queries of a manuscript, in code there are none. `tree` is the manuscript as the parser reads it; `known`
 * are offsets of comments that are none of code, though the tree has them there.
 */
export function findQueries(source: string, tree: Root, known: ReadonlySet<number> = new Set()): FoundQueries {
  const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const pointAt = (offset: number): QueryPoint => {
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset };
  };
  const code: { from: number; to: number; type: Nodes['type'] }[] = [];
  const comments = new Set<number>();
  visit(tree, (node) => {
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    if (from === undefined || to === undefined) return;
    if (opaque.has(node.type)) code.push({ from, to, type: node.type });
    if (node.type === 'html') comments.add(from);
  });
  const queries: Query[] = [];
  const faults: QueryFault[] = [];
  for (const { 0: head, index } of source.matchAll(/<!--\s*ASK(?![\p{L}\p{N}_])[ \t]*:?/gu)) {
    if (isEscaped(source, index)) continue;
    const around = code.find(({ from, to }) => from <= index && index < to);
    const at = pointAt(index);
    if (around?.type === 'yaml') {
      // A comment of YAML is none of its values.
      if (!/#.*$/.test(source.slice(starts[at.line - 1], index))) faults.push({ at, why: 'front' });
      continue;
    }
    if (around && !known.has(index)) continue;
    const from = index + head.length;
    const end = source.indexOf('-->', from - 1);
    const next = source.indexOf('<!--', from);
    if (end < 0 || (next >= 0 && next < end)) {
      // What hides all that follows is reported as an open comment.
      if (end >= 0 || !comments.has(index)) faults.push({ at, why: 'unclosed' });
      continue;
    }
    const text = source.slice(from, end).trim().replace(/\s+/g, ' ');
    if (text === '') faults.push({ at, why: 'empty' });
    queries.push({ text, at, end: end + 3, about: aboutOf(source, index, end + 3) });
  }
  return { queries: inReadingOrder(queries, tree), faults };
}

/** Nodes whose text is as it stands. */
const opaque: ReadonlySet<string> = new Set(['yaml', 'toml', 'code', 'inlineCode', 'math', 'inlineMath']);

function isEscaped(source: string, index: number): boolean {
  return (/\\*$/.exec(source.slice(Math.max(0, index - 20), index))?.[0].length ?? 0) % 2 === 1;
}

/** The offset of the last word before a query without an empty line between, else of the first after it. */
function aboutOf(source: string, from: number, to: number): number {
  const before = withoutComments(source.slice(Math.max(0, from - reach), from));
  const blank = [...before.matchAll(/\n[ \t>]*(?=\n)/g)].at(-1)?.index ?? 0;
  const paragraph = before.slice(blank);
  const last = [...paragraph.matchAll(/[\p{L}\p{N}]/gu)].at(-1);
  const ownLine = paragraph.slice(paragraph.lastIndexOf('\n') + 1);
  // The sign of an item, a heading or a note is none of its words.
  const isHead = /^[ \t>]*(?:\d+[.)]|[-*+]|#+|\[\^[^\]]*\]:|:::.*|\|)[ \t]*$/.test(ownLine);
  if (last && !isHead) return from - paragraph.length + last.index;
  const after = withoutComments(source.slice(to, to + reach));
  const next = /^\s*\[\^/.test(after) ? -1 : after.search(/[\p{L}\p{N}]/u);
  // Behind the last paragraph it is about that.
  const end = [...before.matchAll(/[\p{L}\p{N}]/gu)].at(-1);
  return next >= 0 ? to + next : end ? from - before.length + end.index : from;
}

/** How far a query is from the word that it is about, at most. */
const reach = 4000;

/** A text with spaces for its comments and calls. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|\[\^[^\]\n]*\](?!:)/g, (all) => ' '.repeat(all.length));
}

/** Queries in notes at the place of their note’s call. */
function inReadingOrder(queries: readonly Query[], tree: Root): Query[] {
  const calls = new Map<string, number>();
  const notes: { from: number; to: number; id: string }[] = [];
  visit(tree, (node) => {
    const from = node.position?.start.offset ?? 0;
    if (node.type === 'footnoteReference' && !calls.has(node.identifier)) calls.set(node.identifier, from);
    if (node.type === 'footnoteDefinition')
      notes.push({ from, to: node.position?.end.offset ?? from, id: node.identifier });
  });
  const placeOf = ({ at: { offset } }: Query): number => {
    const note = notes.find(({ from, to }) => from <= offset && offset <= to);
    return (note && calls.get(note.id)) ?? offset;
  };
  return queries.toSorted((a, b) => placeOf(a) - placeOf(b) || a.at.offset - b.at.offset);
}

/** A manuscript with spaces in place of its queries, so that all else keeps its offset. */
export function blankQueries(source: string, queries: readonly Query[]): string {
  let text = '';
  let from = 0;
  for (const { at, end } of queries.toSorted((a, b) => a.at.offset - b.at.offset)) {
    text += source.slice(from, at.offset) + ' '.repeat(end - at.offset);
    from = end;
  }
  return text + source.slice(from);
}

/** The edits that take queries out of a manuscript, with the spaces and the line that only they need. */
export function editsWithout(source: string, queries: readonly Query[]): Edit[] {
  const rest = blankQueries(source, queries);
  const edits: Edit[] = [];
  for (const { at, end } of queries.toSorted((a, b) => a.at.offset - b.at.offset)) {
    const line = rest.lastIndexOf('\n', at.offset - 1) + 1;
    const before = /[ \t]*$/.exec(rest.slice(line, at.offset))?.[0].length ?? 0;
    const after = /^[ \t]*/.exec(rest.slice(end))?.[0].length ?? 0;
    const isFirst = /^[ \t>]*$/.test(rest.slice(line, at.offset));
    const isLast = end + after >= rest.length || rest[end + after] === '\n';
    let [from, to] = [at.offset, end];
    // A line of its own goes as a whole.
    if (isFirst && isLast) [from, to] = [line, Math.min(rest.length, end + after + 1)];
    else if (isFirst) to = end + after;
    else if (isLast) [from, to] = [at.offset - before, end + after];
    else if (after > 0 || /^[,.;:!?)\]}»”’]/.test(rest.slice(end))) from = at.offset - before;
    from = Math.max(from, edits.at(-1)?.to ?? 0);
    if (to > from) edits.push({ from, to, text: '' });
  }
  return edits;
}
