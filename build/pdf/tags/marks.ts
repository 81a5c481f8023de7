import type { Sheet } from './mark-page.ts';
import type { Mark } from './marking.ts';
import { blockOf, type TagPlan } from './plan.ts';
import type { Content, Item, PrintedTags } from './read-tags.ts';

/** What each piece of marked content is, by its page and its number there. */
export type Marks = Map<number, Map<number, Mark>>;

/** Tells what the pieces are that the browser marked. What is not in the result belongs to no tag. */
export function marksOf(plan: TagPlan, printed: PrintedTags): Marks {
  const marks: Marks = new Map();
  for (const [number, parts] of printed) {
    const tag = plan[number]?.tag ?? 'Span';
    const block = blockOf(plan, number);
    for (const part of parts) {
      part.forEach((item, i) => {
        if (item.kind !== 'content') return;
        const before = part[i - 1];
        const follows = before?.kind === 'content' && before.page === item.page ? before.id : undefined;
        const page = marks.get(item.page) ?? new Map<number, Mark>();
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

function firstContent(number: number, printed: PrintedTags): Content | undefined {
  for (const item of (printed.get(number) ?? []).flat()) {
    if (item.kind === 'content') return item;
    const inside = item.kind === 'tag' ? firstContent(item.number, printed) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

/** What was printed, with the numbers that its pieces have after they were marked anew, and with the labels that were found. */
export function renumber(printed: PrintedTags, sheets: ReadonlyMap<number, Sheet>): PrintedTags {
  const result: PrintedTags = new Map();
  for (const [number, parts] of printed) {
    const anew = parts.map((part) => {
      const items: Item[] = [];
      for (const item of part) {
        if (item.kind !== 'content') {
          items.push(item);
          continue;
        }
        const stream = sheets.get(item.page)?.streams.find(({ marked }) => marked.ids.has(item.id));
        const id = stream?.marked.ids.get(item.id);
        const last = items.at(-1);
        const isSame =
          last?.kind === 'content' && last.page === item.page && last.form === stream?.form && last.id === id;
        if (id !== undefined && !isSame) items.push({ ...item, id, form: stream?.form });
      }
      return items;
    });
    result.set(number, anew);
  }
  for (const [page, { streams }] of sheets)
    for (const { marked, form } of streams)
      for (const [label, id] of marked.labels) result.set(label, [[{ kind: 'content', page, id, form }]]);
  return result;
}
