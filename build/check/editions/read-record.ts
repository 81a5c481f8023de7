import * as v from 'valibot';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { type PageRecord, pageRecordSchema } from '../../record/schema.ts';

/** Reads the page record of finished editions; undefined if it cannot be read, which is reported. */
export function readRecord(file: VFile, bytes: Uint8Array): PageRecord | undefined {
  try {
    return v.parse(pageRecordSchema, JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    report(file, 'edition-whole', {
      found: `The page record cannot be read: ${(error as Error).message.split('\n')[0]}`,
      expected: 'a record as pages.schema.json has it',
      fix: 'Build the issue again.',
    });
    return undefined;
  }
}
