import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BrowserMissing, startChrome } from '../../build/browser/browser.ts';
import { embeddedChromium } from '../../build/browser/embedded.ts';
import { usualPlaces } from '../../build/browser/places.ts';

const nowhere = { name: 'nowhere', find: () => Promise.reject(new Error('nothing here')) };
const notABrowser = { name: 'false', find: async () => [{ path: '/bin/false' }, { path: '/bin/true' }] };

test('where none can be had, it says what was tried and what to do', async () => {
  const error = await startChrome([nowhere, notABrowser]).catch((reason) => reason);
  assert.instance(error, BrowserMissing);
  assert.match(error.message, 'nowhere: nothing here');
  assert.match(error.message, 'false: /bin/false: ');
  assert.match(error.message, 'false: /bin/true: ');
  assert.match(error.message, 'npx puppeteer browsers install chrome');
});

test('one that does not start leaves the turn to the next', async () => {
  const chrome = await startChrome([nowhere, notABrowser, ...usualPlaces()]);
  assert.match(chrome.version, /\d/);
  await chrome.close();
});

test('PUPPETEER_EXECUTABLE_PATH means that browser and no other', async () => {
  process.env.PUPPETEER_EXECUTABLE_PATH = '/nowhere/chrome';
  const error = await startChrome().catch((reason) => reason);
  delete process.env.PUPPETEER_EXECUTABLE_PATH;
  assert.instance(error, BrowserMissing);
  assert.match(error.message, '/nowhere/chrome');
  assert.not.match(error.message, 'embedded');
});

const onLinux = process.platform === 'linux' && process.arch === 'x64' ? test : test.skip;

onLinux('PUPPETEER_EXECUTABLE_PATH is used', async () => {
  const { path } = await embeddedChromium();
  process.env.PUPPETEER_EXECUTABLE_PATH = path;
  const chrome = await startChrome();
  delete process.env.PUPPETEER_EXECUTABLE_PATH;
  assert.is(chrome.origin, `PUPPETEER_EXECUTABLE_PATH: ${path}`);
  await chrome.close();
});

test.run();
