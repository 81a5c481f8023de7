/** The name of the stylesheet, of those that a style has, that the printed pages are made with. */
export const pagesSheet = 'print';
