import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  identity,
  type Matrix,
  scaleOf,
  times,
  transformBox,
  translated,
} from '../../../build/pdf-reading/content/matrix.ts';
import type { Rectangle } from '../../../build/pdf-reading/pages.ts';

/** A glyph as a page paints it, in points from the lower left of the page. */
export interface Glyph {
  x: number;
  /** The baseline. */
  y: number;
  size: number;
  /** The advance width, without what is added between letters and words. */
  width: number;
  text: string;
  /** The name of the face, without what marks a subset. */
  face: string;
}

/** All that a page paints and that is upright. */
export interface PaintedPage {
  /** From 1, in the order of the file. */
  number: number;
  /** The printed number; the number in the file where the PDF has no labels. */
  folio: string;
  width: number;
  glyphs: Glyph[];
  /** Pictures and shapes. */
  boxes: Rectangle[];
}

/** The part of the state of a page’s content that places glyphs (ISO 32000-1, 9.3). */
interface State {
  matrix: Matrix;
  font: string;
  size: number;
  charSpace: number;
  wordSpace: number;
  stretch: number;
  rise: number;
  leading: number;
}

/** A glyph as pdf.js gives it; a number is a shift, in thousandths of the size. */
type Shown = { unicode: string; width: number; isSpace: boolean } | number;

/** Reads what the pages of a PDF from any producer paint. */
export async function paintedPages(pdf: Uint8Array): Promise<PaintedPage[]> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0, disableFontFace: true }).promise;
  const labels = await document.getPageLabels();
  const pages: PaintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const [left = 0, bottom = 0, right = 0] = page.view;
    const faceOf = (font: string) => faceName((page.commonObjs.get(font) as { name?: string }).name ?? '');
    const painted: PaintedPage = {
      number,
      folio: labels?.[number - 1] || String(number),
      width: right - left,
      ...paint(fnArray, argsArray as unknown[][], faceOf, [1, 0, 0, 1, -left, -bottom]),
    };
    pages.push(painted);
  }
  await document.loadingTask.destroy();
  return pages;
}

function paint(
  operators: readonly number[],
  args: readonly unknown[][],
  faceOf: (font: string) => string,
  base: Matrix,
): Pick<PaintedPage, 'glyphs' | 'boxes'> {
  const glyphs: Glyph[] = [];
  const boxes: Rectangle[] = [];
  let state: State = { matrix: base, font: '', size: 0, charSpace: 0, wordSpace: 0, stretch: 1, rise: 0, leading: 0 };
  let text = identity;
  let line = text;
  const saved: State[] = [];
  const faces = new Map<string, string>();
  const nextLine = (x: number, y: number) => {
    line = translated(line, x, y);
    text = line;
  };
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const enter = (matrix: unknown) => {
    saved.push(state);
    if (matrix) state = { ...state, matrix: times(matrix as Matrix, state.matrix) };
  };
  const show = (shown: readonly Shown[]) => {
    const face = faces.get(state.font) ?? faceOf(state.font);
    faces.set(state.font, face);
    for (const one of shown) {
      if (typeof one === 'number') {
        text = translated(text, (-one / 1000) * state.size * state.stretch, 0);
        continue;
      }
      const place = times(text, state.matrix);
      const upright = Math.abs(place[1]) < 1e-3 * Math.abs(place[0]) && place[0] > 0;
      const advance = (one.width / 1000) * state.size * state.stretch;
      if (upright) {
        const { y: scale } = scaleOf(place);
        const [x, y] = [place[4], place[5] + state.rise * scale];
        glyphs.push({ x, y, size: state.size * scale, width: advance * place[0], text: one.unicode, face });
      }
      const space = state.charSpace + (one.isSpace ? state.wordSpace : 0);
      text = translated(text, advance + space * state.stretch, 0);
    }
  };
  const effects: Record<number, (args: readonly unknown[]) => void> = {
    [OPS.save]: () => saved.push(state),
    [OPS.restore]: restore,
    [OPS.transform]: (matrix) => {
      state = { ...state, matrix: times(matrix as unknown as Matrix, state.matrix) };
    },
    [OPS.paintFormXObjectBegin]: ([matrix]) => enter(matrix),
    [OPS.paintFormXObjectEnd]: restore,
    [OPS.beginText]: () => {
      text = identity;
      line = text;
    },
    [OPS.setFont]: ([font, size]) => {
      state = { ...state, font: font as string, size: size as number };
    },
    [OPS.setCharSpacing]: ([charSpace]) => {
      state = { ...state, charSpace: charSpace as number };
    },
    [OPS.setWordSpacing]: ([wordSpace]) => {
      state = { ...state, wordSpace: wordSpace as number };
    },
    [OPS.setHScale]: ([stretch]) => {
      state = { ...state, stretch: (stretch as number) / 100 };
    },
    [OPS.setTextRise]: ([rise]) => {
      state = { ...state, rise: rise as number };
    },
    [OPS.setLeading]: ([leading]) => {
      state = { ...state, leading: leading as number };
    },
    [OPS.moveText]: ([x, y]) => nextLine(x as number, y as number),
    [OPS.setLeadingMoveText]: ([x, y]) => {
      state = { ...state, leading: -(y as number) };
      nextLine(x as number, y as number);
    },
    [OPS.setTextMatrix]: ([matrix]) => {
      text = Array.from(matrix as Float32Array) as unknown as Matrix;
      line = text;
    },
    [OPS.nextLine]: () => nextLine(0, -state.leading),
    [OPS.showText]: ([shown]) => show(shown as Shown[]),
    [OPS.constructPath]: ([painter, , extent]) => {
      // A path that is not painted clips.
      if (extent && painter !== OPS.endPath) boxes.push(transformBox(state.matrix, Array.from(extent as Float32Array)));
    },
  };
  for (const operator of [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
    effects[operator] = () => boxes.push(transformBox(state.matrix, [0, 0, 1, 1]));
  for (const [i, operator] of operators.entries()) effects[operator]?.(args[i] ?? []);
  return { glyphs, boxes };
}

function faceName(name: string): string {
  return name.replace(/^[A-Z]{6}\+/, '');
}
