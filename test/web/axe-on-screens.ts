import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser } from 'puppeteer';

/**
 * What axe finds on pages, a line each, in light and dark, on a telephone, a tablet and a wide screen; and which pages
 * are wider than the screen. `pages` are addresses.
 */
export async function axeOnScreens(browser: Browser, pages: readonly string[]): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const found: string[] = [];
  const page = await browser.newPage();
  for (const address of pages)
    for (const width of [360, 768, 1200])
      for (const value of ['light', 'dark']) {
        await page.setViewport({ width, height: 800 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        await page.goto(address);
        await page.evaluate(axe);
        const wrong = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
          const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than the screen'] : [];
          return [...(await axe.run()).violations.map(({ id }) => id), ...wide];
        });
        found.push(...wrong.map((one) => `${address} at ${width} in ${value}: ${one}`));
      }
  await page.close();
  return found;
}
