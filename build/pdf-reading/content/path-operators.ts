/*
 * The operators of paths in content streams (ISO 32000-1, 8.5).
 */

/** Operators that construct a path (8.5.2). */
export const buildingOperators: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
/** Operators that make the path a clip when it is painted (8.5.4). */
export const clippingOperators: ReadonlySet<string> = new Set(['W', 'W*']);
/** Operators that fill and that stroke the path (8.5.3). */
export const fillingOperators: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
export const strokingOperators: ReadonlySet<string> = new Set(['S', 's', 'B', 'B*', 'b', 'b*']);
