/* The limits of a press, as printers state them. */

/** Pixels to the inch of a printed picture: below the first is a warning, below the second an error. */
export const goodResolution = 200;
export const minResolution = 100;
/** PDF points. Plates can print a line of this width, even where it is not solid black. */
export const minLineWidth = 0.25;
/**
 * PDF points. Anything smaller is a speck, neither a line nor a picture: the edge of an ornament or the tile of a
 * pattern.
 */
export const speck = 4;
