import type { PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import { charactersOf, fontsIn } from '../characters.ts';

/** A font by its name in some resources, and its size as written in the content. */
export interface SizedFont {
  name: string;
  size: string;
}

/**
 * Writes a space behind text of a font: in that font, or else in another font that has one, after which the first is
 * chosen again; nothing where no font has a space.
 */
export type SpaceWriter = (font: SizedFont) => Operation[];

/** Finds how to write spaces in a document’s pages and forms, by their resources. */
export function spacesOf(document: PDFDocument): (resources: PDFDict | undefined) => SpaceWriter {
  const codes = new Map<PDFRef, string | undefined>();
  const codeOf = (font: PDFRef): string | undefined => {
    if (!codes.has(font)) {
      const [code] = [...charactersOf(document.context, font)].find(([, text]) => text === ' ') ?? [];
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
