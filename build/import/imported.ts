import type { BlockContent, Nodes, Root } from 'mdast';
import type { RuleId } from '../diagnostics/rules.ts';
import type { CslItem } from '../references/item.ts';

/*
 * What every reader of an author's file (`word/`, `odt/`, `ocr/`, `pandoc/`) makes of it, before anything is written.
 * A reader takes what the file says: styles, notes, tables, pictures. What it does not say is found afterwards in the
 * tree, by the *look* of its blocks, in one pass for all readers (`form/`).
 */

declare module 'mdast' {
  interface Data {
    /** The place of an imported block in the author's file. */
    from?: AuthorPlace;
    /** How an imported block without a meaning of its own looks in the author's file. */
    look?: Look;
  }
}

/** The result of reading an author's file. */
export interface Imported {
  /**
   * The text, a tree as `manuscript/tree.ts` has it. Definitions of notes stand at its end, or anywhere. Every block,
   * notes' too, has `data.from`; a paragraph or heading whose meaning is not sure has `data.look`. A comment of an
   * editor is an `html` node `<!-- CHECK comment: words -->` behind the words (`openQuestion`).
   */
  tree: Root;
  facts: Facts;
  pictures: ImportedPicture[];
  /** The works cited by `citationKey` nodes of the tree, `id` being the key. */
  works: CslItem[];
  words: SourceWords;
  doubts: Doubt[];
  /** What was done that nobody needs to decide, for the report: `8 paragraphs joined`. */
  remarks?: string[];
}

/** A place in an author's file. */
export interface AuthorPlace {
  /** In a text file: the line and column, from 1. */
  line?: number;
  column?: number;
  /** In a Word or OpenDocument file: the number of the paragraph in its part, from 1, empty ones not counted. */
  paragraph?: number;
  /** The part that is not the running text: `footnote 3`, `endnote 2`, `comment 1`, `text box 1`, `header`. */
  part?: string;
  /** The first words of the paragraph or line, by which an author finds it (`firstWords`). */
  words: string;
}

/** The look of a block in the author's file, as far as the file says so. */
export interface Look {
  /** The style's name, in English as Word keeps built-in ones: `heading 1`, `Body Text`; as written otherwise. */
  style?: string;
  /** Points. */
  size?: number;
  /** True if all words of the block are so. */
  bold?: boolean;
  italic?: boolean;
  /** True if the words are typed or set in capitals. */
  capitals?: boolean;
  align?: 'left' | 'center' | 'right' | 'justify';
  /** Points beyond the text's edge. */
  left?: number;
  right?: number;
  /** Points: negative if the first line hangs out. */
  firstLine?: number;
  /** The level of the outline, from 1. */
  outline?: number;
  /** What a program or the author put before the words as their number: `1.2`, `a)`. It is not among the words. */
  label?: string;
  /** True if the label is typed by hand, and is still among the words. */
  isTyped?: boolean;
  /** The colour of most of its words, `2F5496`, if it is not the usual one. */
  color?: string;
  pageBreakBefore?: boolean;
  /** Points of white above. */
  before?: number;
  /** The lines of the block, where it is one whose line ends may mean something. */
  lines?: string[];
  /** True if the block stood in a text box. */
  isBoxed?: boolean;
  /** True if a heading or caption is known by its style, so that the form need not be asked. */
  isCertain?: boolean;
}

/** Something found in an author's file, with how sure it is, from 0 to 1, and where it was. */
export interface Fact<T> {
  value: T;
  confidence: number;
  at: AuthorPlace;
}

/** Values for the front matter. Texts are Markdown. */
export interface Facts {
  title?: Fact<string>;
  subtitle?: Fact<string>;
  authors?: Fact<ImportedAuthor>[];
  abstract?: Fact<string>;
  keywords?: Fact<string[]>;
  /** BCP 47. */
  lang?: Fact<string>;
  received?: Fact<string>;
  accepted?: Fact<string>;
  doi?: Fact<string>;
  /** A note without a number at the title or an author: thanks, money. */
  thanks?: Fact<BlockContent[]>;
  translations?: Fact<{ lang: string; title?: string; abstract?: string; keywords?: string[] }>[];
}

/** An author, by the keys of front matter. */
export interface ImportedAuthor {
  name: string;
  affiliation?: string;
  country?: string;
  email?: string;
  orcid?: string;
  bio?: string;
}

/** A picture of the file. */
export interface ImportedPicture {
  /** Its name, which the `url` of `image` nodes has: `figure-1.png`. The frame puts it into a folder of the article. */
  name: string;
  bytes: Uint8Array;
}

/** All words of an author's file, for the gate, told by the file itself and not by the tree. */
export interface SourceWords {
  /**
   * Paragraphs, notes, cells …: one text for each, with spaces where words are parted. Raised figures alone, `m<sup>2`,
   * are words of their own.
   */
  passages: SourcePassage[];
  /** What the manuscript will have otherwise, on purpose. */
  changes: WordChange[];
}

export interface SourcePassage {
  text: string;
  at: AuthorPlace;
}

/** Words that the import takes out, puts in, or writes in another way. Each is in the report. */
export interface WordChange {
  /** The words as the source has them; empty if they are put in. */
  from: string;
  /** The words as the manuscript has them; empty if they are left out. */
  to: string;
  at: AuthorPlace;
  /** Why, as a clause for the report: `running head`, `hyphen at a line’s end`, `hidden text`. */
  why: string;
}

/** A place of an author's file that an import is not sure of. */
export interface Doubt {
  rule: RuleId;
  /** From 0 to 1: how sure it is that what was made is right. */
  confidence: number;
  at: AuthorPlace;
  /** The words it is about, by which a decision finds it again (`firstWords` of a block, or the word itself). */
  words: string;
  /** What was found, a clause without a full stop: `A short bold paragraph between two long ones`. */
  found: string;
  /** What was made of it, short, as decisions have it: `heading 2`. Empty if nothing was. */
  made?: string;
  /** What else it may be, in the same form: `paragraph`. A decision of these is done at the next import. */
  instead?: string[];
  /** What an editor does about it. */
  fix?: string;
  level?: 'error' | 'warning' | 'info';
  /** The node that gets a CHECK comment with `--annotate`: a block or a run of words. */
  node?: Nodes;
}

/** Options of reading a file. */
export interface ReadOptions {
  /** What to do with tracked changes. Without it, a file that has some is refused. */
  changes?: 'accept' | 'reject';
  /** The journal's language, BCP 47. */
  lang: string;
  /** What an editor has decided about a doubt: one of its `made` or `instead`. */
  decided(rule: RuleId, words: string): string | undefined;
}

/** A file that is not imported, with what helps. Any other error is a fault of the program. */
export class NotImported extends Error {
  override name = 'NotImported';
  readonly fix: string;
  /** Findings with their places, such as each tracked change with its author. */
  readonly doubts: Doubt[];

  constructor(found: string, fix: string, doubts: Doubt[] = []) {
    super(found);
    this.fix = fix;
    this.doubts = doubts;
  }
}

/** The first words of a text, by which a place or a decision names it: at most 60 signs, in one line. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 60) return line;
  const cut = line.slice(0, 60);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trimEnd()} …`;
}

/** A comment that `build` refuses until an editor has removed it. */
export function openQuestion(rule: string, words: string): { type: 'html'; value: string } {
  const inLine = words.replace(/\s+/g, ' ').replace(/--+>?/g, '–').trim();
  return { type: 'html', value: `<!-- CHECK ${rule}: ${inLine} -->` };
}
