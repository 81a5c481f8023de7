import { createHash } from 'node:crypto';
import { isList, type PlainData } from './cache.ts';

/** The name of an entry: the kind of work, and a hash of everything that went into it, code included. */
export interface EntryName {
  kind: string;
  key: string;
}

/*
 * An entry is a line that names its format, kind, key and length; JSON; bytes; and the SHA-256 of all that. JSON has no
 * bytes, no undefined and only some numbers: the others stand behind, with their paths in the value, so that no value
 * can be mistaken for a sign of this format.
 */

const format = 'offprint-result 1';
const digestLength = 32;

/** The longest first line: 30 characters of kind, 64 of key, two numbers. */
const longestHead = 200;

type Step = string | number;

/** The JSON of an entry. `bytes`: the paths and lengths of byte arrays; `odd`: those of values that JSON lacks. */
interface Content {
  value: unknown;
  bytes: [path: Step[], length: number][];
  odd: [path: Step[], name: string][];
}

const oddValues: Readonly<Record<string, unknown>> = {
  undefined,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
};

/**
 * The bytes of an entry. Throws a TypeError for a value that would come back otherwise than it went in: one that
 * is not plain data.
 */
export function entryBytes(name: EntryName, value: PlainData): Uint8Array {
  const parts: Uint8Array[] = [];
  const content: Content = { value: undefined, bytes: [], odd: [] };
  const path: Step[] = [];
  content.value = jsonOf(value);
  const json = Buffer.from(JSON.stringify(content));
  const length = parts.reduce((sum, part) => sum + part.length, json.length);
  const head = Buffer.from(headOf(name, json.length, length));
  const whole = Buffer.concat([head, json, ...parts, Buffer.alloc(digestLength)]);
  digestOf(whole.subarray(0, -digestLength)).copy(whole, whole.length - digestLength);
  return whole;

  function jsonOf(data: PlainData): unknown {
    if (typeof data === 'string' || typeof data === 'boolean' || data === null) return data;
    if (typeof data === 'number' && Number.isFinite(data) && !Object.is(data, -0)) return data;
    if (typeof data === 'number' || data === undefined) {
      content.odd.push([[...path], Object.is(data, -0) ? '-0' : String(data)]);
      return null;
    }
    if (data instanceof Uint8Array) {
      content.bytes.push([[...path], data.length]);
      parts.push(data);
      return null;
    }
    const prototype = Object.getPrototypeOf(data);
    if (typeof data !== 'object' || !(isList(data) || prototype === null || prototype === Object.prototype))
      throw new TypeError(`${path.join('.')} of a result ${name.kind} is not plain data, and cannot be kept`);
    return isList(data) ? listOf(data) : objectOf(data);
  }

  // What needs no other form is not copied.
  function listOf(list: readonly PlainData[]): unknown {
    let copy: unknown[] | undefined;
    for (let index = 0; index < list.length; index++) {
      const made = below(index, list[index]);
      if (made === list[index]) continue;
      copy ??= [...list];
      copy[index] = made;
    }
    return copy ?? list;
  }

  function objectOf(data: { readonly [key: string]: PlainData }): unknown {
    let copy: object | undefined;
    for (const key of Object.keys(data)) {
      // JSON leaves it out, too.
      if (data[key] === undefined) continue;
      const made = below(key, data[key]);
      if (made === data[key]) continue;
      copy ??= { ...data };
      Object.defineProperty(copy, key, { value: made, enumerable: true });
    }
    return copy ?? data;
  }

  function below(step: Step, data: PlainData): unknown {
    if (typeof data === 'string') return data;
    path.push(step);
    const made = jsonOf(data);
    path.pop();
    return made;
  }
}

/**
 * The value of an entry; undefined where the bytes are not exactly those that {@link entryBytes} makes under this name,
 * by chance or by design.
 */
export function entryValue(name: EntryName, whole: Uint8Array): { value: unknown } | undefined {
  const buffer = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength);
  const start = buffer.subarray(0, longestHead).indexOf('\n') + 1;
  const [, json = 0, length = 0] =
    /^.* (\d{1,15}) (\d{1,15})\n$/.exec(buffer.toString('latin1', 0, start))?.map(Number) ?? [];
  if (buffer.toString('latin1', 0, start) !== headOf(name, json, length)) return undefined;
  const end = buffer.length - digestLength;
  if (json > length || start + length !== end) return undefined;
  if (!digestOf(buffer.subarray(0, end)).equals(buffer.subarray(end))) return undefined;
  try {
    return {
      value: withBytes(JSON.parse(buffer.toString('utf8', start, start + json)), buffer.subarray(start + json, end)),
    };
  } catch {
    return undefined;
  }
}

/** Throws where the content does not go together. */
function withBytes(content: Content, bytes: Uint8Array): unknown {
  let at = 0;
  for (const [path, length] of content.bytes) {
    if (!Number.isSafeInteger(length) || length < 0 || length > bytes.length - at) throw new Error('no such bytes');
    // A copy: its memory can be handed to another thread without anything else.
    put(content, path, new Uint8Array(bytes.subarray(at, at + length)));
    at += length;
  }
  if (at !== bytes.length) throw new Error('bytes left over');
  for (const [path, name] of content.odd) {
    if (!Object.hasOwn(oddValues, name)) throw new Error('no such value');
    put(content, path, oddValues[name]);
  }
  return content.value;
}

/** Puts a value at its path, where only what is the entry’s own is touched. */
function put(content: Content, path: readonly Step[], value: unknown): void {
  let place = content as unknown as Record<Step, unknown>;
  const steps: Step[] = ['value', ...path];
  const last = steps.pop() as Step;
  for (const step of steps) {
    if (!Object.hasOwn(place, step)) throw new Error('no such place');
    place = place[step] as Record<Step, unknown>;
  }
  if (!Object.hasOwn(place, last) || place[last] !== null) throw new Error('no such place');
  place[last] = value;
}

function headOf({ kind, key }: EntryName, json: number, length: number): string {
  return `${format} ${kind} ${key} ${json} ${length}\n`;
}

function digestOf(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
