import type { VFile } from 'vfile';
import type { Chrome } from '../../browser/browser.ts';
import { composeBackCover } from '../../cover/cover-sheet.ts';
import { report } from '../../diagnostics/report.ts';
import type { Issue, IssueFacts, Located } from '../../issue/model.ts';
import type { Trimming } from '../../pages/in-page/page-rules.ts';
import { openPdf, openToRead } from '../../pdf-reading/file/open-pdf.ts';
import type { Style } from '../../styles/style.ts';
import type { Theme } from '../../theme/theme.ts';
import { characterMendings } from '../mend-characters.ts';
import { printSite } from '../print.ts';
import type { PressPart } from './press-part.ts';
import type { PressSettings } from './press-settings.ts';
import { separateUnit } from './separate-unit.ts';

/** An issue whose cover is the first pages of its print PDF. */
export interface BackCoverJob {
  issue: Issue;
  style: Style;
  theme: Theme;
  settings: PressSettings;
  facts: Located<IssueFacts>;
}

/**
 * Makes the back of the cover, the last page of a print PDF that begins with the cover. Throws TemplateError,
 * BrowserDied.
 */
export async function makeBackCover(
  chrome: Chrome,
  { issue, style, theme, settings, facts }: BackCoverJob,
  trimming: Trimming,
): Promise<{ part: PressPart; pdf: Uint8Array }> {
  const pdf = await printSite(chrome, await composeBackCover(issue, style, theme), issue.made);
  const part = await separateUnit(openPdf(pdf, characterMendings(openToRead(pdf))), trimming, settings);
  if (part.count !== 1) reportPages(part.count, facts.file);
  return { part, pdf };
}

/** Reports a back of more than one page: a journal’s own stylesheet may not know of it. */
function reportPages(count: number, file: VFile): void {
  report(file, 'press-cover', {
    found: `The back of the cover has ${count} pages`,
    expected: 'one',
    fix: 'Import ../base/cover-sheet.css into the print.css of the style, and see what makes its content larger.',
  });
}
