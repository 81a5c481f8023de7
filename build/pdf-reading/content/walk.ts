import { type PDFDict, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { maxNesting, maxOperations } from '../file/limits.ts';
import { asDict, dictAt, nameAt, numberAt, numbersAt, valueAt } from '../file/objects.ts';
import { contentData } from '../file/stream-data.ts';
import { operandBytes } from '../file/strings.ts';
import { Unreadable } from '../file/unreadable.ts';
import { holderOf, type PdfPage } from '../pages.ts';
import type { Colour } from './colour.ts';
import { type ContentFrame, endPath, newFrame } from './content-frame.ts';
import { type Operation, operationsWithRuns } from './content-stream.ts';
import type { PdfFont } from './font.ts';
import { glyphPlaces, shiftedCodes } from './glyph-places.ts';
import { type GraphicsState, initialGraphicsState, intersectionOf } from './graphics-state.ts';
import { identity, type Matrix, times, transformBox, transformPoint, translated } from './matrix.ts';
import { decodeName, effects, graphicsEffects, nextLine } from './operators.ts';
import type { PaintedImage, PaintedPath, PaintedText, Watcher } from './painted.ts';
import { paintedImage, paintedInlineImage, paintedObject } from './painted-object.ts';
import { fillingOperators, strokingOperators } from './path-operators.ts';
import { TextRun } from './read-operation.ts';
import { type Resources, resourceReader } from './resources.ts';

/**
 * Reads the content of pages, with forms and patterns and their matrices, and shows each painted object to the
 * watchers. Annotations are not part of a page. Throws Unreadable if that is more work than any honest file needs.
 * Callers that walk pages one by one pass `resourcesOf`, so that resources are read once.
 */
export function walkPages(
  pages: readonly PdfPage[],
  watchers: readonly Watcher[],
  resourcesOf = resourceReader(),
): void {
  const readsText = watchers.some(({ text }) => text);
  const patterns = new Set<PDFRawStream>();
  let left = maxOperations;

  type Painter = (frame: ContentFrame, operation: Operation) => void;
  const textOfNextLine: Painter = (frame, operation) => {
    nextLine(frame, 0, -frame.leading);
    showText(frame, operation);
  };
  const nameOf = ({ operands }: Operation) => decodeName(operands[0] ?? '');
  const painters = new Map<string, Painter>([
    ['Tj', showText],
    ['TJ', showText],
    ["'", textOfNextLine],
    ['"', textOfNextLine],
    ...[...fillingOperators, ...strokingOperators].map((operator): [string, Painter] => {
      const [fills, strokes] = [fillingOperators.has(operator), strokingOperators.has(operator)];
      return [operator, (frame) => showPath(frame, fills, strokes)];
    }),
    [
      'sh',
      (frame, operation) => showShading(frame, dictAt(dictAt(frame.resources.dict, 'Shading'), nameOf(operation))),
    ],
    ['Do', (frame, operation) => showObject(frame, frame.resources.object(nameOf(operation)))],
    ['BI', (frame, { operands }) => showImage(paintedInlineImage(frame, operands[0] ?? ''))],
  ]);

  for (const page of pages) {
    for (const watcher of watchers) watcher.page?.(page);
    const resources = resourcesOf(dictAt(holderOf(page, 'Resources'), 'Resources'));
    const frame = newFrame({
      page,
      resources,
      row: numberAt(page.dict, 'StructParents'),
      state: initialGraphicsState,
      marks: [],
      depth: 0,
    });
    const group = dictAt(page.dict, 'Group');
    if (group) showGroup(frame, group);
    patterns.clear();
    read(frame, contentData(valueAt(page.dict, 'Contents')));
  }
  for (const watcher of watchers) watcher.end?.();

  function read(frame: ContentFrame, content: Uint8Array): void {
    // The position of text is needed only by watchers that read it.
    const known = readsText ? effects : graphicsEffects;
    for (const operation of operationsWithRuns(content)) {
      if (--left < 0) throw new Unreadable(`The pages paint more than ${maxOperations / 1e6} million things`);
      const effect = known.get(operation.operator);
      if (effect) effect(frame, operation.operands, operation);
      else painters.get(operation.operator)?.(frame, operation);
    }
  }

  function showText(frame: ContentFrame, operation: Operation): void {
    const { state, text } = frame;
    if (state.fill.pattern) showPattern(frame, state.fill);
    if (!readsText) return;
    const { font } = state;
    const at = transformPoint(state.matrix, text[4], text[5]);
    const isRun = operation instanceof TextRun;
    const { codes, steps, shifts } = isRun ? codesOfRun(operation, font) : codesOfText(operation, font);
    const shown = { page: frame.page, state, marks: frame.marks, at, font, codes, text, steps, shifts };
    for (const watcher of watchers) watcher.text?.(shown);
    if (steps && steps.length > 0) nextLine(frame, sum(steps), 0);
    if (!isRun) frame.text = translated(text, glyphPlaces(shown).end, 0);
  }

  function showPath(frame: ContentFrame, fills: boolean, strokes: boolean): void {
    const { left: x, bottom: y, right, top, rectangles, others } = frame.path;
    const [, b, c] = frame.state.matrix;
    const isRectangle = rectangles === 1 && others === 0 && b === 0 && c === 0;
    const shown: PaintedPath = { ...paintedObject(frame, x, y), box: [x, y, right, top], isRectangle, fills, strokes };
    endPath(frame);
    if (x > right) return;
    for (const watcher of watchers) watcher.path?.(shown);
    if (fills && frame.state.fill.pattern) showPattern(frame, frame.state.fill);
    if (strokes && frame.state.stroke.pattern) showPattern(frame, frame.state.stroke);
  }

  function showShading(frame: ContentFrame, shading: PDFDict | undefined): void {
    if (!shading) return;
    const space = frame.resources.spaceOf(valueAt(shading, 'ColorSpace'));
    for (const watcher of watchers) watcher.shading?.({ ...paintedObject(frame), space });
  }

  /** A pattern is painted whenever it is used, and shown once a page. */
  function showPattern(frame: ContentFrame, { pattern, space }: Colour): void {
    const dict = asDict(pattern);
    if (numberAt(dict, 'PatternType') === 2) showShading(frame, dictAt(dict, 'Shading'));
    if (!(pattern instanceof PDFRawStream) || patterns.has(pattern)) return;
    patterns.add(pattern);
    const own = dictAt(dict, 'Resources');
    const matrix = times((numbersAt(dict, 'Matrix', 6) ?? identity) as Matrix, frame.base);
    const painting =
      numberAt(dict, 'PaintType') === 2 && space.base
        ? { fill: { space: space.base, values: frame.state.fill.values } }
        : {};
    enter(frame, pattern, resourcesOf(own ?? frame.resources.dict), { ...initialGraphicsState, ...painting, matrix });
  }

  function showObject(frame: ContentFrame, object: PDFObject | undefined): void {
    if (!(object instanceof PDFRawStream)) return;
    const kind = nameAt(object.dict, 'Subtype');
    if (kind === 'Image') showImage(paintedImage(frame, object.dict, object));
    if (kind !== 'Form') return;
    const matrix = (numbersAt(object.dict, 'Matrix', 6) ?? identity) as Matrix;
    const own = dictAt(object.dict, 'Resources');
    const { blend, groupBlend, groupAlpha, fillAlpha, clip } = frame.state;
    const isGroup = dictAt(object.dict, 'Group') !== undefined;
    const inside = {
      groupBlend: isGroup && blend !== 'Normal' ? blend : groupBlend,
      groupAlpha: isGroup ? groupAlpha * fillAlpha : groupAlpha,
      matrix: times(matrix, frame.state.matrix),
    };
    const box = numbersAt(object.dict, 'BBox', 4);
    const clipped = box ? { clip: intersectionOf(clip, transformBox(inside.matrix, box)) } : {};
    enter(frame, object, resourcesOf(own ?? frame.resources.dict), { ...frame.state, ...inside, ...clipped });
  }

  function enter(frame: ContentFrame, form: PDFRawStream, resources: Resources, state: GraphicsState): void {
    if (frame.depth >= Math.min(maxNesting, 40))
      throw new Unreadable(`Forms on page ${frame.page.number} stand in one another without end`);
    // Starting a form costs as much as painting many objects.
    left -= 200;
    const row = numberAt(form.dict, 'StructParents') ?? frame.row;
    const inner = newFrame({ page: frame.page, resources, row, state, marks: frame.marks, depth: frame.depth + 1 });
    const group = dictAt(form.dict, 'Group');
    if (group) showGroup(inner, group);
    read(inner, contentData(form));
  }

  function showGroup(frame: ContentFrame, group: PDFDict): void {
    const shown = { ...paintedObject(frame), group, resources: frame.resources.dict };
    for (const watcher of watchers) watcher.group?.(shown);
  }

  function showImage(image: PaintedImage): void {
    for (const watcher of watchers) watcher.image?.(image);
  }
}

/** The codes of glyphs, with what is known of the distances between them. */
type ShownCodes = Pick<PaintedText, 'codes' | 'steps' | 'shifts'>;

function codesOfRun({ shown: { bytes, steps } }: TextRun, font: PdfFont | undefined): ShownCodes {
  return { codes: font ? font.codes(bytes) : [...bytes], steps, shifts: undefined };
}

function codesOfText({ operator, operands }: Operation, font: PdfFont | undefined): ShownCodes {
  const operand = operands.at(-1) ?? '';
  if (operator === 'TJ') return { ...shiftedCodes(operand, font), steps: undefined };
  const bytes = operandBytes(operand);
  return { codes: font ? font.codes(bytes) : [...bytes], steps: undefined, shifts: undefined };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
