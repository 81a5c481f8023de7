/*
 * What a picture may ask of the machine. What a press or a screen can show of it is much less.
 */

/**
 * Pixels of a picture that is taken apart and made smaller, at some twelve bytes of memory each. Except for a few,
 * cameras have at most 60 million.
 */
export const mostPixels = 64_000_000;
/**
 * Pixels of one that has to go to the browser as it is: GIF, WebP, JPEG in inks. The browser writes each into the PDF
 * without loss.
 */
export const mostAsIs = 24_000_000;
/** Pixels of all of these in an issue. */
export const mostTogether = 120_000_000;
/** Bytes of a picture, and of one that has to go to the browser as it is: it is handed over as one text. */
export const mostBytes = 100_000_000;
export const mostBytesAsIs = 40_000_000;
/** Pixels that are printed: an A4 page at 300 to the inch, which is all that a press can show. */
export const mostPrinted = 2480 * 3508;
