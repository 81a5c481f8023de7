import type { PhrasingContent } from 'mdast';
import {
  type AuthorPlace,
  type Doubt,
  firstWords,
  openQuestion,
  type SourcePassage,
  type WordChange,
} from '../imported.ts';
import { type Atom, type RunFormat, textOfAtoms } from '../office/atoms.ts';
import type { Cell, ListMark, OfficeBlock, ParagraphBlock } from '../office/blocks.ts';
import { boxDoubt, commentDoubt, formulaDoubt, pictureDoubt, pictureKindDoubt } from '../office/doubts.ts';
import { numberAs } from '../office/number-as.ts';
import { imageOf } from '../office/pictures.ts';
import { allIn, child, childrenOf, elements, lineInside, textInside, type Xml } from '../office/xml.ts';
import { along, chosen, formatOf, isBold, type OdtStyle, type OdtStyles, odtLook } from './styles.ts';

/** State that the texts of a file share while they are read. */
export interface OdtReading {
  styles: OdtStyles;
  /** The name that a picture of the file gets; undefined if it is not there. */
  picture(href: string, width: string | undefined): { name: string; width: string | undefined } | undefined;
  /** The text of a formula that stands in the file as an object. */
  formula(href: string): string | undefined;
  notes: Map<string, OfficeBlock[]>;
  /** Codes of citations, in their order. */
  citations: { code: string; at: AuthorPlace }[];
  notesAt: Map<string, string>;
  alternatives: SourcePassage[];
  doubts: Doubt[];
  changes: WordChange[];
  /** The counts of lists, by their styles or ids. */
  counts: Map<string, number[]>;
}

/** Reads a text of an OpenDocument file as blocks. */
export class OdtStory {
  private paragraphs = 0;
  private lists = 0;
  /** Citations that are open, by the names of their marks. */
  private readonly cited = new Map<string, number>();
  private boxed: Xml[] = [];

  constructor(
    private readonly reading: OdtReading,
    private readonly part?: string,
  ) {}

  blocks(container: Xml, isReference = false): OfficeBlock[] {
    return elements(container).flatMap((node): OfficeBlock[] => {
      switch (node.name) {
        case 'text:p':
        case 'text:h':
          return this.paragraph(node, undefined, isReference);
        case 'text:list':
          return this.list(node, 0, undefined);
        case 'table:table':
          return this.table(node);
        case 'text:section':
          return this.blocks(
            node,
            isReference || /ZOTERO_BIBL|CSL_BIBLIOGRAPHY/.test(node.attributes['text:name'] ?? ''),
          );
        case 'text:bibliography':
          return this.blocks(child(node, 'text:index-body') ?? node, true);
        case 'text:table-of-content':
        case 'text:alphabetical-index':
        case 'text:illustration-index':
        case 'text:table-index':
        case 'text:object-index':
        case 'text:user-index':
          this.leave(textOfBlocks(node), 'contents list or index, which is made again');
          return [];
        case 'draw:frame':
          return this.paragraph({ name: 'text:p', attributes: {}, children: [node] }, undefined, isReference);
        case 'text:index-body':
        case 'text:index-title':
        case 'text:numbered-paragraph':
          return this.blocks(node, isReference);
        default:
          return [];
      }
    });
  }

  private leave(from: string, why: string): void {
    if (/\S/.test(from)) this.reading.changes.push({ from, to: '', at: { words: firstWords(from) }, why });
  }

