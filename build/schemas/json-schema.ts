import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { frontMatterSchema, issueSchema, journalSchema } from '../issue/schema.ts';
import { pageRecordSchema } from '../record/schema.ts';

/**
 * The JSON Schemas in build/schemas/, by file name, from the same source as the validation: editors’ programs complete
 * keys, explain them and underline faults by them. JSON Schema cannot express check digits and calendar days; the build
 * checks those.
 */
export function jsonSchemas(): Map<string, string> {
  const schemas: [string, string, v.GenericSchema][] = [
    ['journal.schema.json', 'journal.yaml: the facts of a journal', journalSchema],
    ['issue.schema.json', 'issue.yaml: the facts of an issue', issueSchema],
    ['front-matter.schema.json', 'The front matter of a manuscript', frontMatterSchema],
    ['pages.schema.json', 'pages.json: the page record of an issue', pageRecordSchema],
  ];
  return new Map(
    schemas.map(([name, title, schema]) => {
      const { $schema, ...body } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }) as JsonSchema;
      describe(body, schema);
      return [name, `${JSON.stringify({ $schema, title, ...body }, null, 2)}\n`];
    }),
  );
}

/** The parts of a JSON Schema that are used here. */
export interface JsonSchema {
  $schema?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  required?: string[];
}

/**
 * Puts the help of every key into its JSON Schema: the converter stops at the first step that changes a value, and
 * loses the help behind it.
 */
function describe(json: JsonSchema, schema: v.GenericSchema): void {
  const { wrapped, entries = {}, item } = schema as SchemaParts;
  if (wrapped) {
    describe(json, wrapped);
    return;
  }
  const help = v.getDescription(schema);
  if (help) json.description = help;
  for (const [key, value] of Object.entries(entries)) describe(json.properties?.[key] ?? {}, value);
  if (item) describe(json.items ?? {}, item);
}

/** The parts of a schema, if it has any. */
interface SchemaParts {
  wrapped?: v.GenericSchema;
  entries?: Record<string, v.GenericSchema>;
  item?: v.GenericSchema;
}
