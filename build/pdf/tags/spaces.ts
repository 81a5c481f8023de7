import type { PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import { charactersOf, fontsIn } from '../characters.ts';

/** A font by its name among some resources, and the size that it is set in, as it is written. */
export interface FontAt {
  name: string;
  size: string;
}

/**
 * Says how a space is written behind text of a font: in that font, else in another that is at hand, after which the font is what it was; not at all, where none has one.
 */
export type SpaceOf = (font: FontAt) => Operation[];

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
    return ({ name, size }) => {
      const own = fonts.find((font) => font.name === name)?.code;
      if (own) return [{ operator: 'Tj', operands: [`<${own}>`] }];
      if (!other) return [];
      return [
        { operator: 'Tf', operands: [other.name, size] },
        { operator: 'Tj', operands: [`<${other.code}>`] },
        ...(name ? [{ operator: 'Tf', operands: [name, size] }] : []),
      ];
    };
  };
}
