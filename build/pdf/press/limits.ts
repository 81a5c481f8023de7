/*
 * What a press can show, as printers ask for it.
 */

/** Pixels to the inch: the fewest that a picture should have as it is printed, and the fewest that it may have. */
export const goodResolution = 200;
export const leastResolution = 100;
/** PDF points. Plates hold a line of this width, also where it is not solid black. */
export const leastLine = 0.25;
/** PDF points. What is smaller is a speck: no line, and no picture but the edge of an ornament or the tile of a pattern. */
export const speck = 4;
