import * as v from 'valibot';
import { report } from '../diagnostics/report.ts';
import { closestWord } from '../text/closest-word.ts';
import { isIssn, isOrcid, isRor } from '../text/identifiers.ts';
import type { Located } from './located.ts';
import { type SettingsSchema, salvage } from './salvage.ts';
import type { YamlSource } from './yaml.ts';

/**
 * Checks settings against a schema. Every fault is reported at its value: an unknown key with the nearest known one, a
 * missing key at the mapping that requires it, a wrong value with the expected form. Returns the valid parts;
 * `fallback` has the required keys.
 */
export function validate<S extends SettingsSchema>(
  source: YamlSource,
  schema: S,
  fallback: v.InferOutput<S>,
): Located<v.InferOutput<S>> {
  const result = v.safeParse(schema, source.value);
  if (result.success) return { value: result.output, file: source.file, at: source.at };
  for (const [issue, path] of result.issues.flatMap((one) => innermost(one))) reportIssue(source, issue, path, schema);
  const { value, original } = salvage(schema, source.value, fallback);
  return { value, file: source.file, at: (...path) => source.at(...original(path)) };
}

/**
 * An issue with its path. Of a value that may have several forms, it is what is wrong within the form that it has, if
 * it has one.
 */
function innermost(
  issue: v.BaseIssue<unknown>,
  above: readonly (string | number)[] = [],
): [issue: v.BaseIssue<unknown>, path: (string | number)[]][] {
  const path = [...above, ...(issue.path ?? []).map((step) => step.key as string | number)];
  const within = (issue.type === 'union' ? (issue.issues ?? []) : []).filter((one) => one.path);
  return within.length > 0 ? within.flatMap((one) => innermost(one, path)) : [[issue, path]];
}

function reportIssue(
  source: YamlSource,
  issue: v.BaseIssue<unknown>,
  path: (string | number)[],
  schema: v.GenericSchema,
): void {
  const key = String(path.at(-1) ?? '');
  const above = path.slice(0, -1);
  if (typeof path.at(-1) === 'string' && Array.isArray(valueAt(source.value, above))) {
    // For valibot, a list is an object too, with the keys "0", "1" …
    report(source.file, 'value-form', {
      at: source.at(...above),
      found: `${nameOf(above)} is a list`,
      expected: issue.message,
    });
  } else if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = keysOf(schema, above);
    const close = closestWord(key, known);
    report(source.file, 'key-known', {
      at: source.keyAt(...path),
      found: `Unknown key "${key}"`,
      expected: `one of ${known.join(', ')}`,
      fix: close ? `Did you mean "${close}"?` : 'Remove it, or correct its name.',
    });
  } else if (issue.type === 'strict_object' && issue.received === 'undefined') {
    const written = source.keyAt(...path);
    report(source.file, 'key-required', {
      at: written ?? source.at(...above),
      found: written ? `"${key}" has no value` : `"${key}" is missing`,
      fix: written ? 'Write it after the colon.' : `Add a line "${key}: …".`,
    });
  } else {
    const fix = adviceFor(issue, keysOf(schema, [...path, 0]));
    const written = shown(valueAt(source.value, path));
    report(source.file, hasCheckDigit(issue) ? 'identifier-check' : 'value-form', {
      at: source.at(...path),
      found: `${nameOf(path)} is ${written}`,
      expected: issue.message,
      ...(fix ? { fix } : {}),
    });
  }
}

function hasCheckDigit({ requirement }: v.BaseIssue<unknown>): boolean {
  return ([isIssn, isOrcid, isRor] as unknown[]).includes(requirement);
}

/** The remedy for a wrong value. `keys` are those of the entries of a list, if entries have keys. */
function adviceFor({ type, message, input }: v.BaseIssue<unknown>, keys: readonly string[]): string | undefined {
  if (message === 'text' && (typeof input === 'number' || typeof input === 'boolean'))
    return `Put it in quotation marks: "${input}".`;
  if (type === 'string' && Array.isArray(input) && input.length > 0 && input.every((one) => typeof one === 'string'))
    return `Write them as one text: "${input.join('; ').replaceAll('"', "'")}".`;
  if (type === 'string' && typeof input === 'object' && input !== null)
    return 'If it is text, put all of it in quotation marks.';
  if (type !== 'array') return undefined;
  const words = typeof input === 'string' ? input.split(/[,;[\]]/).flatMap((one) => one.trim() || []) : [];
  if (keys[0] === 'name')
    return `Begin each entry on a line of its own, with a hyphen: - name: ${words[0] ? plainOrQuoted(words[0]) : '…'}`;
  if (words.length > 0 && keys.length === 0) return `Put it in brackets: [${words.map(plainOrQuoted).join(', ')}].`;
  return 'Begin each entry on a line of its own, with a hyphen and a space.';
}

/** A value in the form that YAML reads as text. */
function plainOrQuoted(word: string): string {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} .'’()/-]*[\p{L}\p{N}\p{M}.'’)])?$/u.test(word) ? word : JSON.stringify(word);
}

/** The value at a path as it was written, before identifiers are taken out of their addresses. */
function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((here, step) => (here as Record<string | number, unknown> | null | undefined)?.[step], value);
}

/** The name of a value in a message: `"orcid"`, or `Entry 2 of "keywords"`, counted from 1. */
function nameOf(path: readonly (string | number)[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'What stands here';
  return typeof last === 'number' ? `Entry ${last + 1} of "${path.at(-2)}"` : `"${last}"`;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys and values';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 78)}…"` : text;
}

/** True for the schema of a list. */
const isList = ({ item, pipe }: { item?: unknown; pipe?: { item?: unknown }[] }): boolean =>
  (item ?? pipe?.[0]?.item) !== undefined;

/** The keys that the schema knows at a path. */
function keysOf(schema: v.GenericSchema, path: (string | number)[]): string[] {
  let here = schema as unknown as {
    entries?: Record<string, unknown>;
    /** Of keys that anybody may choose. */
    value?: unknown;
    item?: unknown;
    wrapped?: unknown;
    pipe?: unknown[];
    options?: { item?: unknown; pipe?: { item?: unknown }[] }[];
  };
  const open = (): void => {
    while (here && !here.entries && !here.item) {
      const inside = here.wrapped ?? here.pipe?.[0] ?? here.options?.find(isList);
      if (inside === undefined) return;
      here = inside as typeof here;
    }
  };
  for (const step of path) {
    open();
    here = (typeof step === 'number' ? here?.item : (here?.entries?.[step] ?? here?.value)) as typeof here;
  }
  open();
  return Object.keys(here?.entries ?? {});
}
