import type { ElementContent } from 'hast';
import type { BlockContent, Data, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Node } from 'unist';
import type { SetFormula } from '../formulas/formula.ts';

/*
 * The manuscript's tree, which the readers make from Markdown, and `writeManuscript` prints. It is mdast with the nodes
 * and data declared here. Nothing in it is numbered or set in type yet, and it does not know its HTML: the `html` of
 * each construct does (`constructs/`). Its texts are plain text, whatever signs they contain.
 */

declare module 'mdast' {
  interface Data {
    /** The attributes written in braces after a node, or below a block. */
    attributes?: NodeAttributes;
  }
  interface LinkData {
    /** Set on a cross-reference without words of its own: how it names its target. Its only child is the text `?`. */
    naming?: Naming;
  }
  interface ListItemData {
    /** The sign that the author wrote before the item, `(a)` or `iv.`; undefined if Markdown knows the sign. */
    sign?: string;
    /** The sign’s kind as HTML calls it, for e-book readers; `letter` is one that HTML has no name for. */
    kind?: 'a' | 'A' | 'i' | 'I' | '1' | 'letter';
    /** Whether the item is an example, `(@)`. Examples are numbered through the article. */
    isExample?: boolean;
  }
  interface ParagraphData {
    /** Whether it goes on with the paragraph above the displayed formula before it: no empty line parts the two. */
    isResumed?: boolean;
  }
  interface PhrasingContentMap {
    formula: Formula;
    citation: Citation;
    citationKey: CitationKey;
    span: Span;
    indexMark: IndexMark;
    superscript: Superscript;
    subscript: Subscript;
    htmlElement: HtmlElement;
  }
  interface RootContentMap {
    formula: Formula;
    displayedFormula: DisplayedFormula;
    citation: Citation;
    citationKey: CitationKey;
    span: Span;
    indexMark: IndexMark;
    superscript: Superscript;
    subscript: Subscript;
    htmlElement: HtmlElement;
    htmlBlock: HtmlBlock;
    captioned: Captioned;
    caption: Caption;
    credit: Credit;
    verse: Verse;
    stanza: Stanza;
    verseLine: VerseLine;
    source: Source;
    label: Label;
    lineHeading: LineHeading;
    definitionList: DefinitionList;
    definitionTerm: DefinitionTerm;
    definitionDescription: DefinitionDescription;
  }
  interface BlockContentMap {
    displayedFormula: DisplayedFormula;
    htmlBlock: HtmlBlock;
    captioned: Captioned;
    verse: Verse;
    stanza: Stanza;
    source: Source;
    label: Label;
    lineHeading: LineHeading;
    definitionList: DefinitionList;
  }
}

/**
 * The way in which a reference names its target: by its label and number (`Figure 1`), by its number, by its words, or
 * by its page.
 */
export type Naming = 'label' | 'number' | 'words' | 'page';

/** The attributes of a node, in the order in which its author wrote them: `{#id .class lang=uk width=60mm}`. */
export interface NodeAttributes {
  id?: string;
  /** The classes that every style knows: `decorative`, `wide`, `smallcaps`, `row-heads`, `no-row-heads`. */
  classes?: string[];
  lang?: string;
  /** The width of a picture, in millimetres or as a share of the column: `60mm`, `50%`. */
  width?: string;
  /** The height of a picture without a width, in millimetres. */
  height?: string;
  /** How many sub-figures of a figure stand side by side: from 1 to 4. */
  'layout-ncol'?: string;
}

interface WithWords extends Node {
  children: PhrasingContent[];
  data?: Data | undefined;
}

interface WithBlocks extends Node {
  children: BlockContent[];
  data?: Data | undefined;
}

/** Words with attributes, `[words]{lang=uk}`. */
export interface Span extends WithWords {
  type: 'span';
}

/**
 * A mark for an index, `[words]{.index}`: its words, perhaps none, are the place. The values are as written; without
 * `entry`, the words are the entry.
 */
export interface IndexMark extends WithWords, IndexMarkValues {
  type: 'indexMark';
}

/** The values of a mark for an index. */
export interface IndexMarkValues {
  index: 'subjects' | 'names';
  /** The entry, with the entries that it stands below before it: `law!canon`. */
  entry?: string;
  /** What the entry is sorted by; of an entry below another, for each: `law!canon`. */
  sort?: string;
  /** Whether the place is the beginning or the end of a range of pages. */
  range?: 'begin' | 'end';
  /** The entry to look at instead, and one to look at besides. */
  see?: string;
  seeAlso?: string;
}

/** `^words^` */
export interface Superscript extends WithWords {
  type: 'superscript';
}

/** `~words~` */
export interface Subscript extends WithWords {
  type: 'subscript';
}

/** A harmless element of raw HTML within a paragraph, `<small>words</small>`. */
export interface HtmlElement extends WithWords {
  type: 'htmlElement';
  tagName: string;
  properties: Record<string, string>;
}

