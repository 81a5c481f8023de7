import type { Galley, GalleyPart } from './galley.ts';

/**
 * A unit of layout: what is laid out by itself, and depends on nothing else of the issue. An article; a chain of
 * articles that run on; or the issue’s own pages that stand together.
 */
export interface LayoutUnit {
  /** Its name, unique in the issue: the id of its first part. */
  name: string;
  /** The ids of its articles, in order; empty for the issue’s own pages. */
  articles: string[];
  /** True if it is of indexes, whose content depends on the folios of all others. */
  isIndex: boolean;
  html: string;
}

/**
 * The units of a print document. `begins` has how each part begins, by the style’s `--begins`: an article that runs on
 * is in the unit of the article before it.
 */
export function unitsOf({ parts }: Pick<Galley, 'parts'>, begins: readonly string[]): LayoutUnit[] {
  const groups: GalleyPart[][] = [];
  for (const [i, part] of parts.entries()) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const joins = part.article
      ? before?.article && begins[i] === 'run-on'
      : before && !before.article && before.isIndex === part.isIndex;
    if (group && joins) group.push(part);
    else groups.push([part]);
  }
  return groups.map((group) => ({
    name: group[0]?.id ?? '',
    articles: group.flatMap(({ article }) => (article ? [article] : [])),
    isIndex: group[0]?.isIndex ?? false,
    html: htmlOfParts(group),
  }));
}

/** The document’s text of parts that are one unit. */
export function htmlOfParts(parts: readonly Pick<GalleyPart, 'html'>[]): string {
  return parts.map(({ html }) => html).join('\n');
}
