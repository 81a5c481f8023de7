import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BrowserDied, type Page, startChrome } from '../../build/browser/browser.ts';
import { siteWith } from './site-with.ts';

const site = await siteWith('<p>Text</p>');

function killBrowser(page: Page): void {
  page.browser().process()?.kill('SIGKILL');
}

const read = (page: Page) => page.evaluate(() => document.body.textContent);

test('a browser that is killed is started again, and the work done', async () => {
  const chrome = await startChrome();
  let times = 0;
  const text = await chrome.withPage(site, async (page) => {
    if (++times === 1) killBrowser(page);
    return read(page);
  });
  assert.is(text, 'Text');
  assert.is(times, 2);
  await chrome.close();
});

test('so it is when a page crashes', async () => {
  const chrome = await startChrome();
  let times = 0;
  const text = await chrome.withPage(site, async (page) => {
    if (++times === 1) await (await page.createCDPSession()).send('Page.crash');
    return read(page);
  });
  assert.is(text, 'Text');
  assert.is(times, 2);
  await chrome.close();
});

test('killed between two pages, it is started again', async () => {
  const chrome = await startChrome();
  const before = await chrome.withPage(site, async (page) => page);
  killBrowser(before);
  assert.is(await chrome.withPage(site, read), 'Text');
  await chrome.close();
});

test('a pipe for commands that breaks when it has ended disturbs nobody', async () => {
  const chrome = await startChrome();
  const before = await chrome.withPage(site, async (page) => page);
  const ended = new Promise((resolve) => before.browser().once('disconnected', resolve));
  killBrowser(before);
  await ended;
  for (const pipe of before.browser().process()?.stdio.slice(3) ?? [])
    pipe?.emit('error', new Error('read ECONNRESET'));
  assert.is(await chrome.withPage(site, read), 'Text');
  await chrome.close();
});

test('pages that work at the same time all survive', async () => {
  const chrome = await startChrome();
  let times = 0;
  const works = [1, 2, 3].map(() =>
    chrome.withPage(site, async (page) => {
      if (++times === 2) killBrowser(page);
      return read(page);
    }),
  );
  assert.equal(await Promise.all(works), ['Text', 'Text', 'Text']);
  await chrome.close();
});

test('a second death is the end', async () => {
  const chrome = await startChrome();
  const error = await chrome
    .withPage(site, async (page) => {
      killBrowser(page);
      return read(page);
    })
    .catch((reason) => reason);
  assert.instance(error, BrowserDied);
  assert.is(await chrome.withPage(site, read), 'Text');
  await chrome.close();
});

test('work that hangs is given up', async () => {
  // No shorter: in that time a busy machine has to answer each command with which the browser starts.
  process.env.OFFPRINT_BROWSER_TIMEOUT = '3';
  const chrome = await startChrome();
  delete process.env.OFFPRINT_BROWSER_TIMEOUT;
  const error = await chrome
    .withPage(site, (page) =>
      // As a loop without an end would, but it leaves the processor to others.
      page.evaluate(() => alert('Somebody has to close this')),
    )
    .catch((reason) => reason);
  assert.instance(error, BrowserDied);
  assert.match(error.message, 'no result after 3 s');
  await chrome.close();
});

test.run();
