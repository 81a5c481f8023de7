import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { operationsOf } from '../../../build/pdf-reading/content/content-stream.ts';
import { ownStreamData } from '../../../build/pdf-reading/file/streams.ts';

/** Every operator that sets a colour, with its operands, and every one that shows text, in all content streams of a document. */
export function paints(document: PDFDocument): { operator: string; operands: readonly string[] }[] {
  const streams = [...document.getPages().map(({ node }) => node.get(PDFName.of('Contents')) as PDFObject)];
  for (const [ref, object] of document.context.enumerateIndirectObjects())
    if (
      object instanceof PDFRawStream &&
      ['Subtype', 'PatternType'].some((key) => /^(\/Form|1)$/.test(String(object.dict.get(PDFName.of(key)))))
    )
      streams.push(ref);
  return streams.flatMap((ref) => {
    const object = document.context.lookup(ref);
    const parts = object instanceof PDFArray ? object.asArray() : [ref];
    return parts.flatMap((part) =>
      [...operationsOf(ownStreamData(document.context.lookup(part) as PDFRawStream))].filter(({ operator }) =>
        /^(k|K|g|G|rg|RG|cs|CS|sc|SC|scn|SCN|Tj|TJ)$/.test(operator),
      ),
    );
  });
}

/** The colours in which text is shown. */
export function textColours(document: PDFDocument): Set<string> {
  const colours = new Set<string>();
  let fill = '';
  for (const { operator, operands } of paints(document)) {
    if (/^(k|g|rg|sc|scn)$/.test(operator)) fill = `${operands.join(' ')} ${operator}`;
    if (operator === 'Tj' || operator === 'TJ') colours.add(fill);
  }
  return colours;
}

/** Colour spaces of pictures, gradients and groups, by kind: `Image DeviceCMYK`. */
export function colourSpaces(document: PDFDocument): string[] {
  const spaces = new Set<string>();
  const see = (dict: PDFDict): void => {
    const kind = ['Subtype', 'S', 'ShadingType'].map((key) => String(dict.get(PDFName.of(key)) ?? '')).join('');
    for (const key of ['ColorSpace', 'CS']) {
      const space = dict.lookup(PDFName.of(key));
      if (space instanceof PDFName) spaces.add(`${kind} ${space}`);
      else if (space instanceof PDFArray) spaces.add(`${kind} ${space.get(0)}`);
    }
    for (const value of dict.values()) if (value instanceof PDFDict) see(value);
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict) see(object);
    else if (object instanceof PDFStream) see(object.dict);
  }
  return [...spaces].sort();
}
