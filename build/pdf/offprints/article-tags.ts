import type { PlannedTag, TagPlan } from '../tags/plan.ts';
import type { PrintedTags, TagItem } from '../tags/read-printed-tags.ts';

/** The numbers of an article’s tags in the plan of its issue: the first, and the first behind them. */
export function tagRangeOf(plan: TagPlan, article: string): { from: number; to: number } {
  const from = plan.findIndex(({ id, tag }) => tag === 'Art' && id === article);
  const to = plan.findIndex(({ parent }, number) => number > from && parent < from);
  return { from, to: to < 0 ? plan.length : to };
}

/**
 * An article’s tags as those of a document of its own, in its language: the plan, and what was printed of it on the article’s pages. `places` are the places of these in the document, by their
 * number in what was printed; copies stand for the pages that they are of.
 */
export function articleTags(
  plan: TagPlan,
  printed: PrintedTags,
  { id, lang }: { id: string; lang: string },
  places: ReadonlyMap<number, number>,
): { plan: TagPlan; printed: PrintedTags } {
  const { from, to } = tagRangeOf(plan, id);
  // Behind the document’s own tag.
  const anew = (number: number) => number - from + 1;
  const planned = plan.slice(from, to).map(
    (tag): PlannedTag => ({
      ...tag,
      parent: tag.parent < from ? 0 : anew(tag.parent),
      ...(tag.label === undefined ? {} : { label: anew(tag.label) }),
      ...(tag.headers ? { headers: tag.headers.map(anew) } : {}),
    }),
  );
  const itemAnew = (item: TagItem): TagItem[] => {
    const page = places.get(item.page ?? -1);
    if (page === undefined) return [];
    return [item.kind === 'tag' ? { ...item, page, number: anew(item.number) } : { ...item, page }];
  };
  const own: PrintedTags = new Map([[0, [[{ kind: 'tag', number: 1 }]]]]);
  for (let number = from; number < to; number++) {
    const parts = (printed.get(number) ?? []).map((part) => part.flatMap(itemAnew)).filter(({ length }) => length > 0);
    // What is on a copy was printed behind all other parts.
    parts.sort(([one], [other]) => (one?.page ?? 0) - (other?.page ?? 0));
    if (parts.length > 0) own.set(anew(number), parts);
  }
  return { plan: [{ tag: 'Document', parent: -1, lang }, ...planned], printed: own };
}
