/** A stretch of text without white space, as it stands in a block. */
export interface Token {
  text: string;
  /** The white space before it: a space, a space that does not break, or nothing. */
  space: string;
  /** The folio of the page that it stands on; undefined where no page is known. */
  page: string | undefined;
  /** The emphasis around it, as names of elements: `em strong`. */
  looks: string;
  /** The address or id that it leads to. */
  link?: string | undefined;
  /** What it is compared by, where the build made its words: the number or the heading that a reference shows. */
  made?: string | undefined;
}

/** The call of a note in a block: it stands behind so many tokens, and letters of the next. */
export interface Call {
  note: string;
  after: number;
  letters: number;
}

/** A text with a name of its own: a caption, an alternative text, a cell. */
export interface NamedText {
  name: string;
  block: TextBlock;
}

export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'quotation'
  | 'code'
  | 'formula'
  | 'note'
  | 'reference'
  | 'figure'
  | 'table'
  | 'metadata'
  | 'index';

/** A block of running text. */
export interface TextBlock {
  kind: BlockKind;
  tokens: Token[];
  calls: Call[];
  id?: string | undefined;
  /** The level of a heading, from 1; the form of other blocks that their kind does not tell: `verse`. */
  form?: string | undefined;
  /** The number that it is printed with: `Figure 1`, `12`. */
  label?: string | undefined;
  /** The page that it stands on, where its place in the text does not tell it. */
  page?: string | undefined;
  /** What it is called in a report, where its kind and number do not tell: `title`, `keywords`. */
  name?: string | undefined;
}

/** A figure, or any group of a picture and its texts. */
export interface FigureBlock extends TextBlock {
  kind: 'figure';
  /** A hash of each picture’s bytes, with the name of its file. */
  pictures: { hash: string; name: string }[];
  /** Alternative texts and descriptions; the caption is the block’s own text. */
  texts: NamedText[];
}

/** A table; its caption is the block’s own text. */
export interface ComparedTable extends TextBlock {
  kind: 'table';
  rows: TextBlock[][];
}

export type ComparedBlock = TextBlock | FigureBlock | ComparedTable;

/** An article, or another part of an issue that has words of its own. */
export interface ComparedPart {
  id: string;
  title: string;
  isArticle: boolean;
  /** What stands above and below its text: title, authors, abstract, dates. */
  facts: TextBlock[];
  blocks: ComparedBlock[];
  notes: TextBlock[];
  first?: string | undefined;
  last?: string | undefined;
}

/** A fact of the issue as a whole. */
export interface ComparedFact {
  name: string;
  value: string;
}

/** A page of an edition. */
export interface ComparedPage {
  /** The printed number; empty if it has none. */
  folio: string;
  /** Of what is printed on it besides the folio; undefined where it is not known. */
  hash: string | undefined;
}

/** One of the two editions that are compared, read. */
export interface ComparedSide {
  /** What it is called in reports: `HEAD~1`, `dist/2026-1`. */
  name: string;
  facts: ComparedFact[];
  parts: ComparedPart[];
  pages: ComparedPage[];
  /** True if its words are only those of pages, without articles, notes or tables. */
  isPlain: boolean;
}

export const isFigure = (block: ComparedBlock): block is FigureBlock => 'pictures' in block;
export const isTable = (block: ComparedBlock): block is ComparedTable => 'rows' in block;

/** The words of a text, as they are read. */
export function wordsOfTokens(tokens: readonly Token[]): string {
  return tokens
    .map(({ text, space }, i) => (i > 0 && space !== '' ? ' ' : '') + text)
    .join('')
    .trim();
}
