import * as v from 'valibot';
import { report } from '../diagnostics/report.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import type { Located } from './model.ts';
import { nearest } from './nearest.ts';
import type { YamlSource } from './yaml.ts';

/**
 * Holds settings to a schema. Every fault is reported at its value: an unknown key with the nearest known one, a missing key at the
 * mapping that wants it, a wrong value with what was expected. Returns undefined where there is any.
 */
export function validate<S extends v.GenericSchema>(
  source: YamlSource,
  schema: S,
): Located<v.InferOutput<S>> | undefined {
  const result = v.safeParse(schema, source.value);
  if (result.success) return { value: result.output, file: source.file, at: source.at };
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((step) => step.key as string | number);
    reportIssue(source, issue, path, schema);
  }
  return undefined;
}

function reportIssue(
  source: YamlSource,
  issue: v.BaseIssue<unknown>,
  path: (string | number)[],
  schema: v.GenericSchema,
): void {
  const key = String(path.at(-1) ?? '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = keysOf(schema, path.slice(0, -1));
    const close = nearest(key, known);
    report(source.file, 'key-known', {
      at: source.keyAt(...path),
      found: `Unknown key "${key}"`,
      expected: `one of ${known.join(', ')}`,
      fix: close ? `Did you mean "${close}"?` : 'Remove it, or correct its name.',
    });
    return;
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
    report(source.file, 'key-required', {
      at: source.at(...path.slice(0, -1)),
      found: `"${key}" is missing`,
      fix: `Add a line "${key}: …".`,
    });
    return;
  }
  const rule: RuleId = issue.message.includes('fits the others') ? 'identifier-check' : 'value-form';
  const given = issue.input;
  const shown =
    typeof given === 'object' ? (Array.isArray(given) ? 'a list' : 'keys and values') : JSON.stringify(given);
  report(source.file, rule, {
    at: source.at(...path),
    found:
      path.length > 0 ? `"${nameOf(path)}" is ${shown}` : `The file holds ${source.value === null ? 'nothing' : shown}`,
    expected: issue.message,
  });
}

/** `authors[1].orcid` of a path, indexes counted from 1 as people do. */
function nameOf(path: (string | number)[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? ` ${step + 1}` : i > 0 ? ` ${step}` : step))
    .join('')
    .trim();
}

/** The keys that the schema knows at a path. */
function keysOf(schema: v.GenericSchema, path: (string | number)[]): string[] {
  let here = schema as unknown as {
    entries?: Record<string, unknown>;
    item?: unknown;
    wrapped?: unknown;
    pipe?: unknown[];
  };
  const open = (): void => {
    while (here && !here.entries && !here.item && (here.wrapped || here.pipe))
      here = (here.wrapped ?? here.pipe?.[0]) as typeof here;
  };
  for (const step of path) {
    open();
    here = (typeof step === 'number' ? here.item : here.entries?.[step]) as typeof here;
  }
  open();
  return Object.keys(here?.entries ?? {});
}
