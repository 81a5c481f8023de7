import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import { buildingOperators, fillingOperators, strokingOperators } from '../../pdf-reading/content/path-operators.ts';

/** Whether an operator is part of a path’s construction (ISO 32000-1, 8.5.2). */
export function isPath(operator: string): boolean {
  return buildingOperators.has(operator);
}

/** Whether it paints the path, or ends it (8.5.3). */
export function isPainting(operator: string): boolean {
  return operator === 'n' || fillingOperators.has(operator) || strokingOperators.has(operator);
}

/** Whether a piece has text, or anything else that is more than a path. */
export function hasText(operations: readonly Operation[], from: number): boolean {
  let depth = 0;
  for (let at = from; at < operations.length; at++) {
    const { operator } = operations[at] as Operation;
    if (operator === 'BDC' || operator === 'BMC') depth++;
    else if (operator === 'EMC' && --depth === 0) return false;
    else if (isText(operator) || operator === 'Do' || operator === 'BI') return true;
  }
  return false;
}

/** Whether it shows text (9.4.3). */
export function isText(operator: string): boolean {
  return operator === 'Tj' || operator === 'TJ';
}
