import type { PhrasingContent } from 'mdast';
import {
  type AuthorPlace,
  type Doubt,
  firstWords,
  type Look,
  openQuestion,
  type SourcePassage,
  type WordChange,
} from '../imported.ts';
import { type Atom, type RunFormat, textOfAtoms } from '../office/atoms.ts';
import type { Cell, OfficeBlock, ParagraphBlock } from '../office/blocks.ts';
import { boxDoubt, commentDoubt, formulaDoubt, pictureDoubt, pictureKindDoubt } from '../office/doubts.ts';
import { imageOf } from '../office/pictures.ts';
import { isSignFont, signOf } from '../office/signs.ts';
import { allIn, at, child, childrenOf, elements, textInside, valOf, type Xml } from '../office/xml.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import type { Comment } from './comments.ts';
import { type FieldMeaning, Fields, hasWholeFields, NoFields } from './fields.ts';
import type { WordNumbering } from './numbering.ts';
import { plainFormula, texOf } from './omml.ts';
import type { Relation } from './package.ts';
import type { Pictures, WordPicture } from './pictures.ts';
import { lookOfRun, type RunLook } from './run-look.ts';
import { isCalled, isOn, switchOf, type WordStyle, type WordStyles } from './styles.ts';

/** A field of a reference manager or of Word that cites. */
export interface CitationField {
  code: string;
  data: string | undefined;
  at: AuthorPlace;
}

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
    const words = firstWords(wordsOf(node));
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
    const look = this.look(properties, style, reader, isBoxed);
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

  private headingLevel(
    properties: Xml | undefined,
    style: WordStyle | undefined,
    atoms: readonly Atom[],
    from: AuthorPlace,
  ): number | undefined {
    if (isCalled(style, /^(?:title|subtitle|toc |toc heading)/i)) return undefined;
    const outline = this.reading.styles.ofParagraph(properties, 'w:outlineLvl')?.attributes['w:val'];
    let named: number | undefined;
    for (let one = style; one && named === undefined; one = one.base) {
      const level = /^heading ([1-9])\b/i.exec(one.name)?.[1];
      if (level) named = Number(level);
    }
    const level = named ?? (outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : undefined);
    if (level === undefined) return undefined;
    const text = textOfAtoms(atoms).trim();
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

  private look(
    properties: Xml | undefined,
    style: WordStyle | undefined,
    reader: ParagraphReader,
    isBoxed: boolean,
  ): Look {
    const { styles } = this.reading;
    const find = (name: string) => styles.ofParagraph(properties, name)?.attributes;
    const points = (value: string | undefined): number | undefined =>
      value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value) / 20;
    const look: Look = {};
    if (style && style !== styles.usual) look.style = style.name;
    const size = reader.usualSize();
    if (size !== undefined) look.size = size / 2;
    if (reader.letters > 0 && reader.bold === reader.letters) look.bold = true;
    if (reader.letters > 0 && reader.italic === reader.letters) look.italic = true;
    const color = reader.usualColor();
    if (color) look.color = color;
    const text = textOfAtoms(reader.atoms);
    const isTyped = /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
    if (reader.letters > 0 && (reader.capitals === reader.letters || isTyped)) look.capitals = true;
    const align = aligns[find('w:jc')?.['w:val'] ?? ''];
    if (align) look.align = align;
    const indent = find('w:ind') ?? {};
    const left = points(indent['w:left'] ?? indent['w:start']);
    const right = points(indent['w:right'] ?? indent['w:end']);
    if (left) look.left = left;
    if (right) look.right = right;
    const first = points(indent['w:firstLine']) ?? 0;
    const hanging = points(indent['w:hanging']) ?? 0;
    if (first - hanging !== 0) look.firstLine = hanging > 0 ? -hanging : first;
    const before = points(find('w:spacing')?.['w:before']);
    if (before) look.before = before;
    const outline = find('w:outlineLvl')?.['w:val'];
    if (outline !== undefined && Number(outline) < 9) look.outline = Number(outline) + 1;
    if (this.breaksPage || switchOf(styles.ofParagraph(properties, 'w:pageBreakBefore'))) look.pageBreakBefore = true;
    if (isBoxed) look.isBoxed = true;
    this.breaksPage = reader.endsPage;
    return look;
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
      words: firstWords(wordsOf(node)),
      ...(this.called ? { part: this.called } : {}),
    };
    const rows: Cell[][] = [];
    /** The cell above at each column that goes on downwards. */
    const open = new Map<number, Cell>();
    let headRows = 0;
    const isBox = allIn(node, 'w:tc').length === 1;
    for (const row of childrenOf(node, 'w:tr')) {
      const cells: Cell[] = [];
      let column = Number(valOf(child(row, 'w:trPr'), 'w:gridBefore') ?? 0) || 0;
      if (column > 0) cells.push({ blocks: [], columns: column, rows: 1 });
      for (const one of childrenOf(row, 'w:tc')) {
        const properties = child(one, 'w:tcPr');
        const columns = Math.min(Math.max(Number(valOf(properties, 'w:gridSpan') ?? 1) || 1, 1), 200);
        const merge = child(properties, 'w:vMerge');
        const above = open.get(column);
        if (merge && merge.attributes['w:val'] !== 'restart' && above && above.columns === columns) {
          above.rows++;
          // A cell that goes on has no words, but if it has some, they must not be lost.
          above.blocks.push(...this.cell(one, isBox));
        } else {
          const cell: Cell = { blocks: this.cell(one, isBox), columns, rows: 1 };
          const align = cell.blocks.find((block): block is ParagraphBlock => block.type === 'paragraph')?.look.align;
          if (align === 'center' || align === 'right') cell.align = align;
          cells.push(cell);
          if (merge) open.set(column, cell);
          else open.delete(column);
        }
        column += columns;
      }
      rows.push(cells);
      if (child(child(row, 'w:trPr'), 'w:tblHeader') && headRows === rows.length - 1) headRows++;
    }
    if (headRows === 0 && isFirstRowHead(at(node, 'w:tblPr/w:tblLook'))) headRows = 1;
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
      const code: PhrasingContent = { type: 'inlineCode', value: tex };
      reader.add({ type: 'node', node: code, format: around });
      const doubt = {
        confidence: isWhole ? 0.8 : 0.3,
        words,
        found: isWhole ? 'A formula' : 'A formula with a part that is not known',
        made: 'TeX, as code',
        node: code,
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

/** True for a text of sentences, which a heading is not, whatever its style. */
function isProse(text: string): boolean {
  return text.length > 400 || (text.length > 130 && (/[.;]$/.test(text) || /\p{Ll}{2}[.!?] \p{Lu}\p{Ll}/u.test(text)));
}

/** True if a section ends with a paragraph, and the next begins on a new page. */
function endsPageBySection(properties: Xml | undefined): boolean {
  const section = child(properties, 'w:sectPr');
  return section !== undefined && !/^(?:continuous|nextColumn)$/.test(valOf(section, 'w:type') ?? '');
}

function doubtOfPicture({ object, alt, isMachineAlt }: WordPicture, name: string, at: AuthorPlace): Doubt | undefined {
  if (/equation|mathtype/i.test(object ?? ''))
    return {
      rule: 'import-equation',
      confidence: 0.2,
      at,
      words: at.words,
      found: 'A formula of an old equation editor',
      made: name,
      fix: 'Write it in words, or make a picture of it.',
    };
  const ofKind = pictureKindDoubt(name, at);
  if (ofKind || alt !== '') return ofKind;
  const what = isMachineAlt ? 'A picture that only a machine described' : 'A picture without a description';
  return pictureDoubt(what, name, 0.8, at);
}

/**
 * The sign that a run has in place of its note's number; undefined if it has none. Whole words are not a sign: somebody
 * made their note by it, and they are words of the text.
 */
export function ownMarkOf(run: Xml): string | undefined {
  if (!run.children.some((one) => typeof one !== 'string' && isOn(one.attributes['w:customMarkFollows'] ?? '0')))
    return undefined;
  const mark = childrenOf(run, 'w:t').map(textOfRun).join('').trim();
  return mark.length <= 3 ? mark : undefined;
}

/** The pieces of a run, with a call that words follow as its mark behind them. */
function behindWords(pieces: Xml[]): Xml[] {
  const call = pieces.find(({ attributes }) => isOn(attributes['w:customMarkFollows'] ?? '0'));
  return call ? [...pieces.filter((one) => one !== call), call] : pieces;
}

/** The identifier of the note that a call leads to, `footnote 2`: either kind counts for itself. */
function idOfCall({ name, attributes }: Xml): string {
  return `${name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${attributes['w:id']}`;
}

function lastCall(run: Xml): string {
  const call = elements(run).findLast(({ name }) => /^w:(?:foot|end)noteReference$/.test(name));
  return call ? idOfCall(call) : '';
}

/** What is gathered of a paragraph while it is read. */
class ParagraphReader {
  readonly atoms: Atom[] = [];
  readonly anchors: string[] = [];
  readonly boxes: Xml[] = [];
  isReference = false;
  endsPage = false;
  letters = 0;
  bold = 0;
  italic = 0;
  capitals = 0;
  private readonly sizes = new Map<number, number>();
  private readonly colors = new Map<string, number>();

  constructor(
    readonly style: WordStyle | undefined,
    readonly from: AuthorPlace,
  ) {}

  add(atom: Atom): void {
    this.atoms.push(atom);
  }

  count(text: string, look: RunLook): void {
    const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length;
    this.letters += letters;
    if (look.isBold) this.bold += letters;
    if (look.isItalic) this.italic += letters;
    if (look.isCapitals) this.capitals += letters;
    this.sizes.set(look.size, (this.sizes.get(look.size) ?? 0) + letters);
    this.colors.set(look.color ?? '', (this.colors.get(look.color ?? '') ?? 0) + letters);
  }

  /** The size of most letters, in half-points. */
  usualSize(): number | undefined {
    return most(this.sizes);
  }

  /** The colour of most letters; empty for black. */
  usualColor(): string | undefined {
    return most(this.colors);
  }
}

function most<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let found: T | undefined;
  let count = -1;
  for (const [value, letters] of counts)
    if (letters > count) {
      found = value;
      count = letters;
    }
  return found;
}

