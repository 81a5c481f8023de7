import { browserMark } from '../browser/browser-mark.ts';
import type { PlainData } from '../cache/cache.ts';

/** The part of the machine and of the environment in a build, besides the program and the files that it reads. */
export async function surroundings(): Promise<PlainData> {
  const names = Object.keys(process.env).filter((name) => /^(SOURCE_DATE_EPOCH|TZ|LANG|LC_\w+)$/.test(name));
  return { browser: await browserMark(), environment: names.sort().map((name) => [name, process.env[name]]) };
}
