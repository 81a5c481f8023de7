/*
 * The limits of what a PDF may take of the machine. An issue of a thousand pages stays far below; a file beyond them is
 * broken or hostile, and is reported as that.
 */

/** Bytes of a file: a thousand photographs, each as large as a page shows it in four inks. */
export const maxFileBytes = 1024 * 2 ** 20;
/** Bytes of one decoded stream. */
export const maxDecodedBytes = 512 * 2 ** 20;
export const maxPages = 20_000;
/** Operations of all pages; repeated forms count each time. */
export const maxOperations = 20_000_000;
/** The depth to which forms, page trees, tags and name trees nest. */
export const maxNesting = 200;
/** The depth to which `q` … `Q` nest. ISO 32000-1 asks readers for 28 (Annex C). */
export const maxSavedStates = 4096;
export const maxTags = 4_000_000;
/** Milliseconds of work for one file. */
export const maxTime = 120_000;