/** The words of a text in a run: Word drops spaces at its ends unless they are to be kept. */
export function textOfRun(node: Xml): string {
  const [first, second] = node.children;
  const written = second === undefined && typeof first === 'string' ? first : node.children.join('');
  const text = /[\t\n\r]/.test(written) ? written.replace(/[\t\n\r]+/g, ' ') : written;
  if (node.attributes['xml:space'] === 'preserve') return text;
  let from = 0;
  let to = text.length;
  while (text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  return text.slice(from, to);
}

/** The first words of a paragraph, to name it by; those of fields’ codes are not among them. */
function wordsOf(node: Xml): string {
  let text = '';
  const walk = (one: Xml): void => {
    if (one.name === 'w:t' || one.name === 'm:t') text += textOfRun(one);
    else if (one.name === 'w:tab' || one.name === 'w:br' || one.name === 'w:cr') text += ' ';
    else if (one.name !== 'w:txbxContent' && one.name !== 'w:pPr' && one.name !== 'w:rPr')
      for (const inner of one.children) {
        if (text.length > 200 && /\S/.test(text)) return;
        if (typeof inner !== 'string') walk(inner);
      }
    if (one.name === 'w:p') text += ' ';
  };
  walk(node);
  return text;
}

function withoutBoxes(node: Xml): Xml {
  return {
    ...node,
    children: node.children
      .filter((one) => typeof one === 'string' || one.name !== 'w:txbxContent')
      .map((one) => (typeof one === 'string' ? one : withoutBoxes(one))),
  };
}

/** The names of styles of program code. */
const codeStyles = /^(?:source code|html preformatted|plain text|code)$/i;

const aligns: Record<string, Look['align']> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

function isFirstRowHead(look: Xml | undefined): boolean {
  const { 'w:firstRow': first, 'w:val': bits } = look?.attributes ?? {};
  if (first !== undefined) return first === '1' || first === 'true';
  return bits !== undefined && (Number.parseInt(bits, 16) & 0x20) !== 0;
}
