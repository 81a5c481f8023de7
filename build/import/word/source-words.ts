import type { AuthorPlace, SourcePassage } from '../imported.ts';
import { firstWords } from '../imported.ts';
import { isSignFont, signOf } from '../office/signs.ts';
import { allIn, child, childrenOf, elements, textInside, type Xml } from '../office/xml.ts';
import { textOfTree } from '../words-of-manuscript.ts';
import { hasWholeFields } from './fields.ts';
import { ownMarkOf } from './note-calls.ts';
import { plainFormula, texOf } from './omml.ts';
import { lookOfRun } from './run-look.ts';
import { textOfRun } from './run-text.ts';
import type { WordStyles } from './styles.ts';

/**
 * The words of a text of a Word file, paragraph by paragraph, by a walk of its own over the XML as it is in the file:
 * what the reader of the text loses is therefore seen. Deleted words (or, where changes are rejected, inserted ones)
 * are not among them, and of alternatives only one.
 */
export function wordPassages(
  root: Xml,
  part: string | undefined,
  how: 'accept' | 'reject',
  styles: WordStyles,
): SourcePassage[] {
  const walker = new Walker(part, how, styles, hasWholeFields(root));
  walker.walk(root);
  walker.end();
  return walker.passages;
}

class Walker {
  readonly passages: SourcePassage[] = [];
  private text = '';
  private count = 0;
  /** For each field around, whether its result has begun. */
  private readonly fields: boolean[] = [];
  /** Raised words that have no end yet. */
  private raised = '';
  /** Hidden words of the paragraph, which are none of its text. */
  private hidden = '';

  constructor(
    private readonly part: string | undefined,
    private readonly how: 'accept' | 'reject',
    private readonly styles: WordStyles,
    private readonly hasFields: boolean,
  ) {}

  /** Ends a paragraph. */
  end(): void {
    this.endRaised();
    const text = this.text.replace(/\s+/g, ' ').trim();
    const hidden = this.hidden.trim();
    this.text = this.hidden = '';
    if (text !== '') this.count++;
    const at: AuthorPlace = {
      paragraph: Math.max(this.count, 1),
      words: firstWords(text || hidden),
      ...(this.part ? { part: this.part } : {}),
    };
    for (const one of [text, hidden]) if (one !== '') this.passages.push({ text: one, at });
  }

  /** Raised figures are words of their own. */
  private endRaised(): void {
    if (this.raised === '') return;
    this.text += /^[\d\s,;]+$/.test(this.raised) ? ` ${this.raised} ` : this.raised;
    this.raised = '';
  }

  private add(text: string, isRaised = false, isHidden = false): void {
    if (this.fields.some((hasBegun) => !hasBegun)) return;
    if (isHidden) {
      this.hidden += text;
      return;
    }
    if (isRaised) {
      this.raised += text;
      return;
    }
    this.endRaised();
    this.text += text;
  }

  walk(node: Xml): void {
    for (const one of node.children) if (typeof one !== 'string') this.one(one);
  }

  private one(node: Xml): void {
    switch (node.name) {
      case 'w:p': {
        this.walk(node);
        if (!this.markGoes(node)) this.end();
        return;
      }
      case 'a:blip':
      case 'v:imagedata':
        this.add(' ');
        return;
      case 'w:txbxContent':
        this.aside(node);
        return;
      case 'w:tc':
      case 'w:tbl':
        this.end();
        if (this.rowGoes(node)) return;
        this.walk(node);
        this.end();
        return;
      case 'w:tr':
        if (!this.rowGoes(node)) this.walk(node);
        return;
      case 'w:del':
      case 'w:moveFrom':
        if (this.how === 'reject') this.walk(node);
        return;
      case 'w:ins':
      case 'w:moveTo':
        if (this.how === 'accept') this.walk(node);
        return;
      case 'mc:AlternateContent': {
        const all = elements(node);
        const best = all.find(
          (one) => allIn(one, 'w:txbxContent', 'a:blip', 'v:imagedata', 'w:t', 'm:oMath', 'w:sym').length > 0,
        );
        if (best) this.walk(best);
        return;
      }
      case 'w:sdt':
        if (!child(child(node, 'w:sdtPr'), 'w:showingPlcHdr')) this.walk(node);
        return;
      case 'w:fldSimple':
        this.walk(node);
        return;
      case 'm:oMathPara':
        // A displayed formula stands apart from the words around it, a plain one does not.
        for (const formula of childrenOf(node, 'm:oMath')) {
          const space = plainFormula(formula) ? '' : ' ';
          this.add(space);
          this.one(formula);
          this.add(space);
        }
        return;
      case 'm:oMath': {
        if (textInside(node).trim() === '') return;
        const plain = plainFormula(node);
        this.add(plain ? textOfTree({ type: 'emphasis', children: plain }) : texOf(node).tex);
        return;
      }
      case 'w:r':
        this.run(node);
        return;
      case 'w:pPr':
      case 'w:rPr':
      case 'w:rt':
        return;
      default:
        this.walk(node);
    }
  }

