import { type AuthorPlace, firstWords } from '../imported.ts';
import { type Atom, type RunFormat, textOfAtoms } from '../office/atoms.ts';
import type { ListMark, OfficeBlock, ParagraphBlock } from '../office/blocks.ts';
import { boxDoubt } from '../office/doubts.ts';
import { child, elements, type Xml } from '../office/xml.ts';
import { textOfParagraph, wordsOfBlocks } from './block-text.ts';
import { markOfItem } from './list-mark.ts';
import { OdtPieces } from './pieces.ts';
import { leaveWords, type OdtReading } from './reading.ts';
import { along, chosen, isBold, odtLook } from './styles.ts';
import { rowsOfOdtTable } from './table-rows.ts';

/** Reads a text of an OpenDocument file as blocks. */
export class OdtStory {
  private paragraphs = 0;
  private lists = 0;
  private readonly pieces: OdtPieces;

  constructor(
    private readonly reading: OdtReading,
    private readonly part?: string,
  ) {
    this.pieces = new OdtPieces(reading, (body, isEndnote, number) => {
      const kind = isEndnote ? 'endnote' : 'footnote';
      return new OdtStory(reading, `${kind} ${number}`.trim()).blocks(body);
    });
  }

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
          leaveWords(this.reading, wordsOfBlocks(node), 'contents list or index, which is made again');
          return [];
        case 'draw:frame':
          return this.paragraph({ name: 'text:p', attributes: {}, children: [node] }, undefined, isReference);
        case 'text:index-title':
          return this.blocks(node);
        case 'text:index-body':
        case 'text:numbered-paragraph':
          return this.blocks(node, isReference);
        default:
          return [];
      }
    });
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
    this.pieces.read(node, { atoms, anchors, from, style });
    const boxes = this.pieces.boxed.splice(0).flatMap((box) => this.box(box, from));
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
        mark = markOfItem(rule, key, level, value);
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
      words: firstWords(wordsOfBlocks(node)),
      ...(this.part ? { part: this.part } : {}),
    };
    const { rows, headRows } = rowsOfOdtTable(node, (cell) => this.blocks(cell));
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
}
