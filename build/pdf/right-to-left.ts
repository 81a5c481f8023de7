import { operationsOf, writeOperations } from '../pdf-reading/content/content-stream.ts';
import { identity, type Matrix, translated } from '../pdf-reading/content/matrix.ts';
import type { Operation } from '../pdf-reading/content/read-operation.ts';
import { indexAfter } from './tags/labels.ts';

/** How far a glyph moves the pen, by the name of its font and its code, in thousandths of the size. */
export type WidthOf = (font: string, code: number) => number;

/** Whether a content stream has text that is written from right to left. */
export function isLeftward(content: string): boolean {
  return content.includes(`${reversed} BMC`);
}

/**
 * A content stream whose words from right to left are shown in the order in which they are read, each glyph where it was. Chrome shows them from left to right, a glyph at a time, within marks
 * (`ReversedChars`) that turn round no more than what stands within one string (ISO 32000-1, 14.8.2.3.3); and what helping faces show of one run are text objects of the same origin, in the same
 * wrong order.
 */
export function inReadingOrder(content: Uint8Array, widthOf: WidthOf): Uint8Array {
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

/** The text objects from a place on that have the same origin, without their beginnings and ends; of what is no text object, nothing. */
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

/** The glyphs of a run from the last to the first; those that are said to be a text stay together, the letter before its marks. */
function leftward(run: readonly Operation[], widthOf: WidthOf): Operation[] {
  const clusters: Operation[][] = [];
  // How all of it is painted.
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