  private paragraph(node: Xml, list: ListMark | 'further' | undefined, isReference: boolean): OfficeBlock[] {
    const { styles } = this.reading;
    const style = styles.find('paragraph', node.attributes['text:style-name']);
    const words = firstWords(textOfParagraph(node));
    if (words !== '') this.paragraphs++;
    const from: AuthorPlace = {
      paragraph: Math.max(this.paragraphs, 1),
      words,
      ...(this.part ? { part: this.part } : {}),
    };
    const atoms: Atom[] = [];
    const anchors: string[] = [];
    this.inline(node, { atoms, anchors, from, style }, {});
    const boxes = this.boxed.splice(0).flatMap((box) => this.box(box, from));
    if (atoms.length === 0) return boxes;
    const look = odtLook(style);
    const letters = atoms.filter(
      (atom): atom is Atom & { type: 'text' } => atom.type === 'text' && /[\p{L}\p{N}]/u.test(atom.text),
    );
    const isAll = (is: (format: RunFormat) => boolean, base: boolean): boolean =>
      letters.length > 0 && (base || letters.every(({ format }) => is(format)));
    if (isAll(({ bold }) => bold === true, isBold(along(style, 'text', 'fo:font-weight')))) look.bold = true;
    if (isAll(({ italic }) => italic === true, along(style, 'text', 'fo:font-style') === 'italic')) look.italic = true;
    const text = textOfAtoms(atoms);
    if (/\p{Lu}{2}/u.test(text) && text === text.toUpperCase()) look.capitals = true;
    const block: ParagraphBlock = { type: 'paragraph', atoms, look, from, anchors };
    if (isReference) block.isReference = true;
    const named = chosen(style)?.name ?? '';
    const level = Number(node.attributes['text:outline-level'] ?? /^Heading (\d)$/.exec(named)?.[1] ?? 0);
    if (node.name === 'text:h' && level > 0 && text.trim().length <= 400) {
      block.heading = level;
      look.isCertain = true;
      look.outline = level;
    } else if (list === 'further') block.isFurther = true;
    else if (list) block.list = list;
    else if (/^(?:Quotations|Quote|OfficeBlock Text)$/i.test(named)) {
      block.kind = 'quotation';
      look.isCertain = true;
    } else if (/^(?:Preformatted Text|Source Code)$/i.test(named)) block.kind = 'code';
    else if (/^(?:Caption|Figure|Illustration|Table|Drawing|Text)$/.test(named)) look.isCertain = true;
    return [block, ...boxes];
  }

  private list(node: Xml, level: number, outer: string | undefined): OfficeBlock[] {
    const id = node.attributes['text:style-name'] ?? outer;
    const levels = this.reading.styles.list(id);
    const rule = levels?.get(level);
    const goesOn =
      node.attributes['text:continue-numbering'] === 'true' || node.attributes['text:continue-list'] !== undefined;
    const key = goesOn || level > 0 ? `${id}` : `${id}/${++this.lists}`;
    const counts = this.reading.counts.get(id ?? '') ?? [];
    this.reading.counts.set(id ?? '', counts);
    const start = Number(rule?.attributes['text:start-value'] ?? 1) || 1;
    if (!goesOn) counts[level] = start - 1;
    const blocks: OfficeBlock[] = [];
    for (const item of elements(node)) {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue;
      let mark: ListMark | 'further' | undefined;
      if (item.name === 'text:list-item') {
        const set = Number(item.attributes['text:start-value']);
        const value = Number.isInteger(set) && set >= 0 ? set : (counts[level] ?? 0) + 1;
        counts[level] = value;
        mark = markOf(rule, key, level, value);
      }
      for (const one of elements(item)) {
        if (one.name === 'text:list') blocks.push(...this.list(one, level + 1, id));
        else if (one.name === 'text:h') blocks.push(...this.paragraph(one, undefined, false));
        else if (one.name === 'text:p') {
          const made = this.paragraph(one, mark, false);
          blocks.push(...made);
          if (made.length > 0) mark = 'further';
        }
      }
    }
    return blocks;
  }

  private table(node: Xml): OfficeBlock[] {
    const from: AuthorPlace = {
      paragraph: this.paragraphs + 1,
      words: firstWords(textOfBlocks(node)),
      ...(this.part ? { part: this.part } : {}),
    };
    const rows: Cell[][] = [];
    let headRows = 0;
    const add = (row: Xml, isHead: boolean): void => {
      const cells = elements(row).flatMap((one): Cell[] => {
        if (one.name !== 'table:table-cell') return [];
        const number = (name: string): number => Math.min(Math.max(Number(one.attributes[name] ?? 1) || 1, 1), 200);
        const cell: Cell = {
          blocks: this.blocks(one),
          columns: number('table:number-columns-spanned'),
          rows: number('table:number-rows-spanned'),
        };
        const align = cell.blocks.find((block): block is ParagraphBlock => block.type === 'paragraph')?.look.align;
        if (align === 'center' || align === 'right') cell.align = align;
        const repeated = number('table:number-columns-repeated');
        return [cell, ...Array.from({ length: repeated - 1 }, (): Cell => ({ blocks: [], columns: 1, rows: 1 }))];
      });
      rows.push(cells);
      if (isHead) headRows++;
    };
    const walk = (container: Xml, isHead: boolean): void => {
      for (const one of elements(container)) {
        if (one.name === 'table:table-row') add(one, isHead);
        else if (one.name === 'table:table-header-rows') walk(one, true);
        else if (/^table:table-rows?(?:-group)?$/.test(one.name)) walk(one, isHead);
      }
    };
    walk(node, false);
    if (rows.every((cells) => cells.every(({ blocks }) => blocks.length === 0))) return [];
    return [{ type: 'table', rows, headRows, from }];
  }

