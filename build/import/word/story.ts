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
import type { OfficeBlock, ParagraphBlock } from '../office/blocks.ts';
import { boxDoubt, commentDoubt, formulaDoubt, pictureDoubt } from '../office/doubts.ts';
import { imageOf } from '../office/pictures.ts';
import { isSignFont, signOf } from '../office/signs.ts';
import { allIn, child, childrenOf, elements, textInside, valOf, type Xml } from '../office/xml.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import type { Comment } from './comments.ts';
import { type FieldMeaning, Fields, hasWholeFields, NoFields } from './fields.ts';
import { behindWords, idOfCall, lastCall, ownMarkOf } from './note-calls.ts';
import type { WordNumbering } from './numbering.ts';
import { plainFormula, texOf } from './omml.ts';
import type { Relation } from './package.ts';
import { endsPageBySection, headingLevel, isProse, lookOfParagraph } from './paragraph-look.ts';
import { ParagraphReader } from './paragraph-reader.ts';
import { doubtOfPicture } from './picture-doubt.ts';
import type { Pictures, WordPicture } from './pictures.ts';
import { lookOfRun, type RunLook } from './run-look.ts';
import { textOfRun, wordsOfRuns } from './run-text.ts';
import { isCalled, switchOf, type WordStyle, type WordStyles } from './styles.ts';
import { rowsOfTable } from './table-rows.ts';

/** A field of a reference manager or of Word that cites. */
export interface CitationField {
  code: string;
  data: string | undefined;
  at: AuthorPlace;
}

/** The names of styles of program code. */
const codeStyles = /^(?:source code|html preformatted|plain text|code)$/i;

/** State that all texts of a file share while they are read: the running text, and each note. */
export interface Reading {
  styles: WordStyles;
  numbering: WordNumbering;
  pictures: Pictures;
  comments: ReadonlyMap<string, Comment>;
  /** Comments whose place in the text was found. */
  placed: Set<string>;
  /** The identifiers of called notes, `footnote 2`, in the order of their first calls. */
  called: Set<string>;
  /** The signs of notes that have no number. */
  marks: Map<string, string>;
  citations: CitationField[];
  /** Bookmarks around the call of a note, with the note. */
  notesAt: Map<string, string>;
  doubts: Doubt[];
  changes: WordChange[];
  boxes: { count: number };
  /** What pictures are said to show, which is words of the manuscript. */
  alternatives: SourcePassage[];
}

/** Reads a text of a Word file, without tracked changes and wrappers, as blocks. */
export class Story {
  private fields = new Fields();
  private paragraphs = 0;
  /** Bookmarks that are open, by id, for those around the call of a note. */
  private readonly openBookmarks = new Map<string, string>();
  private readonly openComments = new Map<string, string>();
  private breaksPage = false;
  /** Cells within each other that are being read. */
  private cells = 0;

  constructor(
    private readonly reading: Reading,
    private readonly part: string,
    private readonly relations: ReadonlyMap<string, Relation>,
    /** What a place in this text is called; undefined for the running text. */
    private readonly called?: string,
  ) {}

  /** The blocks of a whole text, a note or a box. */
  read(container: Xml, isBoxed = false): OfficeBlock[] {
    if (!hasWholeFields(container)) this.fields = new NoFields();
    return this.blocks(container, isBoxed);
  }

  private blocks(container: Xml, isBoxed = false): OfficeBlock[] {
    return elements(container).flatMap((node): OfficeBlock[] => {
      if (node.name === 'w:p') return this.paragraph(node, isBoxed);
      if (node.name === 'w:tbl') return this.table(node, isBoxed);
      if (node.name === 'm:oMathPara' || node.name === 'm:oMath')
        return this.paragraph({ name: 'w:p', attributes: {}, children: [node] }, isBoxed);
      if (node.name === 'w:bookmarkStart' || node.name === 'w:bookmarkEnd') this.bookmark(node);
      return [];
    });
  }

