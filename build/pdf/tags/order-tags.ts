import type { TagPlan } from './plan.ts';
import type { Item, PrintedTags } from './read-tags.ts';

/** What stands in each planned tag, in the order in which it is read; an empty list where nothing of it was printed. Of the rows and cells of a printed table, all are in it. */
export type Ordered = Item[][];

/** A tag, if it does not begin a part, with what stands behind it and keeps with it. `key` is the number of the tag. */
interface Group {
  key: number;
  tag: number | undefined;
  items: Item[];
}

/**
 * Puts what was printed back into the order of the manuscripts. The parts of a tag that page make-up cut become one; what was moved, as notes and floats are, comes
 * to its planned place. Text keeps its place behind the tag that it follows on the page.
 */
export function orderTags(plan: TagPlan, printed: PrintedTags): Ordered {
  const ordered: Ordered = plan.map(() => []);
  const tables = printedTables(plan, printed);
  const filled = (number: number): boolean => (ordered[number]?.length ?? 0) > 0 || tables.has(tableOf(plan, number));
  // Children stand behind their parents in the plan: from the end on, all that a tag holds is known before the tag is.
  const children: number[][] = plan.map(() => []);
  plan.forEach(({ parent }, number) => {
    children[parent]?.push(number);
  });
  for (let number = plan.length - 1; number >= 0; number--) {
    const parts = printed.get(number) ?? [];
    const inside = children[number] as number[];
    if (inside.length === 0) {
      ordered[number] = parts.flat().filter(({ kind }) => kind !== 'tag');
      continue;
    }
    const groups = groupsOf(number, plan, parts);
    const placed = new Set(groups.map(({ tag }) => tag));
    for (const child of inside) if (!placed.has(child)) groups.push({ key: child, tag: child, items: [] });
    groups.sort((a, b) => a.key - b.key);
    const own: Item[] = [];
    const seen = new Set<number>();
    for (const { tag, items } of groups) {
      if (tag !== undefined && !seen.has(tag) && filled(tag)) own.push({ kind: 'tag', number: tag });
      if (tag !== undefined) seen.add(tag);
      own.push(...items);
    }
    ordered[number] = own;
  }
  return ordered;
}

/** The tags that have a place in another, and the document. */
export function keptTags(ordered: Ordered): Set<number> {
  const kept = new Set([0]);
  for (const items of ordered) for (const item of items) if (item.kind === 'tag') kept.add(item.number);
  return kept;
}

/** The tables of which anything was printed. */
function printedTables(plan: TagPlan, printed: PrintedTags): Set<number> {
  const tables = new Set<number>();
  for (const [number, parts] of printed) {
    if (!parts.some((part) => part.some(({ kind }) => kind === 'content'))) continue;
    for (let at = number; at > 0; at = plan[at]?.parent ?? 0) if (plan[at]?.tag === 'Table') tables.add(at);
  }
  return tables;
}

/** The table that a row or a cell belongs to: an empty one takes its place, too, or the others of its row would stand under other heads. -1 for all else. */
function tableOf(plan: TagPlan, number: number): number {
  let at = number;
  while (/^(TR|TH|TD|THead|TBody|TFoot)$/.test(plan[at]?.tag ?? '')) at = plan[at]?.parent ?? -1;
  return at === number ? -1 : at;
}

function groupsOf(number: number, plan: TagPlan, parts: readonly Item[][]): Group[] {
  const groups: Group[] = [];
  let last = number;
  for (const part of parts) {
    let group: Group = { key: last, tag: undefined, items: [] };
    groups.push(group);
    for (const item of part) {
      if (item.kind !== 'tag') {
        group.items.push(item);
        continue;
      }
      const child = childOf(number, item.number, plan);
      if (child === undefined) continue;
      group = { key: child, tag: child, items: [] };
      groups.push(group);
    }
    // A part that holds a float alone stands where there was room.
    if (part.some(({ kind }) => kind === 'content')) last = Math.max(last, group.key);
  }
  return groups;
}

/** The child of a tag in which another stands, by the plan; undefined where it stands elsewhere. */
function childOf(number: number, inside: number, plan: TagPlan): number | undefined {
  let at = inside;
  for (let parent = plan[at]?.parent; parent !== undefined && parent >= number; parent = plan[at]?.parent) {
    if (parent === number) return at;
    at = parent;
  }
  return undefined;
}
