/*
 * The limits on what a PDF may demand of the machine. An issue of a thousand pages stays far below them; a file that
 * exceeds one is broken or hostile, and is reported as that.
 */

/** Bytes of a file: enough for a thousand photographs, each in four inks and as large as a page shows it. */
export const maxFileBytes = 1024 * 2 ** 20;
/** Bytes of one stream after decoding. */
export const maxDecodedBytes = 512 * 2 ** 20;
export const maxPages = 20_000;
/** Operations of all pages; what is drawn repeatedly counts each time. */
export const maxOperations = 20_000_000;
/** Nesting of forms, page trees, tags and name trees. */
export const maxNesting = 200;
/** Nesting of `q` … `Q`. ISO 32000-1 requires 28 of readers (Annex C). */
export const maxSavedStates = 4096;
export const maxTags = 4_000_000;
/** Milliseconds for one file, in a process of its own. */
export const maxMilliseconds = 120_000;
