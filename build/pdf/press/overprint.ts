import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { Colour } from '../../pdf-reading/content/colour.ts';
import { type ContentFrame, emptyPath, newFrame } from '../../pdf-reading/content/content-frame.ts';
import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import { type GraphicsState, initialGraphicsState, isTransparent } from '../../pdf-reading/content/graphics-state.ts';
import { minScaleOf } from '../../pdf-reading/content/matrix.ts';
import { graphicsEffects } from '../../pdf-reading/content/operators.ts';
import {
  buildingOperators,
  clippingOperators,
  fillingOperators,
  strokingOperators,
} from '../../pdf-reading/content/path-operators.ts';
import type { Resources } from '../../pdf-reading/content/resources.ts';
import type { PdfPage } from '../../pdf-reading/pages.ts';

/**
 * The graphics states that turn overprinting on and off, by their names in a page’s resources (ISO 32000-2, 8.4.5,
 * 8.6.7).
 */
const overprintStates = {
  BlackOver: { OP: true, op: true, OPM: 1 },
  BlackOut: { OP: false, op: false, OPM: 0 },
} as const;

/** PDF points. Anything thicker is an area, through which the edges of the colours below would show. */
const maxRuleWidth = 3;

/**
 * Makes text and rules in solid black overprint: the colours below are not cut out for them, so that no paper shows
 * where the plates are a hair off. Everything else knocks out what lies below: areas, greys, colours, and above all
 * white. So does transparent content, whose colour is mixed with the one below. `operations` are those of a page or a
 * form, in inks.
 */
export function* overprintBlack(
  operations: Iterable<Operation>,
  page: PdfPage,
  resources: Resources,
): Generator<Operation> {
  const frame = newFrame({ page, resources, row: undefined, state: initialGraphicsState, marks: [], depth: 0 });
  let path: Operation[] = [];
  for (const operation of operations) {
    const { operator } = operation;
    graphicsEffects.get(operator)?.(frame, operation.operands, operation);
    if (buildsPath.has(operator)) path.push(operation);
    else {
      const over = overprints(frame, operator);
      if (over !== undefined && over !== frame.state.overprintFill) {
        const name = over ? 'BlackOver' : 'BlackOut';
        yield { operator: 'gs', operands: [`/${name}`] };
        frame.state = { ...frame.state, overprintFill: over };
      }
      if (path.length > 0) {
        yield* path;
        path = [];
        frame.path = emptyPath();
      }
      yield operation;
    }
  }
  yield* path;
}

/**
 * The operators that build a path, or make it a clip when it is painted: no other operator may come between these and
 * the painting (ISO 32000-2, 8.5.1).
 */
const buildsPath = new Set([...buildingOperators, ...clippingOperators]);
const text = new Set(['Tj', 'TJ', "'", '"']);
const pictures = new Set(['Do', 'sh', 'BI']);

/** True if the content that an operator paints overprints; undefined for an operator that paints nothing. */
function overprints({ state, path }: ContentFrame, operator: string): boolean | undefined {
  if (text.has(operator)) {
    const mode = state.textMode % 4;
    return mode === 3 ? undefined : isSolid(state, mode !== 1, mode !== 0);
  }
  if (pictures.has(operator)) return false;
  const [isFilled, isStroked] = [fillingOperators.has(operator), strokingOperators.has(operator)];
  if (!isFilled && !isStroked) return undefined;
  const thin = isFilled ? Math.min(path.right - path.left, path.top - path.bottom) : 0;
  const width = isStroked ? state.lineWidth * minScaleOf(state.matrix) : 0;
  return Math.max(thin, width) <= maxRuleWidth && isSolid(state, isFilled, isStroked);
}

/** True if a state paints in black ink alone, and nothing below shows through. */
function isSolid(state: GraphicsState, isFilled: boolean, isStroked: boolean): boolean {
  return !isTransparent(state) && (!isFilled || isBlack(state.fill)) && (!isStroked || isBlack(state.stroke));
}

function isBlack({ space, values, pattern }: Colour): boolean {
  return !pattern && space.family === 'DeviceCMYK' && values.join(' ') === '0 0 0 1';
}

/** Adds the graphics states to resources. */
export function addOverprintStates(resources: PDFDict): void {
  const { context } = resources;
  const key = PDFName.of('ExtGState');
  const states = resources.lookupMaybe(key, PDFDict) ?? context.obj({});
  for (const [name, parameters] of Object.entries(overprintStates))
    states.set(PDFName.of(name), context.obj(parameters));
  resources.set(key, states);
}
