/*
 * What operators of content streams do with a path (ISO 32000-1, 8.5).
 */

/** They build it (8.5.2). */
export const buildingOperators: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
/** They make it the clip, when it is painted (8.5.4). */
export const clippingOperators: ReadonlySet<string> = new Set(['W', 'W*']);
/** They fill it, and they stroke it (8.5.3). */
export const fillingOperators: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
export const strokingOperators: ReadonlySet<string> = new Set(['S', 's', 'B', 'B*', 'b', 'b*']);
