import type { ComparedBlock, ComparedPart, TextBlock } from './model.ts';

/** The kinds of changes, in the order in which they are reported. */
export const changeKinds = [
  'metadata',
  'order',
  'heading',
  'words',
  'note',
  'figure',
  'table',
  'reference',
  'index',
  'typography',
  'moved',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The tokens of a block that a change is about: behind `from - 1` where there are none. */
export interface Spot {
  part: ComparedPart;
  block: TextBlock;
  from: number;
  to: number;
}

/** A place in a file, for editors. */
export interface FilePoint {
  path: string;
  line: number;
  column: number;
}

/** The place of a change in one of the two editions. */
export interface ChangePlace {
  /** The folio. */
  page?: string | undefined;
  at?: FilePoint | undefined;
  /** Its line on the page, and the column, where these were looked up. */
  line?: number | undefined;
  column?: number | undefined;
}

/** A change, told by its meaning. */
export interface EditionChange {
  kind: ChangeKind;
  what: 'changed' | 'added' | 'removed' | 'moved';
  /** What it is in: `note 12`, `Figure 2: caption`, `keywords`; empty for running text. */
  name: string;
  /** The title of the article; empty for the issue as a whole. */
  article: string;
  before: string;
  after: string;
  /** The words around it: those before, and those after. */
  around: readonly [before: string, after: string];
  places: { before: ChangePlace; after: ChangePlace };
  /** More of it, in words: `now in italics`. */
  remark?: string;
  spots: { before?: Spot | undefined; after?: Spot | undefined };
}

/** The name of a block in a report. */
export function nameOfBlock(block: ComparedBlock): string {
  const { kind, label, name } = block;
  if (name) return name;
  if (kind === 'note') return label ? `note ${label}` : 'note';
  if (kind === 'figure' || kind === 'table') return label ?? (kind === 'figure' ? 'a picture' : 'a table');
  const words: Partial<Record<ComparedBlock['kind'], string>> = {
    heading: 'heading',
    reference: 'reference',
    code: 'code',
    formula: 'formula',
    index: 'index',
  };
  return words[kind] ?? '';
}

/** The kind of changes in the words of a block. */
export function kindOfBlock({ kind }: Pick<ComparedBlock, 'kind'>): ChangeKind {
  switch (kind) {
    case 'note':
    case 'figure':
    case 'table':
    case 'reference':
    case 'heading':
    case 'metadata':
    case 'index':
      return kind;
    default:
      return 'words';
  }
}
