import type { Page } from 'puppeteer';

/**
 * Makes functions known to a page, each by its own name, so that they can call one another there as they do in their modules. They may use
 * nothing else that stands outside them. Throws where another function has the name, whoever made it known.
 */
export async function install(page: Page, functions: readonly ((...args: never[]) => unknown)[]): Promise<void> {
  const names = functions.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`Two functions for the page are called ${twice}`);
  const source = functions.map((one) => `put('${one.name}', ${one.toString()});`).join('\n');
  await page.evaluate(`(() => {
      const put = (name, one) => {
        if (String(globalThis[name] ?? one) !== String(one)) throw new Error('Two functions for the page are called ' + name);
        globalThis[name] = one;
      };
      ${source}
    })()`);
}
