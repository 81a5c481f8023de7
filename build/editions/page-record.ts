import type { FinishedFile } from '../check/editions/read-editions.ts';
import type { PageRecord } from '../record/schema.ts';
import { type Edition, pagesOf } from './edition.ts';

const path = 'pages.json';

/** The page record as a file, for other programs and for later checks. */
export const pageRecordEdition: Edition = {
  name: 'page-record',
  about: 'on which page everything stands, as JSON',
  needs: 'pages',
  goesWithPages: true,
  stages: { make: 'Writing the page record', check: 'Checking the page record' },
  has: (other) => other === path,
  async make(context, files) {
    const { writePageRecord } = await import('../pages/page-record.ts');
    await files.write(path, writePageRecord(pagesOf(context).record));
    return [{ path }];
  },
};

/** Reads the page record among the finished files of an issue; undefined if there is no readable one. */
export async function finishedRecord(files: readonly FinishedFile[]): Promise<PageRecord | undefined> {
  const one = files.find((file) => file.path === path);
  const { readRecord } = await import('../check/editions/read-record.ts');
  return one && readRecord(one.file, await one.read());
}
