/*
 * What a PDF may ask of the machine. An issue of a thousand pages stays far below; what goes beyond is broken or hostile, and is told as that.
 */

/** Bytes of a file: a thousand photographs, each as large as a page shows it in four inks. */
export const mostBytes = 1024 * 2 ** 20;
/** Bytes that one stream may come to when it is decoded. */
export const mostDecoded = 512 * 2 ** 20;
export const mostPages = 20_000;
/** Operations of all pages, with what is drawn again counted again. */
export const mostOperations = 20_000_000;
/** How deep forms stand in forms, page trees, tags and trees of names nest. */
export const deepest = 200;
/** How deep `q` … `Q` nest. ISO 32000-1 asks readers for 28 (Annex C). */
export const mostSaved = 4096;
export const mostTags = 4_000_000;
/** Milliseconds for one file, in a process that looks after itself. */
export const mostTime = 120_000;
