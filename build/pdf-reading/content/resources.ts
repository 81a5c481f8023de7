import { type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { dictAt, valueAt } from '../file/objects.ts';
import { type ColourSpace, readColourSpace } from './colour.ts';
import { type PdfFont, readFont } from './font.ts';
import { type GraphicsState, readStateParameters } from './graphics-state.ts';

/** The resources that the names in a content stream refer to. Each is read once. */
export interface Resources {
  dict: PDFDict | undefined;
  font(name: string): PdfFont | undefined;
  space(name: string): ColourSpace;
  /** A colour space that is not named in the resources: an image’s. */
  spaceOf(value: PDFObject | undefined): ColourSpace;
  /** The changes that parameters of the graphics state make to it. */
  parameters(name: string): Partial<GraphicsState> | undefined;
  object(name: string): PDFObject | undefined;
  pattern(name: string): PDFObject | undefined;
}

/**
 * Returns a reader of a file’s resources; the same dictionary gives the same object. Fonts, which take longest, can be
 * left unread.
 */
export function resourceReader(readsFonts = true): (dict: PDFDict | undefined) => Resources {
  const all = new Map<PDFDict | undefined, Resources>();
  const fonts = new Map<PDFDict, PdfFont>();
  const states = new Map<PDFDict, Partial<GraphicsState>>();
  return (dict) => {
    const known = all.get(dict);
    if (known) return known;
    const spaces = new Map<PDFObject | string | undefined, ColourSpace>();
    const spaceBy = (key: PDFObject | string | undefined, value: PDFObject | undefined) => {
      const before = spaces.get(key);
      if (before) return before;
      const space = readColourSpace(value, dict);
      spaces.set(key, space);
      return space;
    };
    const fontDicts = readsFonts ? dictAt(dict, 'Font') : undefined;
    const resources: Resources = {
      dict,
      font: (name) => {
        const font = dictAt(fontDicts, name);
        if (!font) return undefined;
        const before = fonts.get(font) ?? readFont(font);
        fonts.set(font, before);
        return before;
      },
      space: (name) => spaceBy(name, PDFName.of(name)),
      spaceOf: (value) => spaceBy(value, value),
      parameters: (name) => {
        const parameters = dictAt(dictAt(dict, 'ExtGState'), name);
        if (!parameters) return undefined;
        const before = states.get(parameters) ?? readStateParameters(parameters);
        states.set(parameters, before);
        return before;
      },
      object: (name) => valueAt(dictAt(dict, 'XObject'), name),
      pattern: (name) => valueAt(dictAt(dict, 'Pattern'), name),
    };
    all.set(dict, resources);
    return resources;
  };
}