  private box(content: Xml, from: AuthorPlace): OfficeBlock[] {
    const blocks = new OdtStory(this.reading, 'text box').blocks(content);
    for (const block of blocks) if (block.type === 'paragraph') block.look.isBoxed = true;
    const captions = blocks.every(
      (block) =>
        block.type === 'paragraph' && (block.look.isCertain || block.atoms.some(({ type }) => type === 'node')),
    );
    // A picture and its caption stand in a box of their own: nothing to ask about.
    if (blocks.length > 0 && !captions) this.reading.doubts.push(boxDoubt(blocks, from));
    return blocks;
  }

  private inline(node: Xml, into: Paragraph, around: RunFormat): void {
    for (const one of node.children) {
      if (typeof one === 'string') this.text(one.replace(/[\t\n\r ]+/g, ' '), into, around);
      else this.piece(one, into, around);
    }
  }

  private text(text: string, into: Paragraph, around: RunFormat): void {
    if (text === '') return;
    const format = { ...around };
    const [open] = this.cited.values();
    if (open !== undefined) format.cited = open;
    into.atoms.push({ type: 'text', text: text.replaceAll('\u00ad', ''), format });
  }

  private node(node: PhrasingContent, into: Paragraph, around: RunFormat): void {
    const [open] = this.cited.values();
    into.atoms.push({ type: 'node', node, format: open === undefined ? around : { ...around, cited: open } });
  }