/**
 * A citation, `[see @roe, p. 12; @hill]`: keys of works, and words before and behind each. In the running text,
 * `@roe [p. 3]`, it begins with its only key, whose author is part of the sentence.
 */
export interface Citation extends WithWords {
  type: 'citation';
  isInText?: boolean;
}

/** The key of a cited work, `@roe`; without its author, `-@roe`. */
export interface CitationKey extends Node {
  type: 'citationKey';
  key: string;
  isWithoutAuthor?: boolean;
  /** Only until citations are read: the key as it was written. */
  data?: (Data & { written?: string }) | undefined;
}

/** A formula in a line, in TeX: `$E = mc^2$`. */
export interface Formula extends Node {
  type: 'formula';
  value: string;
  /** The author’s words for listeners, `{alt="…"}`. */
  alt?: string;
  data?: FormulaData | undefined;
}

/** A formula that is displayed: `$$`, its TeX and `$$`. It is numbered if it has an id. */
export interface DisplayedFormula extends Node {
  type: 'displayedFormula';
  value: string;
  alt?: string;
  /** A number or sign that the author gave it in place of a number: `\tag{*}`. */
  tag?: string;
  /** True if it has nothing but definitions of commands: it is not set, and they hold in the whole article. */
  defines?: true;
  data?: FormulaData | undefined;
}

type FormulaData = Data & {
  /** The formula in type, once it was set. */
  made?: SetFormula;
  /** Further names of its rows, which lead to its one number. */
  otherIds?: string[];
  /** Only until formulas are read: whether it has two signs on either side, and what stands behind it in its line. */
  isDouble?: boolean;
  tail?: string;
};

/**
 * A block of raw HTML, such as a table with cells that span others. Its content is hast, because Markdown does not
 * parse it.
 */
export interface HtmlBlock extends Node {
  type: 'htmlBlock';
  tagName: string;
  properties: Record<string, string>;
  content: ElementContent[];
  data?: Data | undefined;
}

/**
 * A figure, a table or a listing with its caption, numbered if it has one. A figure has images, then its caption and
 * credit, then further blocks; a table and the code of a listing have their caption before them. Id and classes are
 * here; sizes are on the images. In place of images a figure may have sub-figures, which are figures with a letter.
 */
export interface Captioned extends Node {
  type: 'captioned';
  kind: 'figure' | 'table' | 'listing';
  children: RootContent[];
  data?: Data | undefined;
}

/** The words of a caption, without a label. */
export interface Caption extends WithWords {
  type: 'caption';
}

/** The words that say who made or owns a picture, `{credit="…"}`. It stands behind the caption of its figure. */
export interface Credit extends WithWords {
  type: 'credit';
}

/**
 * Verse outside a quotation: an optional label, stanzas, and an optional source. In a quotation or an epigraph, stanzas
 * are direct children.
 */
export interface Verse extends WithBlocks {
  type: 'verse';
}

/** A stanza, which a screen reader reads as one paragraph. */
export interface Stanza extends Node {
  type: 'stanza';
  children: VerseLine[];
  data?: Data | undefined;
}

/** A line of verse. */
export interface VerseLine extends WithWords {
  type: 'verseLine';
  /** The indent of the line in steps of two spaces, from 0 to 12. */
  indent: number;
}

/** The source of a quotation, an epigraph or verse, without its dash. It is the last block in it. */
export interface Source extends WithWords {
  type: 'source';
}

/** The heading line of a block, `:::box[Words]`. It is the first block in it. */
export interface Label extends WithWords {
  type: 'label';
}

/**
 * A heading in a note, a quotation, a list or a generic block. It is set as a line of its own, and is not in the
 * contents.
 */
export interface LineHeading extends WithWords {
  type: 'lineHeading';
}

/** Terms, each followed by one or more descriptions. */
export interface DefinitionList extends Node {
  type: 'definitionList';
  children: (DefinitionTerm | DefinitionDescription)[];
  data?: Data | undefined;
}

export interface DefinitionTerm extends WithWords {
  type: 'definitionTerm';
}

export interface DefinitionDescription extends WithBlocks {
  type: 'definitionDescription';
}

/** The attributes of a node. */
export function attributesOf(node: Nodes | undefined): NodeAttributes {
  return node?.data?.attributes ?? {};
}

/** Adds attributes to a node, replacing those of the same name. */
export function addAttributes(node: Nodes, attributes: NodeAttributes): void {
  if (Object.keys(attributes).length === 0) return;
  node.data = { ...node.data, attributes: { ...attributesOf(node), ...attributes } };
}

/** Replaces all attributes of a node. */
export function setAttributes(node: Nodes, attributes: NodeAttributes): void {
  const { attributes: _, ...data } = (node.data ?? {}) as Data;
  node.data = Object.keys(attributes).length > 0 ? { ...data, attributes } : data;
}