  private paragraph(node: Xml, isBoxed: boolean): OfficeBlock[] {
    const properties = child(node, 'w:pPr');
    const { styles } = this.reading;
    const style = styles.find(valOf(properties, 'w:pStyle')) ?? styles.usual;
    const words = firstWords(wordsOfRuns(node));
    if (words !== '') this.paragraphs++;
    const from: AuthorPlace = {
      paragraph: Math.max(this.paragraphs, 1),
      words,
      ...(this.called ? { part: this.called } : {}),
    };
    const reader = new ParagraphReader(style, from);
    this.inline(elements(node), reader, {});
    const number = this.reading.numbering.next(properties, style);
    const after = reader.boxes.flatMap((box) => this.box(box, from));
    if (endsPageBySection(properties)) reader.endsPage = true;
    const isLeftOut = reader.atoms.length === 0;
    if (isLeftOut) {
      if (reader.endsPage || switchOf(child(properties, 'w:pageBreakBefore'))) this.breaksPage = true;
      return after;
    }
    const look = lookOfParagraph(properties, style, reader, styles);
    if (this.breaksPage) look.pageBreakBefore = true;
    if (isBoxed) look.isBoxed = true;
    this.breaksPage = reader.endsPage;
    const block: ParagraphBlock = { type: 'paragraph', atoms: reader.atoms, look, from, anchors: reader.anchors };
    if (reader.isReference) block.isReference = true;
    // Notes and cells have no headings, whatever their styles are called.
    const level = this.mayHaveHeadings ? this.headingLevel(properties, style, reader.atoms, from) : undefined;
    if (level !== undefined) {
      block.heading = level;
      look.isCertain = true;
      if (number && number.format !== 'bullet' && number.label) look.label = number.label;
    } else if (number && number.format !== 'none') block.list = number;
    else if (isCalled(style, /^(?:(?:intense )?quote|block ?(?:text|quote)|quotation)/i)) {
      block.kind = 'quotation';
      look.isCertain = true;
    } else if (isCalled(style, codeStyles)) block.kind = 'code';
    else if (isCalled(style, /^(?:caption|table caption|image caption|figure caption)$/i)) look.isCertain = true;
    return [block, ...after];
  }

  /** The level of a heading. Text that only has its style is none, and reported. */
  private headingLevel(
    properties: Xml | undefined,
    style: WordStyle | undefined,
    atoms: readonly Atom[],
    from: AuthorPlace,
  ): number | undefined {
    const level = headingLevel(properties, style, this.reading.styles);
    const text = level === undefined ? '' : textOfAtoms(atoms).trim();
    if (!isProse(text)) return text === '' ? undefined : level;
    this.reading.doubts.push({
      rule: 'import-heading',
      confidence: 0.85,
      at: from,
      words: from.words,
      found: 'A paragraph of text in the style of a heading',
      made: 'paragraph',
      fix: 'Make a heading of it in the manuscript, if it is one.',
    });
    return undefined;
  }

  private box(content: Xml, from: AuthorPlace): OfficeBlock[] {
    const number = ++this.reading.boxes.count;
    const story = new Story(this.reading, this.part, this.relations, `text box ${number}`);
    const blocks = story.read(content, true);
    if (blocks.length > 0) this.reading.doubts.push(boxDoubt(blocks, from));
    return blocks;
  }

  private get mayHaveHeadings(): boolean {
    return this.cells === 0 && !/^(?:foot|end)note/.test(this.called ?? '');
  }

  private table(node: Xml, isBoxed: boolean): OfficeBlock[] {
    const from: AuthorPlace = {
      paragraph: this.paragraphs + 1,
      words: firstWords(wordsOfRuns(node)),
      ...(this.called ? { part: this.called } : {}),
    };
    const isBox = allIn(node, 'w:tc').length === 1;
    const { rows, headRows } = rowsOfTable(node, (cell) => this.cell(cell, isBox));
    if (rows.every((cells) => cells.every(({ blocks }) => blocks.length === 0))) return [];
    const [only] = rows.flat();
    if (only && rows.flat().length === 1 && isBoxed) return only.blocks;
    return [{ type: 'table', rows, headRows, from }];
  }

