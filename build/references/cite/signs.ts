/** A node of the author’s in the words before or behind a work; the processor sees its number between these signs. */
export const openSign = '\uE010';
export const closeSign = '\uE011';
