import type { MarkedPageStreams } from './mark-page.ts';
import type { PieceMark } from './marking.ts';
import { blockOf, type TagPlan } from './plan.ts';
import type { PrintedContent, PrintedTags, TagItem } from './read-printed-tags.ts';

/** The mark of each piece of marked content, by its page and its number there. */
export type PieceMarks = Map<number, Map<number, PieceMark>>;

/** Finds the tags of the pieces that the browser marked. A piece that is not in the result belongs to no tag. */
export function pieceMarks(plan: TagPlan, printed: PrintedTags): PieceMarks {
  const marks: PieceMarks = new Map();
  for (const [number, parts] of printed) {
    const tag = plan[number]?.tag ?? 'Span';
    const block = blockOf(plan, number);
    for (const part of parts) {
      part.forEach((item, i) => {
        if (item.kind !== 'content') return;
        const before = part[i - 1];
        const follows = before?.kind === 'content' && before.page === item.page ? before.id : undefined;
        const page = marks.get(item.page) ?? new Map<number, PieceMark>();
        marks.set(item.page, page);
        const { order = 0, special } = item;
        page.set(item.id, { number, tag, block, order, follows, special, label: undefined });
      });
    }
  }
  plan.forEach(({ label }, number) => {
    const first = label === undefined ? undefined : firstContent(number, printed);
    const mark = first && marks.get(first.page)?.get(first.id);
    if (mark) mark.label = label;
  });
  return marks;
}

function firstContent(number: number, printed: PrintedTags): PrintedContent | undefined {
  for (const item of (printed.get(number) ?? []).flat()) {
    if (item.kind === 'content') return item;
    const inside = item.kind === 'tag' ? firstContent(item.number, printed) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

/** Gives the printed pieces the numbers that they have after marking, and adds the labels that were found. */
export function renumber(printed: PrintedTags, markedPages: ReadonlyMap<number, MarkedPageStreams>): PrintedTags {
  const result: PrintedTags = new Map();
  for (const [number, parts] of printed) {
    const renumbered = parts.map((part) => {
      const items: TagItem[] = [];
      for (const item of part) {
        if (item.kind !== 'content') {
          items.push(item);
          continue;
        }
        const stream = markedPages.get(item.page)?.streams.find(({ marked }) => marked.ids.has(item.id));
        const id = stream?.marked.ids.get(item.id);
        const last = items.at(-1);
        const isSame =
          last?.kind === 'content' && last.page === item.page && last.form === stream?.form && last.id === id;
        if (id !== undefined && !isSame) items.push({ ...item, id, form: stream?.form });
      }
      return items;
    });
    result.set(number, renumbered);
  }
  for (const [page, { streams }] of markedPages)
    for (const { marked, form } of streams)
      for (const [label, id] of marked.labels) result.set(label, [[{ kind: 'content', page, id, form }]]);
  return result;
}