  /** The blocks of a cell; a table of one cell is a box, which may have headings. */
  private cell(node: Xml, isBox: boolean): OfficeBlock[] {
    if (!isBox) this.cells++;
    const blocks = this.blocks(node);
    if (!isBox) this.cells--;
    return blocks;
  }

  private bookmark(node: Xml, reader?: ParagraphReader): void {
    const id = node.attributes['w:id'] ?? '';
    if (node.name === 'w:bookmarkEnd') {
      this.openBookmarks.delete(id);
      return;
    }
    const name = node.attributes['w:name'] ?? '';
    this.openBookmarks.set(id, name);
    if (reader) reader.anchors.push(name);
    else this.waiting.push(name);
  }

  /** Bookmarks that stand between paragraphs. */
  private readonly waiting: string[] = [];

  private inline(nodes: readonly Xml[], reader: ParagraphReader, around: RunFormat): void {
    if (this.waiting.length > 0) reader.anchors.push(...this.waiting.splice(0));
    for (const node of nodes) {
      switch (node.name) {
        case 'w:r':
          this.run(node, reader, around);
          break;
        case 'w:hyperlink': {
          const relation = this.relations.get(node.attributes['r:id'] ?? '');
          const anchor = node.attributes['w:anchor'];
          const target = `${relation?.isOutside ? relation.target : ''}${anchor === undefined ? '' : `#${anchor}`}`;
          this.inline(elements(node), reader, target ? { ...around, link: target } : around);
          break;
        }
        case 'w:bookmarkStart':
        case 'w:bookmarkEnd':
          this.bookmark(node, reader);
          break;
        case 'w:commentRangeStart':
          this.openComments.set(node.attributes['w:id'] ?? '', '');
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.formula(node, reader, around);
          break;
        case 'w:pPr':
        case 'w:commentRangeEnd':
          break;
        default:
          if (node.name !== 'w:rPr') this.inline(elements(node), reader, around);
      }
    }
  }

  private formula(node: Xml, reader: ParagraphReader, around: RunFormat): void {
    if (this.fields.isCode) return;
    const formulas = node.name === 'm:oMath' ? [node] : childrenOf(node, 'm:oMath');
    for (const [i, formula] of formulas.entries()) {
      const words = textInside(formula).trim();
      if (words === '') continue;
      const plain = plainFormula(formula);
      const left = this.leftOut();
      if (left) {
        this.leave(plain ? textOfTree({ type: 'emphasis', children: plain }) : texOf(formula).tex, reader, left);
        continue;
      }
      if (i > 0) reader.add({ type: 'node', node: { type: 'break' }, format: {} });
      if (plain) {
        for (const one of plain) reader.add({ type: 'node', node: one, format: around });
        continue;
      }
      const { tex, isWhole } = texOf(formula);
      const made: PhrasingContent = {
        type: 'formula',
        value: tex,
        ...(node.name === 'm:oMathPara' ? { data: { isDouble: true } } : {}),
      };
      reader.add({ type: 'node', node: made, format: around });
      const doubt = {
        confidence: isWhole ? 0.8 : 0.3,
        words,
        found: isWhole ? 'A formula' : 'A formula with a part that is not known',
        made: 'TeX',
        node: made,
      };
      this.reading.doubts.push(formulaDoubt(doubt, reader.from));
    }
  }

  private run(node: Xml, reader: ParagraphReader, around: RunFormat): void {
    const look = lookOfRun(child(node, 'w:rPr'), reader.style, this.reading.styles);
    // The sign of a note with a mark of its own stands in the run of its call, and at the head of the note.
    const mark = ownMarkOf(node);
    if (mark === undefined) {
      for (const one of behindWords(elements(node))) this.piece(one, look, reader, around);
      return;
    }
    for (const one of elements(node)) if (one.name !== 'w:t') this.piece(one, look, reader, around);
    if (!this.fields.isCode) this.reading.marks.set(lastCall(node), mark);
  }

