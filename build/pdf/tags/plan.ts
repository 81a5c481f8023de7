/**
 * The tags of a document as they are to be, in the order of the manuscripts: planned before pages are made up, from the galley. A node’s place in the list is
 * its number; the first is the document, and a parent stands before its children.
 */
export type TagPlan = PlannedTag[];

/** A structure element (ISO 32000-1, 14.8.4). */
export interface PlannedTag {
  tag: string;
  /** Number of the parent; the document’s own is -1. */
  parent: number;
  /** The HTML id of what it was made from. */
  id?: string;
  /** Where it is another than the parent’s. */
  lang?: string;
  /** What is to be seen: of figures. */
  alt?: string;
  /** Attributes of tables (14.8.5.7); `headers` are numbers. */
  scope?: 'Column' | 'Row';
  columns?: number;
  rows?: number;
  headers?: number[];
  /** How the items of a list are numbered (14.8.5.5). */
  numbering?: string;
  /** The number of the label that the browser draws before a list’s item, which has no tag of its own. */
  label?: number;
}

/**
 * What the browser’s tags are called beside their numbers: what is drawn once more, as the head of a table on its next page is; the hyphen at a line’s end that the line setter added; the
 * last letter of a line that goes on in the next without a space.
 */
export type SpecialTag = 'repeated' | 'hyphen' | 'joined';

/** Reads which planned tag, by its number, or which special one a browser’s tag is, from its name: `@12`, `@hyphen`. */
export function planned(name: string): number | SpecialTag | undefined {
  const [, digits, special] = /^@(?:(\d+)|(repeated|hyphen|joined))$/.exec(name) ?? [];
  return digits === undefined ? (special as SpecialTag | undefined) : Number(digits);
}

/** Tags that stand in a line of their block. */
const inline = /^(Em|Strong|Code|Quote|Span|Link|Reference)$/;

/** The block that a tag is, or stands in. */
export function blockOf(plan: TagPlan, number: number): number {
  let at = number;
  while (at > 0 && inline.test(plan[at]?.tag ?? '')) at = plan[at]?.parent ?? 0;
  return at;
}
