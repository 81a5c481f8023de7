import type { ElementContent } from 'hast';
import type { BlockContent, Data, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Node } from 'unist';

/*
 * The manuscript's tree: what the readers make of Markdown, and what `writeManuscript` prints. It is mdast, with the
 * nodes and data declared here. Nothing in it is numbered or set in type yet, and nothing says what HTML it becomes:
 * that is known by the `html` of each construct (`constructs/`). Text in it is text, whatever signs it has.
 */

declare module 'mdast' {
  interface Data {
    /** What stands in braces behind a node, or below a block. */
    attributes?: NodeAttributes;
  }
  interface LinkData {
    /** Set on a cross-reference without words of its own: how it names its target. Its one child is the text `?`. */
    naming?: Naming;
  }
  interface ListItemData {
    /** The sign that the author wrote before the item, `(a)` or `iv.`; none where Markdown has the sign. */
    sign?: string;
    /** What HTML calls the sign’s kind, for readers of e-books; `letter` is one that it has no name for. */
    kind?: 'a' | 'A' | 'i' | 'I' | '1' | 'letter';
    /** Whether the item is an example, `(@)`, numbered through the article. */
    isExample?: boolean;
  }
  interface PhrasingContentMap {
    span: Span;
    superscript: Superscript;
    subscript: Subscript;
    htmlElement: HtmlElement;
  }
  interface RootContentMap {
    span: Span;
    superscript: Superscript;
    subscript: Subscript;
    htmlElement: HtmlElement;
    htmlBlock: HtmlBlock;
    captioned: Captioned;
    caption: Caption;
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

/** How a reference names its target: by its label and number (`Figure 1`), by its number, by its words, or by its page. */
export type Naming = 'label' | 'number' | 'words' | 'page';

/** The attributes of a node, in the order in which its author wrote them: `{#id .class lang=uk width=60mm}`. */
export interface NodeAttributes {
  id?: string;
  /** Of those that mean something in every style: `decorative`, `wide`, `smallcaps`. */
  classes?: string[];
  lang?: string;
  /** Of a picture, in millimetres or as a share of the column: `60mm`, `50%`. */
  width?: string;
  /** Of a picture without a width, in millimetres. */
  height?: string;
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

/** A block of raw HTML: a table with cells that span others. Its content is hast, for Markdown reads none of it. */
export interface HtmlBlock extends Node {
  type: 'htmlBlock';
  tagName: string;
  properties: Record<string, string>;
  content: ElementContent[];
  data?: Data | undefined;
}

/**
 * A figure or a table with what is said of it. It is numbered where it has a caption. A figure has images, then its
 * caption, then further blocks; a table its caption before it. Id and classes are here, sizes are the images’.
 */
export interface Captioned extends Node {
  type: 'captioned';
  kind: 'figure' | 'table';
  children: RootContent[];
  data?: Data | undefined;
}

/** The words of a caption, without a label. */
export interface Caption extends WithWords {
  type: 'caption';
}

/** Verse outside a quotation: stanzas, and perhaps a label before them and a source behind. In a quotation or an epigraph stanzas stand among its blocks. */
export interface Verse extends WithBlocks {
  type: 'verse';
}

/** A stanza; whoever listens hears it as one paragraph. */
export interface Stanza extends Node {
  type: 'stanza';
  children: VerseLine[];
  data?: Data | undefined;
}

/** A line of verse. */
export interface VerseLine extends WithWords {
  type: 'verseLine';
  /** How many steps it stands in, from 0 to 12; a step is two spaces. */
  indent: number;
}

/** The source of a quotation, an epigraph or verse, without its dash; the last block in it. */
export interface Source extends WithWords {
  type: 'source';
}

/** The heading line of a block, `:::box[Words]`; the first in it. */
export interface Label extends WithWords {
  type: 'label';
}

/** A heading in a note, a quotation, a list or a block of no kind: set as a line of its own, and in no contents. */
export interface LineHeading extends WithWords {
  type: 'lineHeading';
}

/** Terms, and below each one or more descriptions. */
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

/** Adds attributes to those of a node, or replaces them. */
export function addAttributes(node: Nodes, attributes: NodeAttributes): void {
  if (Object.keys(attributes).length === 0) return;
  node.data = { ...node.data, attributes: { ...attributesOf(node), ...attributes } };
}

/** Leaves a node with these attributes alone. */
export function setAttributes(node: Nodes, attributes: NodeAttributes): void {
  const { attributes: _, ...data } = (node.data ?? {}) as Data;
  node.data = Object.keys(attributes).length > 0 ? { ...data, attributes } : data;
}
