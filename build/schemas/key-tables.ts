import type { JsonSchema } from './json-schema.ts';

/** The pages of documentation with tables of keys, by their paths in the repository. */
export const pagesWithKeys = ['README.md', 'docs/printer.md'];

/**
 * Fills the tables of keys in `page` (Markdown). `<!-- keys: NAME -->` asks for the keys of the JSON Schema that
 * `schemas` has under NAME, `<!-- keys: NAME print -->` for those inside its key `print:`, and
 * `<!-- keys: NAME but print -->` for all others; the table is between that and `<!-- /keys -->`.
 */
export function fillKeyTables(page: string, schemas: ReadonlyMap<string, string>): string {
  return page.replace(
    /(<!-- keys: (\S+)(?: (but )?(\S+))? -->\n)[\s\S]*?(<!-- \/keys -->)/g,
    (_, begin, name, but, key, end) => {
      const text = schemas.get(name);
      if (text === undefined) throw new Error(`There is no JSON Schema ${name}.`);
      const schema = JSON.parse(text) as JsonSchema;
      const table = key && !but ? keyTable(schema.properties?.[key] ?? {}) : keyTable(schema, key);
      return `${begin}${table}${end}`;
    },
  );
}

/**
 * Makes a Markdown table of the keys of a JSON Schema, with those inside a key after it, and the help that editors’
 * programs show; `closed` is a key whose inner keys are left out.
 */
export function keyTable(schema: JsonSchema, closed?: string): string {
  return `| key | is |\n|---|---|\n${rows(schema, '', closed)}`;
}

function rows(schema: JsonSchema, outer: string, closed?: string): string {
  return Object.entries(schema.properties ?? {})
    .map(([key, value]) => {
      const help = [value.description, schema.required?.includes(key) ? '*Required.*' : undefined].filter(Boolean);
      const row = `| ${outer}\`${key}:\` | ${help.join(' ')} |\n`;
      if (key === closed) return row;
      return row + rows(value.items?.properties ? value.items : value, `${outer}\`${key}:\` `);
    })
    .join('');
}
