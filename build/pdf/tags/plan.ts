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

/** How a browser’s tag says which planned one it belongs to: `@12`; what is drawn once more, as the head of a table on its next page is, has no number. */
export function numberOf(label: string): number | 'repeated' | 'hyphen' | undefined {
  if (label === '@repeated') return 'repeated';
  if (label === '@hyphen') return 'hyphen';
  const digits = /^@(\d+)$/.exec(label)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
