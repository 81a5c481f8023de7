import type { Sink } from '../../disk/output-files.ts';
import type { Trimming } from '../../pages/in-page/page-rules.ts';
import { openPdf, openToRead } from '../../pdf-reading/file/open-pdf.ts';
import type { DocumentFacts } from '../document-facts.ts';
import { characterMendings } from '../mend-characters.ts';
import type { PageFindings } from './inspect-pages.ts';
import { linkPress } from './link-press.ts';
import type { PressSettings } from './press-settings.ts';
import { separateUnit } from './separate-unit.ts';

/** Pages as the browser drew them, and the changes that the press needs. */
export interface PressInput {
  pdf: Uint8Array;
  trimming: Trimming;
  about: DocumentFacts;
  /** The folds of the sheet, in PDF points from the left edge of the trimmed page. */
  folds?: readonly number[];
}

/**
 * Makes the printer’s PDF of pages that the browser drew, by PDF/X-4 (ISO 15930-7:2010): in inks, with bleed and marks,
 * and without everything that only readers on a screen use. Returns the findings on its pages.
 */
export async function finishPress(
  { pdf, trimming, about, folds = [] }: PressInput,
  settings: PressSettings,
  sink: Sink,
): Promise<PageFindings<string>> {
  const press = await linkPress(about, trimming, settings, sink);
  const document = openPdf(pdf, characterMendings(openToRead(pdf)));
  await press.add(await separateUnit({ pdf, document }, trimming, settings, folds));
  return press.finish(1);
}
