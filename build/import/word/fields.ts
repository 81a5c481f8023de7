import { textInside, type Xml } from '../office/xml.ts';

/** The meaning that a field of Word gives its words. */
export type FieldMeaning =
  | { kind: 'plain' }
  | { kind: 'link'; target: string }
  /** A reference to a bookmark: its words, its page, or the number of its note. */
  | { kind: 'reference'; of: 'words' | 'page' | 'note'; bookmark: string; isRaised: boolean }
  /** A contents list or an index, which is made again. */
  | { kind: 'left out'; why: string }
  | { kind: 'citation'; code: string; data: string | undefined }
  | { kind: 'bibliography' }
  | { kind: 'sign'; code: number; font: string };

interface OpenField {
  code: string;
  /** The data beside the code, base64; EndNote keeps works there. */
  data: string | undefined;
  meaning: FieldMeaning | undefined;
}

/**
 * Follows the fields of a text from run to run: each begins, has a code, perhaps a result, and an end, and stands in
 * others. A field goes on over paragraphs.
 */
export class Fields {
  private readonly open: OpenField[] = [];

  /** A mark of a field. Gives the meaning of a field that ends without having shown anything. */
  mark(node: Xml): FieldMeaning | undefined {
    const kind = node.attributes['w:fldCharType'];
    const last = this.open.at(-1);
    if (kind === 'begin') {
      const data = node.children.find((one): one is Xml => typeof one !== 'string' && one.name === 'w:fldData');
      this.open.push({ code: '', data: data && textInside(data), meaning: undefined });
    } else if (kind === 'separate' && last) last.meaning = meaningOf(last);
    else if (kind === 'end') {
      const ended = this.open.pop();
      const outer = this.open.at(-1);
      // EndNote keeps the works of a citation in a field within its code.
      if (ended && outer && !outer.meaning) outer.data ??= ended.data;
      if (ended && !ended.meaning && !this.isCode) return meaningOf(ended);
    }
    return undefined;
  }

  /** A piece of a field’s code. */
  code(text: string): void {
    const last = this.open.at(-1);
    if (last && !last.meaning) last.code += text;
  }

  /** True where words belong to the code of a field, and are none of the text. */
  get isCode(): boolean {
    return this.open.some(({ meaning }) => !meaning);
  }

  /** The meanings of the fields around, from the outermost. */
  get around(): FieldMeaning[] {
    return this.open.flatMap(({ meaning }) => meaning ?? []);
  }
}

/** The fields of a text in which not every field ends: none, so that no words are taken for a code. */
export class NoFields extends Fields {
  override mark(): undefined {
    return undefined;
  }

  override code(): void {}
}

/** A field in pieces, as Word writes it: its code, perhaps with data beside it, and what it shows. */
export function fieldInPieces(code: string, shown: readonly (Xml | string)[], data: Xml[] = []): (Xml | string)[] {
  const run = (inside: Xml): Xml => ({ name: 'w:r', attributes: {}, children: [inside] });
  const mark = (kind: string, children: Xml[] = []): Xml =>
    run({ name: 'w:fldChar', attributes: { 'w:fldCharType': kind }, children });
  const instruction = run({ name: 'w:instrText', attributes: {}, children: [code] });
  return [mark('begin', data), instruction, mark('separate'), ...shown, mark('end')];
}

/** True if every field in an element ends in it. */
export function hasWholeFields(container: Xml): boolean {
  return fieldsLeftOpen(container, 0) === 0;
}

/** How many fields are open behind an element, if so many are before it; -1 if more end than begin. */
function fieldsLeftOpen(node: Xml, before: number): number {
  let open = before;
  for (const one of node.children) {
    if (typeof one === 'string') continue;
    if (one.name === 'w:fldChar') {
      const kind = one.attributes['w:fldCharType'];
      if (kind === 'begin') open++;
      else if (kind === 'end') open--;
    } else if (one.children.length > 0) open = fieldsLeftOpen(one, open);
    if (open < 0) return -1;
  }
  return open;
}

function meaningOf({ code, data }: OpenField): FieldMeaning {
  const [name = '', ...rest] = wordsOf(code);
  const word = name.toUpperCase();
  const argument = rest.find((one) => !one.startsWith('\\')) ?? '';
  if (word === 'HYPERLINK') {
    const anchorAt = rest.findIndex((one) => one.toLowerCase() === '\\l');
    const anchor = anchorAt < 0 ? undefined : rest[anchorAt + 1];
    const address = rest[0]?.startsWith('\\') ? '' : (rest[0] ?? '');
    return { kind: 'link', target: anchor === undefined ? address : `${address}#${anchor}` };
  }
  if (word === 'REF' || word === 'PAGEREF' || word === 'NOTEREF' || word === 'FTNREF') {
    const of = word === 'REF' ? 'words' : word === 'PAGEREF' ? 'page' : 'note';
    return { kind: 'reference', of, bookmark: argument, isRaised: rest.some((one) => one.toLowerCase() === '\\f') };
  }
  if (word === 'TOC' || word === 'INDEX' || word === 'TOA') return { kind: 'left out', why: leftOut[word] };
  if (/^(?:TC|XE|TA|RD|ASK|SET)$/.test(word)) return { kind: 'left out', why: 'entry of an index' };
  if (word === 'SYMBOL') {
    const font = rest[rest.findIndex((one) => one.toLowerCase() === '\\f') + 1] ?? '';
    return { kind: 'sign', code: Number(argument), font };
  }
  if (word === 'BIBLIOGRAPHY') return { kind: 'bibliography' };
  if (word === 'CITATION') return { kind: 'citation', code, data };
  if (word === 'ADDIN') {
    if (
      /^\s*ADDIN\s+(?:ZOTERO_BIBL|CSL_BIBLIOGRAPHY|Mendeley\s+Bibliography|EN\.REFLIST|Citavi\.?Bibliography)/i.test(
        code,
      )
    )
      return { kind: 'bibliography' };
    if (/CSL_CITATION|EN\.CITE(?!\.DATA)|Mendeley\s+Citation|CitaviPlaceholder/i.test(code) || otherManagers.test(code))
      return { kind: 'citation', code, data };
  }
  return { kind: 'plain' };
}

/** Citations of programs whose data are not read: their words stay, as doubts. */
const otherManagers = /^\s*ADDIN\s+(?:Citavi\.Placeholder|RW\.CITE|REFMGR\.CITE|PROCITE|PAPERS2_CITATIONS|NE\.Ref)/i;

const leftOut = { TOC: 'contents list, which is made again', INDEX: 'index', TOA: 'table of authorities' };

/** The words of a field’s code: quoted ones may have spaces, and `\"` in them. */
function wordsOf(code: string): string[] {
  return [...code.slice(0, 4000).matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replace(/\\(["\\])/g, '$1'),
  );
}
