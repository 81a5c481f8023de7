/*
 * The rooms that a build comes to late, or not at all. What is in them is loaded when it is asked for: a fault in a manuscript is told before what finishes
 * PDFs is there, and `--only epub` goes without.
 */

export const printing = () => import('./pdf/make-print.ts');
export const separating = async () => (await import('./pdf/press/lcms.ts')).colourEngine();
export const finishing = () => import('./pdf/finish-pdfs.ts');
export const checkingPdfs = () => import('./check/pdf.ts');
export const binding = () => import('./epub/make-books.ts');
export const checkingEpubs = () => import('./check/epub.ts');

/** Loads rooms, or does other work that is done once, ahead of need. What fails is told where it is asked for. */
export function doAhead(...works: (() => Promise<unknown>)[]): void {
  for (const work of works) work().catch(() => {});
}

/** Work that is done when it is first asked for, and once for all who ask. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
