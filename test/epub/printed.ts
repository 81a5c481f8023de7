import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Chrome } from '../../build/browser/browser.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { type EpubResult, makeEpub } from '../../build/epub/epub.ts';
import { dressPictures } from '../../build/fonts/dress-pictures.ts';
import type { Issue } from '../../build/issue/model.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import type { PagesMade } from '../../build/pages/join-pages.ts';
import { pageRecord } from '../../build/pages/page-record.ts';
import { makePrint } from '../../build/pdf/make-print.ts';
import type { PageRecord } from '../../build/record/schema.ts';
import { readStyle } from '../../build/styles/style.ts';
import { openTheme } from '../../build/theme/theme.ts';
import { wholePdf } from '../pages/print.ts';

/** An issue as it was printed, and its EPUB. */
export interface Both {
  issue: Issue;
  pdf: Uint8Array;
  pages: PagesMade;
  record: PageRecord;
  bound: EpubResult;
}

/** The sample issue, and the real one beside the repository. */
export const repositories = {
  sample: { root: offprintRoot, folder: '2026-1' },
  real: { root: join(offprintRoot, '../shared/journals/ukraine-analytica'), folder: '2015-1' },
};

/** Makes both editions of an issue of a repository. */
export async function printAndBind(chrome: Chrome, root: string, folder: string, style?: string): Promise<Both> {
  const repository = await openRepository(root);
  const theme = await openTheme(repository);
  const issue = await prepareIssue(await readIssue(repository, folder), repository, theme.terms);
  const [print, epub] = await Promise.all(
    (['print', 'epub'] as const).map((edition) => readStyle(repository, style ?? issue.journal.style, edition)),
  );
  if (!print || !epub) throw new Error('There is no style');
  const { units, pages } = await makePrint(chrome, await dressPictures(issue, print), print, theme);
  const record = pageRecord(issue, pages);
  const bound = await makeEpub(await dressPictures(issue, epub, true), epub, theme, { record });
  return { issue, pdf: await wholePdf(units), pages, record, bound };
}

/** The text of each page of a PDF, as it is drawn, with a space between pieces that stand apart. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  try {
    const pages: string[] = [];
    for (let i = 1; i <= document.numPages; i++) {
      const { items } = await (await document.getPage(i)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
    }
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}
