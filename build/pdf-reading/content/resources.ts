import { type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { dictAt, valueAt } from '../file/objects.ts';
import { type ColourSpace, readSpace } from './colour.ts';
import { type Font, readFont } from './font.ts';
import { readParameters, type State } from './state.ts';

/** What the names in a content stream stand for. Each is read once. */
export interface Resources {
  dict: PDFDict | undefined;
  font(name: string): Font | undefined;
  space(name: string): ColourSpace;
  /** A colour space that is no name of the resources: an image’s. */
  spaceOf(value: PDFObject | undefined): ColourSpace;
  /** What parameters of the graphics state change in it. */
  parameters(name: string): Partial<State> | undefined;
  object(name: string): PDFObject | undefined;
  pattern(name: string): PDFObject | undefined;
}

/** Reads resources for a file; the same dictionary is the same resources. Fonts, which take longest, may be left unread. */
export function resourceReader(readsFonts = true): (dict: PDFDict | undefined) => Resources {
  const all = new Map<PDFDict | undefined, Resources>();
  const fonts = new Map<PDFDict, Font>();
  const states = new Map<PDFDict, Partial<State>>();
  return (dict) => {
    const known = all.get(dict);
    if (known) return known;
    const spaces = new Map<PDFObject | string | undefined, ColourSpace>();
    const spaceBy = (key: PDFObject | string | undefined, value: PDFObject | undefined) => {
      const before = spaces.get(key);
      if (before) return before;
      const space = readSpace(value, dict);
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
        const before = states.get(parameters) ?? readParameters(parameters);
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
