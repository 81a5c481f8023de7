import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { siteWith } from './site-with.ts';

test('a document reaches nobody', async () => {
  let visits = 0;
  const server = createServer((socket) => {
    visits++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const there = `http://127.0.0.1:${port}`;
  const site = await siteWith(
    `<img src="https://example.com/x.png"><img src="${there}/x.png"><img src="//localhost:${port}/y.png">
    <iframe src="${there}/frame"></iframe><object data="${there}/object"></object><video src="${there}/v" poster="${there}/p"></video>
    <svg><image href="${there}/x.svg"/></svg><p>Text</p>`,
    `@import url(${there}/a.css); p { background: url(${there}/b.png) }`,
  );
  const index = site.files.get('index.html');
  if (index) {
    index.data = String(index.data).replace(
      '<head>',
      `<head><meta http-equiv="refresh" content="0; url=${there}/refresh"><link rel="preconnect" href="${there}"><link rel="dns-prefetch"
      href="${there}"><link rel="prefetch" href="${there}/pre"><link rel="stylesheet" href="${there}/s.css"><link rel="icon" href="${there}/i">`,
    );
  }
  const chrome = await startChrome();
  try {
    const text = await chrome.withPage(site, async (page) => {
      await sleep(1000);
      await page.evaluate((url) => fetch(url).catch(() => {}), there);
      await page.pdf();
      return page.evaluate(() => document.querySelector('p')?.textContent);
    });
    assert.is(text, 'Text');
    assert.is(visits, 0);
  } finally {
    await chrome.close();
    server.close();
  }
});

test.run();
