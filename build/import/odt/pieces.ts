import type { PhrasingContent } from 'mdast';
import { type AuthorPlace, openQuestion } from '../imported.ts';
import type { Atom, RunFormat } from '../office/atoms.ts';
import type { OfficeBlock } from '../office/blocks.ts';
import { commentDoubt, formulaDoubt, pictureDoubt, pictureKindDoubt } from '../office/doubts.ts';
import { imageOf } from '../office/pictures.ts';
import { allIn, child, childrenOf, elements, lineInside, textInside, type Xml } from '../office/xml.ts';
import { leaveWords, type OdtReading } from './reading.ts';
import { along, formatOf, type OdtStyle } from './styles.ts';

/** A paragraph that is being read. */
export interface OdtParagraph {
  atoms: Atom[];
  anchors: string[];
  from: AuthorPlace;
  style: OdtStyle | undefined;
}

/** Reads what stands within paragraphs: words and their looks, notes, comments, pictures, fields. */
export class OdtPieces {
  /** Text boxes that hang on the paragraph. */
  readonly boxed: Xml[] = [];
  /** Citations that are open, by the names of their marks. */
  private readonly cited = new Map<string, number>();

  constructor(
    private readonly reading: OdtReading,
    private readonly readNote: (body: Xml, isEndnote: boolean, number: string) => OfficeBlock[],
  ) {}

  /** Reads the pieces of a paragraph. The text boxes that hang on it are gathered. */
  read(node: Xml, into: OdtParagraph): void {
    this.inline(node, into, {});
    spaceFormulas(into.atoms);
  }

  private inline(node: Xml, into: OdtParagraph, around: RunFormat): void {
    for (const one of node.children) {
      if (typeof one === 'string') this.text(one.replace(/[\t\n\r ]+/g, ' '), into, around);
      else this.piece(one, into, around);
    }
  }

  private text(text: string, into: OdtParagraph, around: RunFormat): void {
    if (text === '') return;
    const format = { ...around };
    const [open] = this.cited.values();
    if (open !== undefined) format.cited = open;
    into.atoms.push({ type: 'text', text: text.replaceAll('\u00ad', ''), format });
  }

  private node(node: PhrasingContent, into: OdtParagraph, around: RunFormat): void {
    const [open] = this.cited.values();
    into.atoms.push({ type: 'node', node, format: open === undefined ? around : { ...around, cited: open } });
  }

  private piece(node: Xml, into: OdtParagraph, around: RunFormat): void {
    const { attributes } = node;
    switch (node.name) {
      case 'text:span': {
        const style = this.reading.styles.find('text', attributes['text:style-name']);
        if (along(style, 'text', 'text:display') === 'none') leaveWords(this.reading, textInside(node), 'hidden text');
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

  private note(node: Xml, into: OdtParagraph): void {
    const id = node.attributes['text:id'] ?? `note ${this.reading.notes.size + 1}`;
    const isEndnote = node.attributes['text:note-class'] === 'endnote';
    const key = this.reading.notes.has(id) ? `${id} ${this.reading.notes.size}` : id;
    this.reading.notes.set(key, []);
    this.reading.notesAt.set(id, key);
    const body = child(node, 'text:note-body');
    const number = textInside(child(node, 'text:note-citation'));
    if (body) this.reading.notes.set(key, this.readNote(body, isEndnote, number));
    into.atoms.push({ type: 'node', node: { type: 'footnoteReference', identifier: key, label: key }, format: {} });
  }

  private comment(node: Xml, into: OdtParagraph): void {
    const author = textInside(child(node, 'dc:creator')) || 'unknown';
    const words = [...allIn(node, 'text:p')].map(textInside).join(' ').trim();
    if (words === '' || node.attributes['?:resolved'] === 'true') return;
    into.atoms.push({ type: 'node', node: openQuestion('comment', `${author}: ${words}`), format: {} });
    this.reading.doubts.push(commentDoubt(author, words, into.from.words, into.from));
  }

  private frame(node: Xml, into: OdtParagraph, around: RunFormat): void {
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
  private shape(node: Xml, into: OdtParagraph, around: RunFormat): void {
    const inner = elements(node).filter(({ name }) => /^text:(?:p|list|h)$/.test(name));
    if (inner.length > 0) this.boxed.push({ name: 'draw:text-box', attributes: {}, children: inner });
    for (const one of elements(node)) if (one.name.startsWith('draw:')) this.piece(one, into, around);
  }
}

/** Parts formulas, which are code, from words that touch them. */
function spaceFormulas(atoms: readonly Atom[]): void {
  for (const [i, atom] of atoms.entries()) {
    if (atom.type !== 'node' || atom.node.type !== 'inlineCode') continue;
    const [before, after] = [atoms[i - 1], atoms[i + 1]];
    if (before?.type === 'text' && /[\p{L}\p{N}]$/u.test(before.text)) before.text += ' ';
    if (after?.type === 'text' && /^[\p{L}\p{N}]/u.test(after.text)) after.text = ` ${after.text}`;
  }
}
