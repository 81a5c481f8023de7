import { type PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { deepest, mostOperations } from '../file/limits.ts';
import { asDict, dictAt, nameAt, numberAt, numbersAt, valueAt } from '../file/objects.ts';
import { contentData } from '../file/stream-data.ts';
import { shownBytes } from '../file/strings.ts';
import { Unreadable } from '../file/unreadable.ts';
import { type Page, pageHolder } from '../pages.ts';
import type { Colour } from './colour.ts';
import { type Operation, runsOf } from './content-stream.ts';
import { apply, boxThrough, identity, type Matrix, times } from './matrix.ts';
import { decodeName, effects, graphicsEffects, nextLine } from './operators.ts';
import type { PaintedImage, PaintedPath, Watcher } from './painted.ts';
import { painted, paintedImage, paintedInline } from './painted-of.ts';
import { fillingOperators, strokingOperators } from './path-operators.ts';
import { Run as Strings } from './read-operation.ts';
import { type Resources, resourceReader } from './resources.ts';
import { endPath, newRun, type Run } from './run.ts';
import { firstState, type State, within } from './state.ts';

/**
 * Goes through everything that pages paint, forms and patterns followed with their matrices, and shows it to the watchers. What annotations look like is
 * not part of a page. Throws Unreadable where that is more work than any honest file needs. Who goes through pages one by one hands over
 * what reads their resources.
 */
export function walkPages(pages: readonly Page[], watchers: readonly Watcher[], resourcesOf = resourceReader()): void {
  const readsText = watchers.some(({ text }) => text);
  const patterns = new Set<PDFRawStream>();
  let left = mostOperations;

  type Painter = (run: Run, operation: Operation) => void;
  const textOfNextLine: Painter = (run, operation) => {
    nextLine(run, 0, -run.leading);
    showText(run, operation);
  };
  const nameOf = ({ operands }: Operation) => decodeName(operands[0] ?? '');
  const painters = new Map<string, Painter>([
    ['Tj', showText],
    ['TJ', showText],
    ["'", textOfNextLine],
    ['"', textOfNextLine],
    ...[...fillingOperators, ...strokingOperators].map((operator): [string, Painter] => {
      const [fills, strokes] = [fillingOperators.has(operator), strokingOperators.has(operator)];
      return [operator, (run) => showPath(run, fills, strokes)];
    }),
    ['sh', (run, operation) => showShading(run, dictAt(dictAt(run.resources.dict, 'Shading'), nameOf(operation)))],
    ['Do', (run, operation) => showObject(run, run.resources.object(nameOf(operation)))],
    ['BI', (run, { operands }) => showImage(paintedInline(run, operands[0] ?? ''))],
  ]);

  for (const page of pages) {
    for (const watcher of watchers) watcher.page?.(page);
    const resources = resourcesOf(dictAt(pageHolder(page, 'Resources'), 'Resources'));
    const run = newRun(page, resources, numberAt(page.dict, 'StructParents'), firstState, [], 0);
    const group = dictAt(page.dict, 'Group');
    if (group) showGroup(run, group);
    patterns.clear();
    read(run, contentData(valueAt(page.dict, 'Contents')));
  }
  for (const watcher of watchers) watcher.end?.();

  function read(run: Run, content: Uint8Array): void {
    // Who does not read text need not know where it stands.
    const known = readsText ? effects : graphicsEffects;
    for (const operation of runsOf(content)) {
      if (--left < 0) throw new Unreadable(`The pages paint more than ${mostOperations / 1e6} million things`);
      const effect = known.get(operation.operator);
      if (effect) effect(run, operation.operands, operation);
      else painters.get(operation.operator)?.(run, operation);
    }
  }

  function showText(run: Run, operation: Operation): void {
    const { state, text } = run;
    if (state.fill.pattern) showPattern(run, state.fill);
    if (!readsText) return;
    const { font } = state;
    const at = apply(state.matrix, text[4], text[5]);
    const { bytes, steps } =
      operation instanceof Strings
        ? operation.shown
        : { bytes: shownBytes(operation.operands.at(-1) ?? ''), steps: undefined };
    const codes = font ? font.codes(bytes) : [...bytes];
    const shown = { page: run.page, state, marks: run.marks, at, font, codes, text, steps };
    for (const watcher of watchers) watcher.text?.(shown);
    if (steps && steps.length > 0) nextLine(run, sum(steps), 0);
  }

  function showPath(run: Run, fills: boolean, strokes: boolean): void {
    const { left: x, bottom: y, right, top, rectangles, others } = run.path;
    const [, b, c] = run.state.matrix;
    const isRectangle = rectangles === 1 && others === 0 && b === 0 && c === 0;
    const shown: PaintedPath = { ...painted(run, x, y), box: [x, y, right, top], isRectangle, fills, strokes };
    endPath(run);
    if (x > right) return;
    for (const watcher of watchers) watcher.path?.(shown);
    if (fills && run.state.fill.pattern) showPattern(run, run.state.fill);
    if (strokes && run.state.stroke.pattern) showPattern(run, run.state.stroke);
  }

  function showShading(run: Run, shading: PDFDict | undefined): void {
    if (!shading) return;
    const space = run.resources.spaceOf(valueAt(shading, 'ColorSpace'));
    for (const watcher of watchers) watcher.shading?.({ ...painted(run), space });
  }

  /** A pattern is painted as often as it is used, and told once a page. */
  function showPattern(run: Run, { pattern, space }: Colour): void {
    const dict = asDict(pattern);
    if (numberAt(dict, 'PatternType') === 2) showShading(run, dictAt(dict, 'Shading'));
    if (!(pattern instanceof PDFRawStream) || patterns.has(pattern)) return;
    patterns.add(pattern);
    const own = dictAt(dict, 'Resources');
    const matrix = times((numbersAt(dict, 'Matrix', 6) ?? identity) as Matrix, run.base);
    const painting =
      numberAt(dict, 'PaintType') === 2 && space.base
        ? { fill: { space: space.base, values: run.state.fill.values } }
        : {};
    enter(run, pattern, resourcesOf(own ?? run.resources.dict), { ...firstState, ...painting, matrix });
  }

  function showObject(run: Run, object: PDFObject | undefined): void {
    if (!(object instanceof PDFRawStream)) return;
    const kind = nameAt(object.dict, 'Subtype');
    if (kind === 'Image') showImage(paintedImage(run, object.dict, object));
    if (kind !== 'Form') return;
    const matrix = (numbersAt(object.dict, 'Matrix', 6) ?? identity) as Matrix;
    const own = dictAt(object.dict, 'Resources');
    const { blend, groupBlend, groupAlpha, fillAlpha, clip } = run.state;
    const isGroup = dictAt(object.dict, 'Group') !== undefined;
    const inside = {
      groupBlend: isGroup && blend !== 'Normal' ? blend : groupBlend,
      groupAlpha: isGroup ? groupAlpha * fillAlpha : groupAlpha,
      matrix: times(matrix, run.state.matrix),
    };
    const box = numbersAt(object.dict, 'BBox', 4);
    const clipped = box ? { clip: within(clip, boxThrough(inside.matrix, box)) } : {};
    enter(run, object, resourcesOf(own ?? run.resources.dict), { ...run.state, ...inside, ...clipped });
  }

  function enter(run: Run, form: PDFRawStream, resources: Resources, state: State): void {
    if (run.depth >= Math.min(deepest, 40))
      throw new Unreadable(`Forms on page ${run.page.number} stand in one another without end`);
    // To begin a form costs as much as to paint many things.
    left -= 200;
    const row = numberAt(form.dict, 'StructParents') ?? run.row;
    const inner = newRun(run.page, resources, row, state, run.marks, run.depth + 1);
    const group = dictAt(form.dict, 'Group');
    if (group) showGroup(inner, group);
    read(inner, contentData(form));
  }

  function showGroup(run: Run, group: PDFDict): void {
    const shown = { ...painted(run), group, resources: run.resources.dict };
    for (const watcher of watchers) watcher.group?.(shown);
  }

  function showImage(image: PaintedImage): void {
    for (const watcher of watchers) watcher.image?.(image);
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