  private piece(node: Xml, look: RunLook, reader: ParagraphReader, around: RunFormat): void {
    switch (node.name) {
      case 'w:fldChar': {
        const ended = this.fields.mark(node);
        if (ended?.kind === 'sign') this.sign(ended.code, ended.font, look, reader, around);
        if (node.attributes['w:fldCharType'] === 'separate') this.beginCitation(reader);
        return;
      }
      case 'w:instrText':
        this.fields.code(textInside(node));
        return;
      case 'w:commentReference':
        this.comment(node.attributes['w:id'] ?? '', reader);
        return;
      default:
    }
    if (this.fields.isCode) return;
    switch (node.name) {
      case 'w:t':
        this.text(textOfRun(node), look, reader, around);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.text(isCalled(reader.style, codeStyles) ? '\t' : ' ', look, reader, around);
        return;
      case 'w:br':
        if (node.attributes['w:type'] === 'page') reader.endsPage = true;
        this.node({ type: 'break' }, look, reader, around);
        return;
      case 'w:cr':
        this.node({ type: 'break' }, look, reader, around);
        return;
      case 'w:noBreakHyphen':
        this.text('\u2011', look, reader, around);
        return;
      case 'w:sym':
        this.sign(
          Number.parseInt(node.attributes['w:char'] ?? '', 16),
          node.attributes['w:font'] ?? '',
          look,
          reader,
          around,
        );
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.call(node, reader, around);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.drawing(node, reader, around);
        return;
      case 'm:oMath':
        this.formula(node, reader, around);
        return;
      default:
        // A run in a run, as some programs write.
        if (node.name === 'w:r') this.run(node, reader, around);
    }
  }

  private text(text: string, look: RunLook, reader: ParagraphReader, around: RunFormat): void {
    if (text === '') return;
    if (look.isHidden) {
      this.leave(text, reader, 'hidden text');
      return;
    }
    const left = this.leftOut();
    if (left) {
      this.leave(text, reader, left);
      return;
    }
    if (isSignFont(look.font) && /^[\uf000-\uf0ff\s]+$/u.test(text) && /\S/.test(text)) {
      for (const sign of text) this.sign(sign.codePointAt(0) as number, look.font ?? '', look, reader, around);
      return;
    }
    reader.count(text, look);
    reader.add({ type: 'text', text: text.replaceAll('\u00ad', ''), format: this.format(look, around, reader) });
    for (const [id, words] of this.openComments) this.openComments.set(id, words + text);
  }

  private node(node: PhrasingContent, look: RunLook, reader: ParagraphReader, around: RunFormat): void {
    if (look.isHidden || this.leftOut()) return;
    reader.add({ type: 'node', node, format: this.format(look, around, reader) });
  }

  /** Leaves words out of the manuscript, on purpose. */
  private leave(text: string, reader: ParagraphReader, why: string): void {
    const last = this.reading.changes.at(-1);
    if (last?.at === reader.from && last.why === why) last.from += text;
    else this.reading.changes.push({ from: text, to: '', at: reader.from, why });
  }

  private leftOut(): string | undefined {
    for (const one of this.fields.around) if (one.kind === 'left out') return one.why;
    return undefined;
  }

  /** How words look, with the links and citations that they belong to. */
  private format(look: RunLook, around: RunFormat, reader: ParagraphReader): RunFormat {
    const format: RunFormat = { ...look.format, ...around };
    for (const meaning of this.fields.around) this.mean(meaning, format, reader);
    if (look.lang) format.lang = look.lang;
    return format;
  }

  private mean(meaning: FieldMeaning, format: RunFormat, reader: ParagraphReader): void {
    if (meaning.kind === 'link') format.link = meaning.target;
    else if (meaning.kind === 'reference')
      format.link = `${meaning.of}${meaning.isRaised ? ' raised' : ''}:${meaning.bookmark}`;
    else if (meaning.kind === 'citation') {
      const place = this.citationsOf.get(meaning);
      if (place !== undefined) format.cited = place;
    } else if (meaning.kind === 'bibliography') reader.isReference = true;
  }

  private readonly citationsOf = new Map<FieldMeaning, number>();

