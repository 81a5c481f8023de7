import { operationsOf, writeOperations } from '../pdf-reading/content/content-stream.ts';
import { identity, type Matrix, translated } from '../pdf-reading/content/matrix.ts';
import type { Operation } from '../pdf-reading/content/read-operation.ts';
import { indexAfter } from './tags/labels.ts';

/** The advance of a glyph, by the name of its font and its code, in thousandths of the size. */
export type GlyphAdvance = (font: string, code: number) => number;

/** True if a content stream has text that is written from right to left. */
export function hasRightToLeft(content: string): boolean {
  return content.includes(`${reversed} BMC`);
}

/**
 * Shows the right-to-left words of a content stream in the order of reading, with each glyph where it was. Chrome shows
 * them from left to right, glyph by glyph, within marks (`ReversedChars`) that reverse only the glyphs of one string
 * (ISO 32000-1, 14.8.2.3.3). Glyphs that fallback faces add to a run are text objects with the same origin, in the same
 * wrong order.
 */
export function inReadingOrder(content: Uint8Array, widthOf: GlyphAdvance): Uint8Array {
  const operations = [...operationsOf(content)];
  const out: Operation[] = [];
  for (let at = 0; at < operations.length; ) {
    const [run, end] = runAt(operations, at);
    if (run.some(isReversed)) out.push(beginText, ...leftward(run, widthOf), endText);
    else out.push(...operations.slice(at, end));
    at = end;
  }
  return writeOperations(out);
}

/** The contents of the text objects from a place on that have the same origin; empty where there is no text object. */
function runAt(operations: readonly Operation[], at: number): [run: Operation[], end: number] {
  const run: Operation[] = [];
  let end = at;
  let origin: string | undefined;
  while (operations[end]?.operator === 'BT') {
    const next = indexAfter(operations, end, (operator) => operator === 'ET');
    const inside = operations.slice(end + 1, next - 1);
    const own = inside.find(({ operator }) => operator === 'Tm')?.operands.join(' ');
    if (own === undefined || (origin ?? own) !== own) break;
    origin = own;
    run.push(...inside);
    end = next;
  }
  return [run, Math.max(end, at + 1)];
}

function isReversed({ operator, operands }: Operation): boolean {
  return operator === 'BMC' && operands[0] === reversed;
}

/**
 * The glyphs of a run from the last to the first; glyphs with a common `ActualText` stay together, the letter before
 * its marks.
 */
function leftward(run: readonly Operation[], widthOf: GlyphAdvance): Operation[] {
  const clusters: Operation[][] = [];
  // The operations that set how the whole run is painted.
  const before: Operation[] = [];
  let matrix: Matrix = identity;
  let pen = 0;
  let font: Operation | undefined;
  let open: Operation[][] | undefined;
  for (const operation of run) {
    const { operator, operands } = operation;
    if (operator === 'Tf') font = operation;
    else if (operator === 'Tm') [matrix, pen] = [operands.map(Number) as unknown as Matrix, 0];
    else if (operator === 'Td') [matrix, pen] = [translated(matrix, Number(operands[0]), Number(operands[1])), 0];
    else if (operator === 'BDC') open = [[operation]];
    else if (operator === 'EMC' && open) {
      const [said = [], ...glyphs] = open;
      clusters.push([...said, ...glyphs.reverse().flat(), operation]);
      open = undefined;
    } else if (operator === 'Tj' && font) {
      const [name = '', size = '1'] = font.operands;
      for (const code of operands[0]?.match(/[\da-fA-F]{4}/g) ?? []) {
        const place = translated(matrix, pen, 0).map((value) => String(Number(value.toFixed(6))));
        const shown = [font, { operator: 'Tm', operands: place }, { operator, operands: [`<${code}>`] }];
        (open ?? clusters).push(shown);
        pen += (Number(size) * widthOf(name.slice(1), Number.parseInt(code, 16))) / 1000;
      }
    } else if (operator !== 'BMC' && operator !== 'EMC') before.push(operation);
  }
  return [...before, ...clusters.reverse().flat()];
}

const reversed = '/ReversedChars';
const beginText: Operation = { operator: 'BT', operands: [] };
const endText: Operation = { operator: 'ET', operands: [] };
