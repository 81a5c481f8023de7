import type { PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { charactersOf, fontsIn } from '../characters.ts';
import type { Operation } from '../content-stream.ts';

/** Says how a space is written behind text of a font, by its name there: in that font, else in another that is at hand; not at all, where none has one. */
export type SpaceOf = (font: string) => Operation[];

/** The spaces of a document’s pages and forms, by their resources. */
export function spacesOf(document: PDFDocument): (resources: PDFDict | undefined) => SpaceOf {
  const codes = new Map<PDFRef, string | undefined>();
  const codeOf = (font: PDFRef): string | undefined => {
    if (!codes.has(font)) {
      const [code] = [...charactersOf(document, font)].find(([, text]) => text === ' ') ?? [];
      codes.set(font, code?.toString(16).padStart(4, '0'));
    }
    return codes.get(font);
  };
  return (resources) => {
    const fonts = [...fontsIn(resources)].map(([name, ref]) => ({ name: `/${name}`, code: codeOf(ref) }));
    const other = fonts.find(({ code }) => code !== undefined);
    return (font) => {
      const own = fonts.find(({ name }) => name === font)?.code;
      if (own) return [{ operator: 'Tj', operands: [`<${own}>`] }];
      if (!other) return [];
      return [
        { operator: 'Tf', operands: [other.name, '1'] },
        { operator: 'Tj', operands: [`<${other.code}>`] },
      ];
    };
  };
}
