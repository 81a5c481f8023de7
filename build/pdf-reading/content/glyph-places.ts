import { stringBytes } from '../file/strings.ts';
import type { PdfFont } from './font.ts';
import type { PaintedText } from './painted.ts';

/** The places of the glyphs of a text, along its line from its beginning: in text space, stretched. */
export interface GlyphPlaces {
  spans: [from: number, to: number][];
  /** Where the next text begins. */
  end: number;
}

/** Returns where each glyph of a text begins and ends (ISO 32000-1, 9.4.4). */
export function glyphPlaces({ codes, steps, shifts, font, state }: PlacedCodes): GlyphPlaces {
  const { fontSize, letterSpace, wordSpace, stretch } = state;
  const stepped = steps !== undefined && steps.length === codes.length - 1;
  const isSimple = font?.type !== 'Type0';
  const spans: GlyphPlaces['spans'] = [];
  let at = 0;
  const shift = (index: number) => {
    at -= ((shifts?.get(index) ?? 0) / 1000) * fontSize * stretch;
  };
  for (const [i, code] of codes.entries()) {
    shift(i);
    const width = ((font?.width(code) ?? 500) / 1000) * fontSize * stretch;
    spans.push([at, at + width]);
    const space = letterSpace + (isSimple && code === 32 ? wordSpace : 0);
    at += (stepped ? steps[i] : undefined) ?? width + space * stretch;
  }
  shift(codes.length);
  return { spans, end: at };
}

type PlacedCodes = Pick<PaintedText, 'codes' | 'steps' | 'shifts' | 'font'> & {
  state: Pick<PaintedText['state'], 'fontSize' | 'letterSpace' | 'wordSpace' | 'stretch'>;
};

/** Reads the operand of a TJ: the codes of its strings, and the shifts between them. */
export function shiftedCodes(
  operand: string,
  font: PdfFont | undefined,
): { codes: number[]; shifts: ReadonlyMap<number, number> } {
  const codes: number[] = [];
  const shifts = new Map<number, number>();
  for (const [part] of operand.matchAll(
    /<[^>]*>|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|[-+]?\d*\.?\d+/g,
  )) {
    if (part[0] === '<' || part[0] === '(') {
      const bytes = stringBytes(part);
      for (const code of font ? font.codes(bytes) : bytes) codes.push(code);
    } else shifts.set(codes.length, (shifts.get(codes.length) ?? 0) + Number(part));
  }
  return { codes, shifts };
}
