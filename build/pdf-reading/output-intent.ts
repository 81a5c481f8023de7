import type { PDFDict } from '@cantoo/pdf-lib';
import { asDict, itemsAt, nameAt, valueAt } from './file/objects.ts';
import { readProfile } from './icc.ts';
import type { Pdf } from './read-pdf.ts';

/** The output intents of PDF/X and of PDF/A (ISO 32000-1, 14.11.5). */
export type IntentKind = 'GTS_PDFX' | 'GTS_PDFA1';

/** Returns all output intents of a file. */
export function outputIntents({ catalog }: Pick<Pdf, 'catalog'>): PDFDict[] {
  return itemsAt(catalog, 'OutputIntents').flatMap((one) => asDict(one) ?? []);
}

/** Returns the colour space of the device that a file’s output intent of a kind describes: `CMYK`, `RGB`, `GRAY`. */
export function intentSpace(pdf: Pdf, kind: IntentKind): string | undefined {
  const intent = outputIntents(pdf).find((one) => nameAt(one, 'S') === kind);
  const profile = readProfile(valueAt(intent, 'DestOutputProfile'));
  return typeof profile === 'string' ? undefined : profile.space;
}
