import type { Nodes } from 'mdast';
import { attributesOf } from '../tree.ts';

/** A construct of manuscripts. */
export interface Construct {
  name: string;
  /** The folder with its reader, its HTML and its writer. */
  folder: string;
  /** The types of its nodes in the tree. Each needs a writer. */
  types: readonly Nodes['type'][];
  /** Types of further nodes, which their parents write. */
  parts?: readonly Nodes['type'][];
  /** True if a node of these types is the construct. Without this function, every such node is. */
  is?(node: Nodes): boolean;
}

const has = (key: 'id' | 'classes' | 'lang' | 'width') => (node: Nodes) => attributesOf(node)[key] !== undefined;
const marks = (node: Nodes) => (node.type === 'indexMark' ? node : undefined);
const called = (name: string) => (node: Nodes) => node.type === 'containerDirective' && node.name === name;
const named = (naming: string) => (node: Nodes) => node.type === 'link' && node.data?.naming === naming;

/**
 * All constructs that a manuscript can have. Each one must occur in the article that is built in all editions
 * (`test/manuscript/every-construct/`), and must be written as it is read. `build/README.md` lists what a construct
 * needs in other rooms.
 */
export const constructs: readonly Construct[] = [
  { name: 'paragraph', folder: 'text', types: ['paragraph', 'text'] },
  {
    name: 'space that does not break',
    folder: 'text',
    types: ['text'],
    is: (n) => 'value' in n && n.value.includes('\u00a0'),
  },
  { name: 'line break', folder: 'text', types: ['break'] },
  { name: 'emphasis', folder: 'emphasis', types: ['emphasis'] },
  { name: 'strong emphasis', folder: 'emphasis', types: ['strong'] },
  { name: 'struck words', folder: 'emphasis', types: ['delete'] },
  { name: 'code in a line', folder: 'code', types: ['inlineCode'] },
  { name: 'block of code', folder: 'code', types: ['code'] },
  { name: 'heading', folder: 'headings', types: ['heading'] },
  { name: 'heading that is a line', folder: 'headings', types: ['lineHeading'] },
  { name: 'rule', folder: 'rules', types: ['thematicBreak'] },
  { name: 'link', folder: 'links', types: ['link'], is: (n) => n.type === 'link' && /^https/.test(n.url) },
  {
    name: 'cross-reference with words',
    folder: 'links',
    types: ['link'],
    is: (n) => n.type === 'link' && /^#/.test(n.url) && !n.data?.naming,
  },
  { name: 'cross-reference by label', folder: 'cross-references', types: ['link'], is: named('label') },
  { name: 'cross-reference by number', folder: 'cross-references', types: ['link'], is: named('number') },
  { name: 'cross-reference by page', folder: 'cross-references', types: ['link'], is: named('page') },
  { name: 'cross-reference by words', folder: 'cross-references', types: ['link'], is: named('words') },
  {
    name: 'call and note',
    folder: 'notes',
    types: ['footnoteReference', 'footnoteDefinition'],
    is: (n) => 'label' in n && Boolean(n.label),
  },
  {
    name: 'note in place',
    folder: 'notes',
    types: ['footnoteReference'],
    is: (n) => n.type === 'footnoteReference' && !n.label,
  },
  {
    name: 'note of several blocks',
    folder: 'notes',
    types: ['footnoteDefinition'],
    is: (n) => 'children' in n && n.children.length > 1,
  },
  {
    name: 'citation',
    folder: 'citations',
    types: ['citation'],
    parts: ['citationKey'],
    is: (n) => n.type === 'citation' && !n.isInText,
  },
  {
    name: 'citation in the text',
    folder: 'citations',
    types: ['citation'],
    is: (n) => n.type === 'citation' && Boolean(n.isInText),
  },
  {
    name: 'place of the bibliography',
    folder: 'blocks',
    types: ['containerDirective'],
    is: (n) => called('references')(n) && 'children' in n && n.children.length === 0,
  },
  { name: 'formula in a line', folder: 'formulas', types: ['formula'] },
  { name: 'displayed formula', folder: 'formulas', types: ['displayedFormula'] },
  { name: 'numbered formula', folder: 'formulas', types: ['displayedFormula'], is: has('id') },
  { name: 'id', folder: 'attributes', types: ['span', 'heading', 'captioned'], is: has('id') },
  { name: 'class', folder: 'attributes', types: ['span', 'captioned'], is: has('classes') },
  { name: 'language of words', folder: 'attributes', types: ['span'], is: has('lang') },
  {
    name: 'language of a block',
    folder: 'attributes',
    types: ['paragraph', 'table', 'containerDirective'],
    is: has('lang'),
  },
  {
    name: 'language of a column',
    folder: 'tables',
    types: ['table'],
    is: (n) => n.type === 'table' && n.children.some((row) => row.children.some(has('lang'))),
  },
  { name: 'width of a picture', folder: 'attributes', types: ['image'], is: has('width') },
  { name: 'span', folder: 'spans', types: ['span'] },
  {
    name: 'mark for the index',
    folder: 'index-marks',
    types: ['indexMark'],
    is: (n) => marks(n)?.index === 'subjects',
  },
  {
    name: 'mark for the index of names',
    folder: 'index-marks',
    types: ['indexMark'],
    is: (n) => marks(n)?.index === 'names',
  },
  {
    name: 'mark for the index with an entry',
    folder: 'index-marks',
    types: ['indexMark'],
    is: (n) => marks(n)?.entry !== undefined,
  },
  { name: 'superscript', folder: 'spans', types: ['superscript'] },
  { name: 'subscript', folder: 'spans', types: ['subscript'] },
  { name: 'element of HTML in a line', folder: 'raw-html', types: ['htmlElement'] },
  { name: 'table of HTML, with cells that span others', folder: 'raw-html', types: ['htmlBlock'] },
  { name: 'picture in a line', folder: 'figures', types: ['image'] },
  {
    name: 'figure',
    folder: 'figures',
    types: ['captioned'],
    parts: ['caption'],
    is: (n) => n.type === 'captioned' && n.kind === 'figure',
  },
  {
    name: 'figure of several pictures',
    folder: 'figures',
    types: ['captioned'],
    is: (n) => n.type === 'captioned' && n.children.filter(({ type }) => type === 'image').length > 1,
  },
  {
    name: 'figure of sub-figures',
    folder: 'figures',
    types: ['captioned'],
    is: (n) => n.type === 'captioned' && n.children.some(({ type }) => type === 'captioned'),
  },
  { name: 'credit of a figure', folder: 'figures', types: [], parts: ['credit'] },
  {
    name: 'listing',
    folder: 'listings',
    types: ['captioned'],
    parts: ['caption'],
    is: (n) => n.type === 'captioned' && n.kind === 'listing',
  },
  { name: 'long description', folder: 'figures', types: ['containerDirective'], is: called('description') },
  { name: 'table', folder: 'tables', types: ['table'], parts: ['tableRow', 'tableCell'] },
  {
    name: 'caption of a table',
    folder: 'captions',
    types: ['captioned'],
    parts: ['caption'],
    is: (n) => n.type === 'captioned' && n.kind === 'table',
  },
  { name: 'list', folder: 'lists', types: ['list', 'listItem'] },
  {
    name: 'list with signs',
    folder: 'lists',
    types: ['listItem'],
    is: (n) => n.data !== undefined && 'sign' in n.data && !n.data.isExample,
  },
  {
    name: 'list of examples',
    folder: 'lists',
    types: ['listItem'],
    is: (n) => n.type === 'listItem' && Boolean(n.data?.isExample),
  },
  {
    name: 'list of tasks',
    folder: 'lists',
    types: ['listItem'],
    is: (n) => n.type === 'listItem' && typeof n.checked === 'boolean',
  },
  {
    name: 'list of definitions',
    folder: 'definition-lists',
    types: ['definitionList'],
    parts: ['definitionTerm', 'definitionDescription'],
  },
  { name: 'quotation', folder: 'quotations', types: ['blockquote'] },
  { name: 'source', folder: 'quotations', types: ['source'] },
  { name: 'verse', folder: 'verse', types: ['verse', 'stanza'], parts: ['verseLine'] },
  {
    name: 'verse in a quotation',
    folder: 'verse',
    types: ['blockquote'],
    is: (n) => 'children' in n && n.children.some(({ type }) => type === 'stanza'),
  },
  { name: 'box', folder: 'blocks', types: ['containerDirective'], is: called('box') },
  { name: 'label of a box', folder: 'blocks', types: [], parts: ['label'] },
  { name: 'pull quote', folder: 'blocks', types: ['containerDirective'], is: called('pullquote') },
  { name: 'epigraph', folder: 'blocks', types: ['containerDirective'], is: called('epigraph') },
  { name: 'interview', folder: 'blocks', types: ['containerDirective'], is: called('interview') },
  { name: 'bibliography', folder: 'blocks', types: ['containerDirective'], is: called('references') },
  { name: 'letter', folder: 'blocks', types: ['containerDirective'], is: called('letter') },
  { name: 'part of a letter', folder: 'blocks', types: ['containerDirective'], is: called('signature') },
  { name: 'dialogue', folder: 'blocks', types: ['containerDirective'], is: called('dialogue') },
  { name: 'theorem with a name', folder: 'theorems', types: ['containerDirective'], is: called('theorem') },
  { name: 'proof', folder: 'theorems', types: ['containerDirective'], is: called('proof') },
  { name: 'displayed lines', folder: 'blocks', types: ['containerDirective'], is: called('display') },
  { name: 'list of entries', folder: 'blocks', types: ['containerDirective'], is: called('entries') },
  { name: 'block with a language', folder: 'blocks', types: ['containerDirective'], is: called('block') },
];
