import { stringBytes } from '../file/strings.ts';
import type { PdfFont } from './font.ts';
import type { PaintedText } from './painted.ts';

/**
 * Returns where each glyph of a text begins, and where the last ends, along its line from the text’s beginning: in text
 * space, stretched (ISO 32000-1, 9.4.4).
 */
export function glyphStarts({ codes, steps, shifts, font, state }: PlacedCodes): number[] {
  const { fontSize, letterSpace, wordSpace, stretch } = state;
  const stepped = steps !== undefined && steps.length === codes.length - 1;
  const isSimple = font?.type !== 'Type0';
  const starts: number[] = [];
  let at = 0;
  for (const [i, code] of codes.entries()) {
    at -= ((shifts?.get(i) ?? 0) / 1000) * fontSize * stretch;
    starts.push(at);
    const space = letterSpace + (isSimple && code === 32 ? wordSpace : 0);
    const step = stepped ? steps[i] : undefined;
    at += step ?? (((font?.width(code) ?? 500) / 1000) * fontSize + space) * stretch;
  }
  at -= ((shifts?.get(codes.length) ?? 0) / 1000) * fontSize * stretch;
  return [...starts, at];
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
