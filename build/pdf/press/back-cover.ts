import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import type { IssueFacts, Located } from '../../issue/model.ts';
import type { Trimming } from '../../pages/in-page/page-rules.ts';
import { openPdf, openToRead } from '../../pdf-reading/file/open-pdf.ts';
import { characterMendings } from '../mend-characters.ts';
import type { PressPart } from './press-part.ts';
import type { PressSettings } from './press-settings.ts';
import { separateUnit } from './separate-unit.ts';

/** Makes the last page of a print PDF that begins with the cover: its back, of which `pdf` is the print. */
export async function makeBackCover(
  pdf: Uint8Array,
  trimming: Trimming,
  settings: PressSettings,
  facts: Located<IssueFacts>,
): Promise<PressPart> {
  const document = openPdf(pdf, characterMendings(openToRead(pdf)));
  const part = await separateUnit({ pdf, document }, trimming, settings);
  if (part.count !== 1) reportPages(part.count, facts.file);
  return part;
}

/** Reports a back of more than one page: a journal’s own stylesheet may not know of it. */
function reportPages(count: number, file: VFile): void {
  report(file, 'press-cover', {
    found: `The back of the cover has ${count} pages`,
    expected: 'one',
    fix: 'Import ../base/cover-sheet.css into the print.css of the style, and see what makes its content larger.',
  });
}