  private beginCitation(reader: ParagraphReader): void {
    const meaning = this.fields.around.at(-1);
    if (meaning?.kind !== 'citation') return;
    this.citationsOf.set(meaning, this.reading.citations.length);
    this.reading.citations.push({ code: meaning.code, data: meaning.data, at: reader.from });
  }

  private sign(code: number, font: string, look: RunLook, reader: ParagraphReader, around: RunFormat): void {
    const sign = signOf(code, font);
    const plain: RunLook = { ...look, font: undefined };
    if (sign !== undefined) {
      this.text(sign, plain, reader, around);
      return;
    }
    this.text('\ufffd', plain, reader, around);
    this.reading.doubts.push({
      rule: 'import-sign',
      confidence: 0.1,
      at: reader.from,
      words: reader.from.words,
      found: `A sign of the font ${font || 'that is not named'}, number ${Number.isNaN(code) ? '?' : code.toString(16).toUpperCase()}, that has no known character`,
      made: '\ufffd',
      fix: 'Put the character there that the author’s file shows.',
    });
  }

  private call(node: Xml, reader: ParagraphReader, around: RunFormat): void {
    if (this.leftOut()) return;
    const id = idOfCall(node);
    this.reading.called.add(id);
    for (const name of this.openBookmarks.values())
      if (!this.reading.notesAt.has(name)) this.reading.notesAt.set(name, id);
    const format: RunFormat = around.link === undefined ? {} : { link: around.link };
    reader.add({ type: 'node', node: { type: 'footnoteReference', identifier: id, label: id }, format });
  }

  private comment(id: string, reader: ParagraphReader): void {
    const comment = this.reading.comments.get(id);
    const about = this.openComments.get(id);
    this.openComments.delete(id);
    this.reading.placed.add(id);
    if (!comment || comment.isResolved || comment.words === '') return;
    const on = about ? ` on “${firstWords(about)}”` : '';
    const node = openQuestion('comment', `${comment.author}${on}: ${comment.words}`);
    reader.add({ type: 'node', node, format: {} });
    this.reading.doubts.push(commentDoubt(comment.author, comment.words, about || reader.from.words, reader.from));
  }

  private drawing(node: Xml, reader: ParagraphReader, around: RunFormat): void {
    if (this.leftOut()) return;
    const boxes = allIn(node, 'w:txbxContent');
    reader.boxes.push(
      ...boxes.filter((box) => !boxes.some((other) => other !== box && allIn(other, 'w:txbxContent').includes(box))),
    );
    const outside = boxes.length > 0 ? withoutBoxes(node) : node;
    const pictures = this.reading.pictures.in(outside, this.part);
    for (const picture of pictures) this.picture(picture, reader, around);
    const chart = allIn(outside, 'c:chart', 'dgm:relIds')[0];
    if (chart && pictures.length === 0)
      this.reading.doubts.push(
        pictureDoubt(chart.name === 'c:chart' ? 'A chart' : 'A drawing of SmartArt', 'nothing', 0, reader.from),
      );
  }

  private picture(picture: WordPicture, reader: ParagraphReader, around: RunFormat): void {
    const { doubts, alternatives } = this.reading;
    const { name, alt } = picture;
    if (!name) {
      const what = `A picture that is not in the file${picture.isOutside ? ', but somewhere else' : ''}`;
      doubts.push(pictureDoubt(what, 'nothing', 0, reader.from));
      return;
    }
    if (alt !== '') alternatives.push({ text: alt, at: reader.from });
    reader.add({
      type: 'node',
      node: imageOf(name, alt, picture.width),
      format: around.link === undefined ? {} : { link: around.link },
    });
    const doubt = doubtOfPicture(picture, name, reader.from);
    if (doubt) doubts.push(doubt);
  }
}

function withoutBoxes(node: Xml): Xml {
  return {
    ...node,
    children: node.children
      .filter((one) => typeof one === 'string' || one.name !== 'w:txbxContent')
      .map((one) => (typeof one === 'string' ? one : withoutBoxes(one))),
  };
}
