import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type BrowserDied, startChrome } from '../../../build/browser/browser.ts';
import { openTabs } from '../../../build/pdf/units/tab-pool.ts';

const chrome = await startChrome();
test.after(() => chrome.close());

const site = {
  entry: 'x.html',
  files: new Map([['x.html', { type: 'text/html', data: '<!DOCTYPE html><title>x</title><body></body>' }]]),
};

test('work that kills the browser is named, and costs no other work', async () => {
  const pool = openTabs(chrome, site, 3);
  const tries = new Map<string, number>();
  const run = (name: string, kills: boolean) =>
    pool.run(name, async ({ page }) => {
      tries.set(name, (tries.get(name) ?? 0) + 1);
      if (kills) await (await page.createCDPSession()).send('Page.crash');
      return page.evaluate(() => document.title);
    });
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const results = await Promise.allSettled(names.map((name) => run(name, name === 'c')));
  await pool.close();
  assert.equal(
    results.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Error).name)),
    ['x', 'x', 'BrowserDied', 'x', 'x', 'x'],
  );
  const [, , died] = results;
  assert.match(String(died?.status === 'rejected' && (died.reason as BrowserDied).message), /\(at c\)/);
  assert.is(tries.get('c'), 2);
});

test('an error of the work is its own, and the tabs go on', async () => {
  const pool = openTabs(chrome, site, 1);
  const failing = pool.run('a', async () => {
    throw new RangeError('no');
  });
  const fine = pool.run('b', async ({ page }) => page.title());
  assert.instance(await failing.catch((error: unknown) => error), RangeError);
  assert.is(await fine, 'x');
  await pool.close();
});

test.run();
