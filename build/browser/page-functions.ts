import { SourceMap, type SourceOrigin } from 'node:module';
import type { JSHandle, Page } from 'puppeteer';

/** A script for the browser, made of an `in-page/` folder: `import bundle from './in-page/index.ts?bundle'`. */
export interface Bundle {
  script: string;
  /** Its source map, as JSON. */
  map: string;
}

/** A type as it is after a way through JSON: what cannot go that way is `never`. */
type Json<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends (...args: never[]) => unknown
    ? never
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : never;

/** What Node gives for a parameter: the value, or for what is not JSON a handle to what stays in the browser. */
type Given<T> = [T] extends [Json<T>] ? T : JSHandle<T>;

type Parameters<F> = F extends (...args: infer P) => unknown ? { [I in keyof P]: Given<P[I]> } : never;
type Result<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never;

/** Names of the functions whose results are JSON, or nothing. */
type Telling<Functions> = {
  [Name in keyof Functions]: Functions[Name] extends (...args: never[]) => infer R
    ? [Exclude<Awaited<R>, void>] extends [Json<Awaited<R>>]
      ? Name
      : never
    : never;
}[keyof Functions];

/** How Node calls the functions of a bundle, in a page. */
export interface PageFunctions<Functions> {
  /** Calls one, and returns its result. An error of its has a trace that names our files. */
  call<Name extends Telling<Functions>>(
    page: Page,
    name: Name,
    ...args: Parameters<Functions[Name]>
  ): Promise<Result<Functions[Name]>>;
  /** Calls one whose result stays in the browser, and returns a handle to it. */
  hold<Name extends keyof Functions>(
    page: Page,
    name: Name,
    ...args: Parameters<Functions[Name]>
  ): Promise<JSHandle<Result<Functions[Name]>>>;
}

/**
 * The functions that a room’s `in-page/index.ts` exports, to be called from Node. They are given to a page when it is
 * first asked for one, under no name that the document could see or take.
 */
export function pageFunctions<Functions>(bundle: Bundle): PageFunctions<Functions> {
  // By page: a page that is closed, and its browser, are not kept by it.
  const opened = new WeakMap<Page, Promise<JSHandle<Called>>>();
  const open = (page: Page) => {
    const known = opened.get(page) ?? (page.evaluateHandle(bundle.script) as Promise<JSHandle<Called>>);
    opened.set(page, known);
    return known;
  };
  return {
    async call(page, name, ...args) {
      const functions = await open(page);
      const json = await functions.evaluate(answer, false, String(name), ...written(args)).catch(traced(bundle));
      return json === undefined ? undefined : JSON.parse(json as string);
    },
    async hold(page, name, ...args) {
      const functions = await open(page);
      const held = await functions.evaluateHandle(answer, true, String(name), ...written(args)).catch(traced(bundle));
      return held as JSHandle<never>;
    },
  };
}

type Called = Record<string, (...args: unknown[]) => unknown>;

/** Values as JSON, each as one string, for the browser takes long over many values; handles as they are. */
function written(args: readonly unknown[]): unknown[] {
  return args.map((one) => (isHandle(one) ? one : JSON.stringify(one)));
}

function isHandle(value: unknown): value is JSHandle {
  return typeof value === 'object' && value !== null && 'remoteObject' in value;
}

/** In the page: calls a function with values out of JSON. Returns its result, if it stays there, or JSON of it. */
async function answer(functions: Called, stays: boolean, called: string, ...given: unknown[]): Promise<unknown> {
  try {
    const result = await functions[called]?.(...given.map((one) => (typeof one === 'string' ? JSON.parse(one) : one)));
    return stays ? result : JSON.stringify(result);
  } catch (error) {
    // Of the lines of a trace, Puppeteer loses the innermost.
    const { name, message, stack } = error as Error;
    throw new Error(JSON.stringify({ name, message, stack }));
  }
}

/**
 * Throws an error again that comes from a page, its trace with the places in our files that the script was made of; and
 * any other one as it is.
 */
function traced({ map }: Bundle): (error: Error) => never {
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
