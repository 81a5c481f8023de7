import * as v from 'valibot';
import { type PageRecord, pageRecordSchema } from './schema.ts';

/** The page record that a text has as JSON; undefined for any other text. */
export function parseRecord(json: string): PageRecord | undefined {
  try {
    const read = v.safeParse(pageRecordSchema, JSON.parse(json));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
