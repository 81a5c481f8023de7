import type * as PdfJs from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist';
import { addressOf } from '../ask.ts';

/** The PDFs of units, read by PDF.js when a page of them is asked for. */
export interface UnitPdfs {
  page(unit: string, number: number): Promise<PDFPageProxy>;
  /** Closes all but the last used and those that are named. */
  closeOthers(units: ReadonlySet<string>): void;
}

/** How many PDFs stay open that no page near the view is in. */
const spare = 3;

let library: Promise<{ pdfJs: typeof PdfJs; worker: PDFWorker }> | undefined;

/** PDF.js with its worker, which reads all PDFs. */
export function pdfJs(): Promise<{ pdfJs: typeof PdfJs; worker: PDFWorker }> {
  library ??= (async () => {
    const pdfJs = (await import(addressOf('pdf.mjs'))) as typeof PdfJs;
    pdfJs.GlobalWorkerOptions.workerSrc = addressOf('pdf.worker.mjs');
    return { pdfJs, worker: new pdfJs.PDFWorker() };
  })();
  return library;
}

/** Opens no PDF yet. */
export function unitPdfs(): UnitPdfs {
  const open = new Map<string, Promise<PDFDocumentProxy>>();

  const read = async (unit: string): Promise<PDFDocumentProxy> => {
    const [{ pdfJs: library, worker }, answer] = await Promise.all([pdfJs(), fetch(addressOf(`units/${unit}.pdf`))]);
    if (!answer.ok) throw new Error(`The unit ${unit} is no longer on the desk`);
    const data = new Uint8Array(await answer.arrayBuffer());
    return library.getDocument({ data, worker, verbosity: 0 }).promise;
  };
  const close = (unit: string): void => {
    const pdf = open.get(unit);
    open.delete(unit);
    pdf?.then((one) => one.loadingTask.destroy()).catch(() => {});
  };

  return {
    async page(unit, number) {
      const pdf = open.get(unit) ?? read(unit);
      // The last that was asked for stands last.
      open.delete(unit);
      open.set(unit, pdf);
      try {
        return await (await pdf).getPage(number);
      } catch (error) {
        if (open.get(unit) === pdf) close(unit);
        throw error;
      }
    },
    closeOthers(units) {
      const others = [...open.keys()].filter((unit) => !units.has(unit));
      for (const unit of others.slice(0, -spare)) close(unit);
    },
  };
}
