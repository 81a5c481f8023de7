import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { frontMatterSchema, issueSchema, journalSchema } from './schema.ts';

/**
 * The JSON Schemas in schemas/, by file name, from the same source as the validation: an editor program completes keys and underlines faults
 * by them. Check digits and calendar days are beyond JSON Schema; the build checks those.
 */
export function jsonSchemas(): Map<string, string> {
  const schemas: [string, string, v.GenericSchema][] = [
    ['journal.schema.json', 'journal.yaml: the facts of a journal', journalSchema],
    ['issue.schema.json', 'issue.yaml: the facts of an issue', issueSchema],
    ['front-matter.schema.json', 'The front matter of a manuscript', frontMatterSchema],
  ];
  return new Map(
    schemas.map(([name, title, schema]) => {
      const body = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
      return [name, `${JSON.stringify({ ...body, title }, null, 2)}\n`];
    }),
  );
}
