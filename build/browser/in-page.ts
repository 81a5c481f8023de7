import type { Page } from 'puppeteer';

/**
 * Makes functions known to a page, each by its own name, so that they can call one another there as they do in their modules. They may use
 * nothing else that stands outside them.
 */
export async function install(page: Page, functions: readonly ((...args: never[]) => unknown)[]): Promise<void> {
  const names = functions.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`Two functions for the page are called ${twice}`);
  const source = functions.map((one) => `globalThis.${one.name} = ${one.toString()};`).join('\n');
  // The compiler names inner functions by a helper of its own.
  await page.evaluate(`globalThis.__name ??= (value) => value;\n${source}`);
}
