import { PDFArray, type PDFDict, PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { walkPages } from '../../build/pdf-reading/content/walk.ts';
import { collectSigns, type PageSign } from '../../build/pdf-reading/page-signs.ts';
import { readPdf } from '../../build/pdf-reading/read-pdf.ts';

/** A text of an annotation, as UTF-16. */
export const text = (value: string): PDFHexString => PDFHexString.fromText(value);

/** A PDF whose first page gets annotations. */
export interface AnnotatedPdf {
  document: PDFDocument;
  /** Adds an annotation; its keys are as PDF has them. */
  add(entries: Record<string, unknown>): PDFRef;
  /** The corners of the words, line by line: left and right, bottom and top. */
  linesOf(words: string): [number, number, number, number][];
  /** The point before or behind words, at their baseline. */
  edgeOf(words: string, side: 'before' | 'behind'): [number, number];
}

/** Opens a PDF to annotate its page `number` by hand. */
export async function annotating(pdf: Uint8Array, number = 1): Promise<AnnotatedPdf> {
  const { pages, watcher } = collectSigns();
  walkPages((await readPdf(pdf)).pages, [watcher]);
  const signs = pages.get(number) ?? [];
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  const page = document.getPage(number - 1);
  return {
    document,
    add(entries) {
      const dict = context.obj({ Type: 'Annot', F: 4, P: page.ref, ...entries } as never) as unknown as PDFDict;
      const ref = context.register(dict);
      const before = page.node.lookup(PDFName.of('Annots'));
      page.node.set(PDFName.of('Annots'), context.obj([...(before instanceof PDFArray ? before.asArray() : []), ref]));
      return ref;
    },
    linesOf(words) {
      const lines: PageSign[][] = [];
      for (const sign of signsOf(signs, words)) {
        const line = lines.at(-1);
        if (line?.[0] && Math.abs(line[0].middle[1] - sign.middle[1]) < 3) line.push(sign);
        else lines.push([sign]);
      }
      return lines.map((line): [number, number, number, number] => [
        Math.min(...line.map(({ box }) => box[0])),
        Math.min(...line.map(({ box }) => box[1])),
        Math.max(...line.map(({ box }) => box[2])),
        Math.max(...line.map(({ box }) => box[3])),
      ]);
    },
    edgeOf(words, side) {
      const found = signsOf(signs, words);
      const { box, middle, size } = (side === 'before' ? found[0] : found.at(-1)) as PageSign;
      return [side === 'before' ? box[0] : box[2], middle[1] - size / 4];
    },
  };
}

function signsOf(signs: readonly PageSign[], words: string): PageSign[] {
  // A ligature is one sign of several letters.
  const letters = signs.flatMap((sign) =>
    [...sign.text].filter((one) => /[^\s\u00ad]/.test(one)).map((one) => ({ one, sign })),
  );
  const wanted = words.replace(/\s/g, '');
  const at = letters
    .map(({ one }) => one)
    .join('')
    .indexOf(wanted);
  if (at < 0) throw new Error(`The page lacks ${words}`);
  return [...new Set(letters.slice(at, at + wanted.length).map(({ sign }) => sign))];
}

/** Corners as the standard has them, round the area. */
export const round = ([left, bottom, right, top]: readonly number[]) => [
  left,
  bottom,
  right,
  bottom,
  right,
  top,
  left,
  top,
];
/** Corners as Acrobat writes them, and most others after it: the upper ones first, each from the left. */
export const zigzag = ([left, bottom, right, top]: readonly number[]) => [
  left,
  top,
  right,
  top,
  left,
  bottom,
  right,
  bottom,
];
/** The rectangle around areas. */
export const around = (areas: readonly (readonly number[])[]) => [
  Math.min(...areas.map(([left = 0]) => left)),
  Math.min(...areas.map(([, bottom = 0]) => bottom)),
  Math.max(...areas.map(([, , right = 0]) => right)),
  Math.max(...areas.map(([, , , top = 0]) => top)),
];
