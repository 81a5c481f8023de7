import { SourceMap, type SourceOrigin } from 'node:module';
import type { JSHandle, Page } from 'puppeteer';

/** A script for the browser, bundled from an `in-page/` folder: `import bundle from './in-page/index.ts?bundle'`. */
export interface Bundle {
  script: string;
  /** Its source map, as JSON. */
  map: string;
}

/** A type after conversion to JSON and back; a part that JSON cannot hold is `never`. */
type Json<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends (...args: never[]) => unknown
    ? never
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : never;

/** The argument that Node passes for a parameter: a JSON value, or a handle to an object that stays in the browser. */
type Argument<T> = [T] extends [Json<T>] ? T : JSHandle<T>;

type Parameters<F> = F extends (...args: infer P) => unknown ? { [I in keyof P]: Argument<P[I]> } : never;
type Result<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never;

/** The names of the functions whose results are JSON, or nothing. */
type NamesWithJsonResult<Functions> = {
  [Name in keyof Functions]: Functions[Name] extends (...args: never[]) => infer R
    ? [Exclude<Awaited<R>, void>] extends [Json<Awaited<R>>]
      ? Name
      : never
    : never;
}[keyof Functions];

/** The ways in which Node calls the functions of a bundle in a page. */
export interface PageFunctions<Functions> {
  /** Calls a function, and returns its result. The trace of an error names our source files. */
  call<Name extends NamesWithJsonResult<Functions>>(
    page: Page,
    name: Name,
    ...args: Parameters<Functions[Name]>
  ): Promise<Result<Functions[Name]>>;
  /** Calls a function whose result stays in the browser, and returns a handle to it. */
  hold<Name extends keyof Functions>(
    page: Page,
    name: Name,
    ...args: Parameters<Functions[Name]>
  ): Promise<JSHandle<Result<Functions[Name]>>>;
}

/**
 * The functions that a room’s `in-page/index.ts` exports, callable from Node. A page gets them at the first call,
 * without a name that the document could see or take.
 */
export function pageFunctions<Functions>(bundle: Bundle): PageFunctions<Functions> {
  // A weak map, so that a closed page and its browser are not kept in memory.
  const opened = new WeakMap<Page, Promise<JSHandle<InPageFunctions>>>();
  const open = (page: Page) => {
    const known = opened.get(page) ?? (page.evaluateHandle(bundle.script) as Promise<JSHandle<InPageFunctions>>);
    opened.set(page, known);
    return known;
  };
  return {
    async call(page, name, ...args) {
      const functions = await open(page);
      const json = await functions
        .evaluate(callInPage, false, String(name), ...serialized(args))
        .catch(rethrow(bundle));
      return json === undefined ? undefined : JSON.parse(json as string);
    },
    async hold(page, name, ...args) {
      const functions = await open(page);
      const held = await functions
        .evaluateHandle(callInPage, true, String(name), ...serialized(args))
        .catch(rethrow(bundle));
      return held as JSHandle<never>;
    },
  };
}

type InPageFunctions = Record<string, (...args: unknown[]) => unknown>;

/** Writes each value as one JSON string, because the browser is slow with many values; handles stay as they are. */
function serialized(args: readonly unknown[]): unknown[] {
  return args.map((one) => (isHandle(one) ? one : JSON.stringify(one)));
}

function isHandle(value: unknown): value is JSHandle {
  return typeof value === 'object' && value !== null && 'remoteObject' in value;
}

/**
 * Runs in the page: calls a function with values parsed from JSON. Returns its result, if it stays there, or the result
 * as JSON.
 */
async function callInPage(
  functions: InPageFunctions,
  stays: boolean,
  name: string,
  ...args: unknown[]
): Promise<unknown> {
  try {
    const result = await functions[name]?.(...args.map((one) => (typeof one === 'string' ? JSON.parse(one) : one)));
    return stays ? result : JSON.stringify(result);
  } catch (error) {
    // The error travels as JSON, because Puppeteer loses the innermost line of a trace.
    const { name: kind, message, stack } = error as Error;
    throw new Error(JSON.stringify({ name: kind, message, stack }));
  }
}

/**
 * Throws an error from a page again, with a trace that names places in our source files; any other error is thrown
 * unchanged.
 */
function rethrow({ map }: Bundle): (error: Error) => never {
  return (error) => {
    const thrown = error.message.startsWith('{"') ? JSON.parse(error.message) : undefined;
    if (!thrown) throw error;
    const { name, message, stack }: Error = thrown;
    const read = new SourceMap(JSON.parse(map));
    const lines = (stack ?? '').split('\n').filter((line) => line.includes('in-page:'));
    const places = lines.map((line) =>
      line.replace(/in-page:[^\s()]*:(\d+):(\d+)/, (_, row, column) => {
        const { fileName, lineNumber, columnNumber } = read.findOrigin(Number(row), Number(column)) as SourceOrigin;
        return `${fileName}:${lineNumber}:${columnNumber}`;
      }),
    );
    const ours = (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line));
    throw Object.assign(new Error(message), { name, stack: [`${name}: ${message}`, ...places, ...ours].join('\n') });
  };
}
