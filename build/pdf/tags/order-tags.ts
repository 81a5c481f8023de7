import type { TagPlan } from './plan.ts';
import type { PrintedTags, TagItem } from './read-printed-tags.ts';

/**
 * The content of each planned tag in the order of reading; an empty list for a tag of which nothing was printed. Of a
 * printed table, all rows and cells are kept.
 */
export type OrderedTags = TagItem[][];

/**
 * A child tag, unless the group begins a part, with the content that follows it and stays with it. `key` is the number
 * of the tag.
 */
interface Group {
  key: number;
  tag: number | undefined;
  items: TagItem[];
}

/**
 * Puts the printed content back into the order of the manuscripts. The parts of a tag that was cut at a page become
 * one; moved content, such as notes and floats, returns to its planned place. Text stays behind the tag that it follows
 * on the page.
 */
export function orderTags(plan: TagPlan, printed: PrintedTags): OrderedTags {
  const ordered: OrderedTags = plan.map(() => []);
  const tables = printedTables(plan, printed);
  const filled = (number: number): boolean => (ordered[number]?.length ?? 0) > 0 || tables.has(tableOf(plan, number));
  // Children follow their parents in the plan. From the end on, the content of a tag is known before the tag is
  // reached.
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
    const own: TagItem[] = [];
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

/** The tags that another one contains, and the document. */
export function keptTags(ordered: OrderedTags): Set<number> {
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

/**
 * The table of a row or a cell, -1 for other tags. An empty cell keeps its place, too: otherwise the rest of its row
 * would be under the wrong heads.
 */
function tableOf(plan: TagPlan, number: number): number {
  let at = number;
  while (/^(TR|TH|TD|THead|TBody|TFoot)$/.test(plan[at]?.tag ?? '')) at = plan[at]?.parent ?? -1;
  return at === number ? -1 : at;
}

function groupsOf(number: number, plan: TagPlan, parts: readonly TagItem[][]): Group[] {
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
    // A part with nothing but a float is wherever there was room.
    if (part.some(({ kind }) => kind === 'content')) last = Math.max(last, group.key);
  }
  return groups;
}

/** The child of a tag that contains another one, by the plan; undefined where it is not inside. */
function childOf(number: number, inside: number, plan: TagPlan): number | undefined {
  let at = inside;
  for (let parent = plan[at]?.parent; parent !== undefined && parent >= number; parent = plan[at]?.parent) {
    if (parent === number) return at;
    at = parent;
  }
  return undefined;
}
