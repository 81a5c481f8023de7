import type { PlannedTag, TagPlan } from '../tags/plan.ts';
import type { PrintedTags, TagItem } from '../tags/read-printed-tags.ts';

/** The range of an article’s tags in the plan of its issue: from the first to the one behind the last. */
export function tagRangeOf(plan: TagPlan, article: string): { from: number; to: number } {
  const from = plan.findIndex(({ id, tag }) => tag === 'Art' && id === article);
  const to = plan.findIndex(({ parent }, number) => number > from && parent < from);
  return { from, to: to < 0 ? plan.length : to };
}

/**
 * Makes an article’s tags those of a document of its own, in its language: the plan, and its printed content on the
 * article’s pages. `places` are the positions of these pages in the document, by their number in what was printed; a
 * copy replaces its page.
 */
export function articleTags(
  plan: TagPlan,
  printed: PrintedTags,
  { id, lang }: { id: string; lang: string },
  places: ReadonlyMap<number, number>,
): { plan: TagPlan; printed: PrintedTags } {
  const { from, to } = tagRangeOf(plan, id);
  // The document’s own tag comes first.
  const renumber = (number: number) => number - from + 1;
  const planned = plan.slice(from, to).map(
    (tag): PlannedTag => ({
      ...tag,
      parent: tag.parent < from ? 0 : renumber(tag.parent),
      ...(tag.label === undefined ? {} : { label: renumber(tag.label) }),
      ...(tag.headers ? { headers: tag.headers.map(renumber) } : {}),
    }),
  );
  const renumberItem = (item: TagItem): TagItem[] => {
    const page = places.get(item.page ?? -1);
    if (page === undefined) return [];
    return [item.kind === 'tag' ? { ...item, page, number: renumber(item.number) } : { ...item, page }];
  };
  const own: PrintedTags = new Map([[0, [[{ kind: 'tag', number: 1 }]]]]);
  for (let number = from; number < to; number++) {
    const parts = (printed.get(number) ?? [])
      .map((part) => part.flatMap(renumberItem))
      .filter(({ length }) => length > 0);
    // Copies were printed behind all other pages.
    parts.sort(([one], [other]) => (one?.page ?? 0) - (other?.page ?? 0));
    if (parts.length > 0) own.set(renumber(number), parts);
  }
  return { plan: [{ tag: 'Document', parent: -1, lang }, ...planned], printed: own };
}
