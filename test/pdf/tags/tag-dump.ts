import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { type Characters, charactersOf, fontsIn } from '../../../build/pdf/characters.ts';
import { markedContentId, operationsOf } from '../../../build/pdf-reading/content/content-stream.ts';
import { type ContentWithResources, pageContents } from '../../../build/pdf-reading/content/page-contents.ts';
import { openPdf } from '../../../build/pdf-reading/file/open-pdf.ts';
import { ownStreamData } from '../../../build/pdf-reading/file/streams.ts';

/**
 * The tags of a PDF as a program reads them aloud: a line for each, with its language, alternative text and attributes, and the text in it, in order. A word that is divided at a
 * line's end is whole, as U+00AD has it.
 */
export async function dumpTags(pdf: Uint8Array): Promise<string> {
  const document = openPdf(pdf);
  const texts = new Map<PDFObject, Map<number, string>>();
  for (const page of document.getPages()) {
    const [own, ...forms] = pageContents(page);
    if (own) texts.set(page.ref, textsOf(document, own));
    for (const form of forms) texts.set(form.ref, textsOf(document, form));
  }
  const { context } = document;
  const lines: string[] = [];
  const show = (element: PDFDict, depth: number, around: PDFRef | undefined): void => {
    const page = (element.get(PDFName.of('Pg')) as PDFRef | undefined) ?? around;
    lines.push('  '.repeat(depth) + headOf(element));
    let text = '';
    const flush = () => {
      if (text.trim()) lines.push(`${'  '.repeat(depth + 1)}“${text.replaceAll('\u00ad', '').replace(/\s+/g, ' ')}”`);
      text = '';
    };
    const kids = element.lookup(PDFName.of('K'));
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
      const value = context.lookup(kid as PDFObject);
      if (value instanceof PDFNumber) text += (page && texts.get(page)?.get(value.asNumber())) ?? '';
      else if (value instanceof PDFDict && value.has(PDFName.of('MCID'))) {
        const on = (value.get(PDFName.of('Stm')) ?? value.get(PDFName.of('Pg'))) as PDFRef;
        text += texts.get(on)?.get(value.lookup(PDFName.of('MCID'), PDFNumber).asNumber()) ?? '';
      } else if (value instanceof PDFDict && value.has(PDFName.of('Obj'))) {
        flush();
        lines.push('  '.repeat(depth + 1) + linkOf(value.lookup(PDFName.of('Obj'), PDFDict)));
      } else if (value instanceof PDFDict) {
        flush();
        show(value, depth + 1, page);
      }
    }
    flush();
  };
  const tree = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  show(tree.lookup(PDFName.of('K'), PDFDict), 0, undefined);
  return `${lines.join('\n')}\n`;
}

function headOf(element: PDFDict): string {
  const attributes = element.lookupMaybe(PDFName.of('A'), PDFDict);
  const shown = (attributes?.entries() ?? [])
    .filter(([name]) => !/^\/(O|BBox|Placement)$/.test(String(name)))
    .map(([name, value]) => `${name.decodeText()}=${attributeText(value)}`);
  return [
    element.lookup(PDFName.of('S'), PDFName).decodeText(),
    stringOf(element, 'ID', (id) => `#${id}`),
    stringOf(element, 'Lang', (lang) => `[${lang}]`),
    stringOf(element, 'Alt', (alt) => `(${alt})`),
    stringOf(element, 'ActualText', (text) => `(aloud: ${text})`),
    ...shown,
  ]
    .filter(Boolean)
    .join(' ');
}

function attributeText(value: PDFObject): string {
  return value instanceof PDFArray
    ? value
        .asArray()
        .map((one) => (one as PDFString).decodeText())
        .join(',')
    : String(value).replace('/', '');
}

function linkOf(annotation: PDFDict): string {
  const destination = annotation.lookup(PDFName.of('Dest'));
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
  const target =
    destination instanceof PDFName ? `#${destination.decodeText()}` : action && stringOf(action, 'URI', (uri) => uri);
  return `→ ${target} ${stringOf(annotation, 'Contents', (text) => `(${text})`)}`;
}

function stringOf(dictionary: PDFDict, key: string, show: (text: string) => string): string {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? show(value.decodeText()) : '';
}

/** The text of each piece of the marked content of a page or a form. */
function textsOf(document: PDFDocument, { stream, resources }: ContentWithResources): Map<number, string> {
  const fonts = new Map<string, Characters>();
  for (const [name, ref] of fontsIn(resources)) fonts.set(`/${name}`, charactersOf(document.context, ref));
  const texts = new Map<number, string>();
  let font: Characters = new Map();
  const open: { id: number | undefined; said: string | undefined }[] = [];
  for (const operation of operationsOf(ownStreamData(stream))) {
    const { operator, operands } = operation;
    if (operator === 'BDC' || operator === 'BMC') {
      const said = /\/ActualText\s*<(\w+)>/.exec(operands[1] ?? '')?.[1];
      open.push({ id: markedContentId(operation), said: said && PDFHexString.of(said).decodeText() });
      const id = open.findLast((mark) => mark.id !== undefined)?.id;
      if (said && id !== undefined) texts.set(id, (texts.get(id) ?? '') + (open.at(-1)?.said ?? ''));
    } else if (operator === 'EMC') open.pop();
    else if (operator === 'Tf') font = fonts.get(operands[0] ?? '') ?? new Map();
    else if (operator === 'Tj' && !open.some(({ said }) => said)) {
      const id = open.findLast((mark) => mark.id !== undefined)?.id;
      if (id === undefined) continue;
      const codes = (operands[0] ?? '').slice(1, -1).match(/.{4}/g) ?? [];
      texts.set(
        id,
        (texts.get(id) ?? '') + codes.map((code) => font.get(Number.parseInt(code, 16)) ?? '\ufffd').join(''),
      );
    }
  }
  return texts;
}
