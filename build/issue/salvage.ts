import * as v from 'valibot';

type Path = (string | number)[];

/** What of settings holds although the whole does not. */
export interface Salvaged<T> {
  value: T;
  /** A path in `value` as it was in what was read: entries of a list that were refused shift those after them. */
  original(path: Path): Path;
}

/**
 * Takes from settings what their schema accepts: keys and entries that it refuses are left out, and where a key of the first level has to be
 * there, `instead` gives it. So one fault in an issue.yaml does not hide those in the manuscripts that it lists.
 */
export function salvage<S extends SettingsSchema>(
  schema: S,
  read: unknown,
  instead: v.InferOutput<S>,
): Salvaged<v.InferOutput<S>> {
  const source: Record<string, unknown> = isObject(read) ? structuredClone(read) : {};
  const value: Record<string, unknown> = {};
  const indexes = new Map<unknown[], number[]>();
  for (const [key, entry] of Object.entries(schema.entries)) {
    const accepted = accept(entry, source, key, indexes) ?? (instead as Record<string, unknown>)[key];
    if (accepted !== undefined) value[key] = accepted;
  }
  return { value: value as v.InferOutput<S>, original };

  function original(path: Path): Path {
    let here: unknown = source;
    return path.map((step) => {
      const was = Array.isArray(here) ? (indexes.get(here)?.[Number(step)] ?? step) : step;
      here = (here as Record<string | number, unknown> | undefined)?.[step];
      return was;
    });
  }
}

/** The schema of settings: an object of keys. */
export type SettingsSchema = v.GenericSchema & { entries: Record<string, v.GenericSchema> };

/** The value at a key, as its schema gives it, after what it refuses was removed from it; undefined where nothing is left. */
function accept(
  schema: v.GenericSchema,
  holder: Record<string, unknown>,
  key: string,
  indexes: Map<unknown[], number[]>,
): unknown {
  for (;;) {
    const result = v.safeParse(schema, holder[key]);
    if (result.success) return result.output;
    const refused = new Map<object, Set<string | number>>();
    for (const issue of result.issues) {
      const at = deepest(holder, [key, ...(issue.path ?? []).map((step) => step.key as string | number)]);
      if (!at || at.holder === holder) return undefined;
      refused.set(at.holder, (refused.get(at.holder) ?? new Set()).add(at.step));
    }
    for (const [part, steps] of refused) remove(part, steps, indexes);
  }
}

/** What a path leads to; where its last key is missing, or a list stands where there should be keys, what holds that. */
function deepest(from: object, path: Path): { holder: object; step: string | number } | undefined {
  let found: { holder: object; step: string | number } | undefined;
  let here: unknown = from;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) break;
    if (Array.isArray(here) && typeof step === 'string') break;
    found = { holder: here, step };
    here = (here as Record<string | number, unknown>)[step];
  }
  return found;
}

function remove(from: object, steps: ReadonlySet<string | number>, indexes: Map<unknown[], number[]>): void {
  if (Array.isArray(from)) {
    const were = indexes.get(from) ?? [...from.keys()];
    const kept = [...from.keys()].filter((index) => !steps.has(index));
    indexes.set(
      from,
      kept.map((index) => were[index] as number),
    );
    for (const [to, index] of kept.entries()) from[to] = from[index];
    from.length = kept.length;
  } else for (const step of steps) delete (from as Record<string | number, unknown>)[step];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
