import { operationsOf, writeOperations } from '../pdf-reading/content/content-stream.ts';
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
 * wrong order; so are the runs of a line: figures and foreign words between those words. In a piece of marked content
 * the line is from right to left, because the document isolates such words; in running heads, which have no marks, it
 * is from left to right, and only runs that touch are turned.
 */
export function inReadingOrder(content: Uint8Array, widthOf: GlyphAdvance): Uint8Array {
  const operations = [...operationsOf(content)];
  const out: Operation[] = [];
  let depth = 0;
  for (let at = 0; at < operations.length; ) {
    const [runs, end] = runsAt(operations, at);
    const { operator = '' } = operations[at] ?? {};
    if (/^B[DM]C$/.test(operator)) depth++;
    if (operator === 'EMC') depth--;
    if (runs.some(isLeftward)) {
      const ordered = depth > 0 ? leftwardRuns(runs) : touchingRuns(runs);
      for (const { inside } of ordered) out.push(beginText, ...shown(inside, widthOf), endText);
    } else out.push(...operations.slice(at, end));
    at = end;
  }
  return writeOperations(out);
}

/** The text objects with one origin: the glyphs of one run, in one or more faces. */
interface Run {
  inside: Operation[];
  x: number;
  y: number;
}

/** The runs of the text objects that follow each other from a place on; none where there is no text object. */
function runsAt(operations: readonly Operation[], at: number): [runs: Run[], end: number] {
  const runs: Run[] = [];
  let end = at;
  while (operations[end]?.operator === 'BT') {
    const next = indexAfter(operations, end, (operator) => operator === 'ET');
    const inside = operations.slice(end + 1, next - 1);
    const [x = 0, y = 0] =
      inside
        .find(({ operator }) => operator === 'Tm')
        ?.operands.slice(4)
        .map(Number) ?? [];
    const last = runs.at(-1);
    if (last && last.x === x && last.y === y) last.inside.push(...inside);
    else runs.push({ inside, x, y });
    end = next;
  }
  return [runs, Math.max(end, at + 1)];
}

/** Runs in the order of reading: each line from its right end. */
function leftwardRuns(runs: readonly Run[]): Run[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    if (line?.[0]?.y === run.y) line.push(run);
    else lines.push([run]);
  }
  return lines.flatMap((line) => line.toSorted((one, other) => other.x - one.x));
}

/** The same for a line from left to right: runs from right to left that follow each other are turned. */
function touchingRuns(runs: readonly Run[]): Run[] {
  const ordered: Run[] = [];
  let from = 0;
  for (const run of runs) {
    if (!isLeftward(run) || run.y !== ordered.at(-1)?.y) from = ordered.length;
    ordered.splice(from, 0, run);
    if (!isLeftward(run)) from = ordered.length;
  }
  return ordered;
}

function isLeftward({ inside }: Run): boolean {
  return inside.some(isReversed);
}

/** The glyphs of a run in the order of reading. */
function shown(run: readonly Operation[], widthOf: GlyphAdvance): Operation[] {
  return run.some(isReversed) ? leftward(run, widthOf) : [...run];
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
  // The line of the run stays its own, however far a glyph is raised: of lines it is told by them.
  let origin: Operation | undefined;
  let [start, pen, rise] = [0, 0, 0];
  let font: Operation | undefined;
  let open: Operation[][] | undefined;
  for (const operation of run) {
    const { operator, operands } = operation;
    if (operator === 'Tf') font = operation;
    else if (operator === 'Tm') [origin, pen, rise, start] = [operation, 0, 0, 0];
    else if (operator === 'Td')
      [pen, rise, start] = [start + Number(operands[0]), rise + Number(operands[1]), start + Number(operands[0])];
    else if (operator === 'BDC') open = [[operation]];
    else if (operator === 'EMC' && open) {
      const [said = [], ...glyphs] = open;
      clusters.push([...said, ...glyphs.reverse().flat(), operation]);
      open = undefined;
    } else if (operator === 'Tj' && font && origin) {
      const [name = '', size = '1'] = font.operands;
      for (const code of operands[0]?.match(/[\da-fA-F]{4}/g) ?? []) {
        const place = [pen, rise].map((value) => String(Number(value.toFixed(6))));
        const glyph = { operator, operands: [`<${code}>`] };
        (open ?? clusters).push([font, origin, { operator: 'Td', operands: place }, glyph]);
        pen += (Number(size) * widthOf(name.slice(1), Number.parseInt(code, 16))) / 1000;
      }
    } else if (operator !== 'BMC' && operator !== 'EMC') before.push(operation);
  }
  return [...before, ...clusters.reverse().flat()];
}

const reversed = '/ReversedChars';
const beginText: Operation = { operator: 'BT', operands: [] };
const endText: Operation = { operator: 'ET', operands: [] };
