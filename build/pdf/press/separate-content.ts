import { markedContentId, type Operation } from '../../pdf-reading/content/content-stream.ts';
import type { Ink } from './ink.ts';

/**
 * Writes a colour of the screen for the press: red, green and blue from 0 to 255. `stroke` is true for lines, false for
 * areas.
 */
export type Paint = (red: number, green: number, blue: number, stroke: boolean) => Operation;

/** Paints in inks. */
export function inkPaint(ink: (red: number, green: number, blue: number) => Ink): Paint {
  return (red, green, blue, stroke) => ({
    operator: stroke ? 'K' : 'k',
    operands: ink(red, green, blue).map(shortNumber),
  });
}

/**
 * Paints in the grey that a luminosity mask makes of a colour (ISO 32000-2, 11.5.3): such a mask shows how much of
 * something else is seen.
 */
export const maskPaint: Paint = (red, green, blue, stroke) => ({
  operator: stroke ? 'G' : 'g',
  operands: [shortNumber(luminosity(red / 255, green / 255, blue / 255))],
});

export function luminosity(red: number, green: number, blue: number): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}

/**
 * The operations of a content stream in the colours of the press, without the marks that lead to tags; marks with a
 * piece’s true text (`ActualText`) stay.
 */
export function* separateContent(operations: Iterable<Operation>, paint: Paint): Generator<Operation> {
  const kept: boolean[] = [];
  for (const operation of operations) {
    const { operator } = operation;
    switch (operator) {
      case 'rg':
      case 'RG': {
        const [red = 0, green = 0, blue = 0] = operation.operands.map(toByte);
        yield paint(red, green, blue, operator === 'RG');
        break;
      }
      case 'g':
      case 'G': {
        const grey = toByte(operation.operands[0] ?? '0');
        yield paint(grey, grey, grey, operator === 'G');
        break;
      }
      case 'BDC':
      case 'BMC': {
        const keeps = markedContentId(operation) === undefined && /\/ActualText/.test(operation.operands[1] ?? '');
        kept.push(keeps);
        if (keeps) yield operation;
        break;
      }
      case 'EMC':
        if (kept.pop()) yield operation;
        break;
      case 'MP':
      case 'DP':
        break;
      default:
        yield operation;
    }
  }
}

function toByte(value: string): number {
  return Math.round(Math.min(1, Math.max(0, Number(value) || 0)) * 255);
}

/** Writes a number with at most four decimal places: a ten-thousandth of an ink is not visible. */
export function shortNumber(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
