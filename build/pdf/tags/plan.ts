/**
 * The planned tags of a document in the order of the manuscripts, made from the galley before pages are made up. The
 * index of a tag is its number; the first is the document, and a parent comes before its children.
 */
export type TagPlan = PlannedTag[];

/** A structure element (ISO 32000-1, 14.8.4). */
export interface PlannedTag {
  tag: string;
  /** The number of the parent; -1 for the document. */
  parent: number;
  /** The HTML id of the tagged element. */
  id?: string;
  /** The language, where it differs from the parent’s. */
  lang?: string;
  /** The alternative text of a figure. */
  alt?: string;
  /** What is read aloud in place of the text that is seen. */
  aloud?: string;
  /** Attributes of table cells (14.8.5.7); `headers` are numbers of tags. */
  scope?: 'Column' | 'Row';
  columns?: number;
  rows?: number;
  headers?: number[];
  /** The numbering of a list’s items (14.8.5.5). */
  numbering?: string;
  /** The number of the label that the browser draws before a list’s item, which has no tag of its own. */
  label?: number;
}

/**
 * The names of the browser’s tags that have no number: a repetition, such as a table’s head on its next page; a hyphen
 * that the line setter added at a line’s end; the last letter of a line that continues in the next without a space.
 */
export type SpecialTag = 'repeated' | 'hyphen' | 'joined';

/** Reads the name of a browser’s tag: the number of a planned tag (`@12`), or a special tag (`@hyphen`). */
export function parseTagName(name: string): number | SpecialTag | undefined {
  const [, digits, special] = /^@(?:(\d+)|(repeated|hyphen|joined))$/.exec(name) ?? [];
  return digits === undefined ? (special as SpecialTag | undefined) : Number(digits);
}

/** True for a tag whose content is drawn, and has words of its own. */
export function isDrawnTag(tag: string): boolean {
  return tag === 'Figure' || tag === 'Formula';
}

/** Tags of inline elements. */
const inline = /^(Em|Strong|Code|Quote|Span|Link|Reference)$/;

/** The block that a tag is, or is inside. */
export function blockOf(plan: TagPlan, number: number): number {
  let at = number;
  while (at > 0 && inline.test(plan[at]?.tag ?? '')) at = plan[at]?.parent ?? 0;
  return at;
}
