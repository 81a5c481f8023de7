import type { Operation } from '../../pdf-reading/content/content-stream.ts';
import { buildingOperators, fillingOperators, strokingOperators } from '../../pdf-reading/content/path-operators.ts';

/** True for an operator that constructs a path (ISO 32000-1, 8.5.2). */
export function isPathOperator(operator: string): boolean {
  return buildingOperators.has(operator);
}

/** True for an operator that paints the path, or ends it (8.5.3). */
export function isPaintingOperator(operator: string): boolean {
  return operator === 'n' || fillingOperators.has(operator) || strokingOperators.has(operator);
}

/** True if a piece has text, or anything else except paths. */
export function hasText(operations: readonly Operation[], from: number): boolean {
  let depth = 0;
  for (let at = from; at < operations.length; at++) {
    const { operator } = operations[at] as Operation;
    if (operator === 'BDC' || operator === 'BMC') depth++;
    else if (operator === 'EMC' && --depth === 0) return false;
    else if (isTextOperator(operator) || operator === 'Do' || operator === 'BI') return true;
  }
  return false;
}

/** True for an operator that shows text (9.4.3). */
export function isTextOperator(operator: string): boolean {
  return operator === 'Tj' || operator === 'TJ';
}