  private piece(node: Xml, into: Paragraph, around: RunFormat): void {
    const { attributes } = node;
    switch (node.name) {
      case 'text:span': {
        const style = this.reading.styles.find('text', attributes['text:style-name']);
        if (along(style, 'text', 'text:display') === 'none') this.leave(textInside(node), 'hidden text');
        else this.inline(node, into, { ...around, ...formatOf(style) });
        return;
      }
      case 'text:s':
        this.text(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 100)), into, around);
        return;
      case 'text:tab':
        this.text(' ', into, around);
        return;
      case 'text:line-break':
        this.node({ type: 'break' }, into, around);
        return;
      case 'text:a':
        this.inline(node, into, { ...around, link: attributes['xlink:href'] ?? '' });
        return;
      case 'text:note':
        this.note(node, into);
        return;
      case 'office:annotation':
        this.comment(node, into);
        return;
      case 'text:bookmark':
      case 'text:bookmark-start':
      case 'text:reference-mark':
        into.anchors.push(attributes['text:name'] ?? '');
        return;
      case 'text:reference-mark-start': {
        const name = attributes['text:name'] ?? '';
        into.anchors.push(name);
        if (!/CSL_CITATION|EN\.CITE/.test(name)) return;
        this.cited.set(name, this.reading.citations.length);
        this.reading.citations.push({ code: name, at: into.from });
        return;
      }
      case 'text:reference-mark-end':
        this.cited.delete(attributes['text:name'] ?? '');
        return;
      case 'text:bookmark-ref':
      case 'text:reference-ref':
      case 'text:sequence-ref': {
        const of = attributes['text:reference-format'] === 'page' ? 'page' : 'words';
        this.inline(node, into, { ...around, link: `${of}:${attributes['text:ref-name'] ?? ''}` });
        return;
      }
      case 'text:sequence': {
        const name = attributes['text:ref-name'];
        if (name) into.anchors.push(name);
        this.inline(node, into, around);
        return;
      }
      case 'text:note-ref':
        this.inline(node, into, { ...around, link: `note:${attributes['text:ref-name'] ?? ''}` });
        return;
      case 'draw:frame':
      case 'draw:a':
        this.frame(node, into, around);
        return;
      case 'text:ruby':
        this.inline(child(node, 'text:ruby-base') ?? node, into, around);
        return;
      case 'text:hidden-text':
        return;
      case 'text:alphabetical-index-mark':
      case 'text:toc-mark':
      case 'text:bookmark-end':
      case 'office:annotation-end':
      case 'text:change':
      case 'text:change-start':
      case 'text:change-end':
      case 'text:soft-page-break':
        return;
      default:
        if (node.name.startsWith('draw:')) this.shape(node, into, around);
        else this.inline(node, into, around);
    }
  }

  private note(node: Xml, into: Paragraph): void {
    const id = node.attributes['text:id'] ?? `note ${this.reading.notes.size + 1}`;
    const kind = node.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote';
    const key = this.reading.notes.has(id) ? `${id} ${this.reading.notes.size}` : id;
    this.reading.notes.set(key, []);
    this.reading.notesAt.set(id, key);
    const body = child(node, 'text:note-body');
    const number = textInside(child(node, 'text:note-citation'));
    if (body) this.reading.notes.set(key, new OdtStory(this.reading, `${kind} ${number}`.trim()).blocks(body));
    into.atoms.push({ type: 'node', node: { type: 'footnoteReference', identifier: key, label: key }, format: {} });
  }

  private comment(node: Xml, into: Paragraph): void {
    const author = textInside(child(node, 'dc:creator')) || 'unknown';
    const words = [...allIn(node, 'text:p')].map(textInside).join(' ').trim();
    if (words === '' || node.attributes['?:resolved'] === 'true') return;
    into.atoms.push({ type: 'node', node: openQuestion('comment', `${author}: ${words}`), format: {} });
    this.reading.doubts.push(commentDoubt(author, words, into.from.words, into.from));
  }

  private frame(node: Xml, into: Paragraph, around: RunFormat): void {
    const box = child(node, 'draw:text-box');
    if (box) {
      this.boxed.push(box);
      return;
    }
    const object = child(node, 'draw:object');
    const formula = object && this.reading.formula(object.attributes['xlink:href'] ?? '');
    if (formula) {
      const code: PhrasingContent = { type: 'inlineCode', value: formula };
      this.node(code, into, around);
      this.reading.alternatives.push({ text: formula, at: into.from });
      const doubt = { confidence: 0.4, words: formula, found: 'A formula', made: 'its source, as code', node: code };
      const fix = 'Write it in TeX, between dollar signs, or make a picture of it.';
      this.reading.doubts.push({ ...formulaDoubt(doubt, into.from), fix });
      return;
    }
    const images = childrenOf(node, 'draw:image');
    const [image] = images;
    if (!image) {
      for (const inner of elements(node)) if (inner.name === 'draw:frame') this.frame(inner, into, around);
      return;
    }
    const alt = lineInside(child(node, 'svg:desc') ?? child(node, 'svg:title'));
    const found = images
      .map((one) => this.reading.picture(one.attributes['xlink:href'] ?? '', node.attributes['svg:width']))
      .find((one) => one !== undefined);
    const { doubts, alternatives } = this.reading;
    if (!found) {
      doubts.push(pictureDoubt('A picture that is not in the file', 'nothing', 0, into.from));
      return;
    }
    if (alt) alternatives.push({ text: alt, at: into.from });
    this.node(imageOf(found.name, alt, found.width), into, {});
    const doubt =
      pictureKindDoubt(found.name, into.from) ??
      (alt ? undefined : pictureDoubt('A picture without a description', found.name, 0.8, into.from));
    if (doubt) doubts.push(doubt);
  }

  /** Words in a drawn shape are read as those of a text box. */
  private shape(node: Xml, into: Paragraph, around: RunFormat): void {
    const inner = elements(node).filter(({ name }) => /^text:(?:p|list|h)$/.test(name));
    if (inner.length > 0) this.boxed.push({ name: 'draw:text-box', attributes: {}, children: inner });
    for (const one of elements(node)) if (one.name.startsWith('draw:')) this.piece(one, into, around);
  }
}

interface Paragraph {
  atoms: Atom[];
  anchors: string[];
  from: AuthorPlace;
  style: OdtStyle | undefined;
}

const formats: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

function markOf(rule: Xml | undefined, key: string, level: number, value: number): ListMark | undefined {
  if (rule?.name !== 'text:list-level-style-number')
    return { key, level, format: 'bullet', value, label: rule?.attributes['text:bullet-char'] ?? '•' };
  const {
    'style:num-format': format = '',
    'style:num-prefix': prefix = '',
    'style:num-suffix': suffix = '',
  } = rule.attributes;
  if (format === '') return { key, level, format: 'bullet', value, label: '•' };
  const kind = formats[format] ?? 'decimal';
  return { key, level, format: kind, value, label: `${prefix}${numberAs(kind, value)}${suffix}`.trim() };
}

/** The text of a paragraph without its notes and comments, by which an author finds it. */
function textOfParagraph(node: Xml): string {
  return node.children
    .map((one): string => {
      if (typeof one === 'string') return one;
      if (/^(?:text:note|office:annotation|draw:)/.test(one.name)) return '';
      return /^text:(?:s|tab|line-break)$/.test(one.name) ? ' ' : textOfParagraph(one);
    })
    .join('');
}

/** The text of blocks, with spaces between them. */
function textOfBlocks(node: Xml): string {
  return allIn(node, 'text:p', 'text:h').map(textOfParagraph).join(' ');
}
