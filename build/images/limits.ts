/* The limits of what a picture may take of the machine. A press or a screen can show much less. */

/**
 * Pixels of a picture that is taken apart and made smaller, at some twelve bytes of memory each. Except for a few,
 * cameras have at most 60 million.
 */
export const maxPixels = 64_000_000;
/**
 * Pixels of a picture that goes to the browser as it is: GIF, WebP, JPEG in inks. The browser writes each into the PDF
 * without loss.
 */
export const maxPixelsAsIs = 24_000_000;
/** Pixels of all such pictures of an issue. */
export const maxPixelsTogether = 120_000_000;
/** Bytes of a picture, and of one that goes to the browser as it is, in one string. */
export const maxBytes = 100_000_000;
export const maxBytesAsIs = 40_000_000;
/** Pixels in print: an A4 page at 300 to the inch, all that a press can show. */
export const maxPrintedPixels = 2480 * 3508;

/** The pixels of a picture in an e-book (Apple Books Asset Guide 5.3, “Interior images”). */
export const maxPixelsInBook = 5_600_000;