  private run(run: Xml): void {
    const properties = child(run, 'w:rPr');
    // To know how a run looks takes long, and matters for few.
    const isPlain = !properties || !elements(properties).some(matters);
    const look = isPlain ? undefined : lookOfRun(properties, undefined, this.styles);
    const isRaised = look?.format.raised === 'super';
    const isHidden = look?.isHidden === true;
    const hasOwnMark = ownMarkOf(run) !== undefined;
    for (const one of run.children) {
      if (typeof one === 'string') continue;
      switch (one.name) {
        case 'w:t':
        case 'w:delText':
          if (one.name === 'w:delText' && this.how === 'accept') break;
          if (!hasOwnMark) this.add(signed(textOfRun(one), look?.font).replaceAll('\u00ad', ''), isRaised, isHidden);
          break;
        case 'w:tab':
        case 'w:ptab':
          this.add(' ', false, isHidden);
          break;
        case 'w:br':
        case 'w:cr':
          this.add(' ');
          break;
        case 'w:noBreakHyphen':
          this.add('\u2011', false, isHidden);
          break;
        case 'w:sym': {
          const code = Number.parseInt(one.attributes['w:char'] ?? '', 16);
          this.add(signOf(code, one.attributes['w:font'] ?? '') ?? '', isRaised, isHidden);
          break;
        }
        case 'w:fldChar':
          this.field(one.attributes['w:fldCharType']);
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          this.endRaised();
          break;
        default:
          this.one(one);
      }
    }
  }

  private field(kind: string | undefined): void {
    if (!this.hasFields) return;
    if (kind === 'begin') this.fields.push(false);
    else if (kind === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = true;
    else if (kind === 'end') this.fields.pop();
  }

  /** A text box, whose paragraphs are none of the paragraph that it hangs on. */
  private aside(node: Xml): void {
    const { text, raised, hidden } = this;
    this.text = this.raised = this.hidden = '';
    this.walk(node);
    this.end();
    this.text = text;
    this.raised = raised;
    this.hidden = hidden;
  }

  private markGoes(paragraph: Xml): boolean {
    const mark = child(child(paragraph, 'w:pPr'), 'w:rPr');
    return (this.how === 'accept' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo']).some((name) => child(mark, name));
  }

  private rowGoes(node: Xml): boolean {
    if (node.name === 'w:tr')
      return child(child(node, 'w:trPr'), this.how === 'accept' ? 'w:del' : 'w:ins') !== undefined;
    return (
      node.name === 'w:tc' &&
      child(child(node, 'w:tcPr'), this.how === 'accept' ? 'w:cellDel' : 'w:cellIns') !== undefined
    );
  }
}

/** True for a property by which a run may be raised, hidden, or in a font of signs. */
function matters({ name, attributes }: Xml): boolean {
  if (name === 'w:rFonts') return isSignFont(attributes['w:ascii'] ?? attributes['w:hAnsi']);
  return name === 'w:vanish' || name === 'w:vertAlign' || name === 'w:position' || name === 'w:rStyle';
}

/** A text in which signs of a symbol font are the characters that they mean. */
function signed(text: string, font: string | undefined): string {
  if (!isSignFont(font) || !/[\uf000-\uf0ff]/u.test(text)) return text;
  return text.replace(/[\uf000-\uf0ff]/gu, (sign) => signOf(sign.codePointAt(0) as number, font ?? '') ?? sign);
}
