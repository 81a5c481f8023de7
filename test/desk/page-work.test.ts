import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { HTTPRequest } from 'puppeteer';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { SearchHit } from '../../build/desk/desk-state.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { journal } from '../cli/folders.ts';
import { deskFor } from './desk-for-test.ts';
import { longArticle } from './long-article.ts';
import { openWindow, untilFollowed, untilRead } from './page-window.ts';

const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
/** The same as text of a manuscript, in which tags are an error. */
const escaped = hostile.replaceAll('<', '\\<');
const source = await journal();
const name = 'manuscripts/2026-1/first.md';
const original = longArticle('Rivers', 160).replace('\n\n', `\n\n## Heads ${escaped}\n\n`);
await writeFile(join(source, name), original);
const desk = await deskFor(source, '2026-1');
const file = join(desk.root, name);
const { pages } = await desk.state();
const indices = pages.filter(({ of }) => of === 'first').map(({ index }) => index);
const [first = 0, second = 0] = indices;
const folio = pages[second - 1]?.folio ?? '';
const window = await openWindow(`${desk.url}#i${second}&zoom=page`);
const { page } = window;
await untilRead(page, second);

const text = (selector: string) => page.evaluate((one) => document.querySelector(one)?.textContent ?? '', selector);
const current = () => page.evaluate(() => Number(document.querySelector<HTMLElement>('.page.current')?.dataset.index));
const said = (wanted: RegExp) =>
  page.waitForFunction(
    (pattern) => new RegExp(pattern).test(document.getElementById('said')?.textContent ?? ''),
    {},
    wanted.source,
  );

/** Where the page asks the desk to open a file, while something is done. */
async function opening(act: () => Promise<unknown>): Promise<string> {
  const asked = new Promise<string>((resolve) => {
    const listener = (request: HTTPRequest) => {
      const url = new URL(request.url());
      if (request.method() !== 'POST' || !url.pathname.endsWith('/open')) return;
      page.off('request', listener);
      resolve(['file', 'line', 'column'].map((key) => url.searchParams.get(key)).join(':'));
    };
    page.on('request', listener);
  });
  await act();
  return asked;
}

async function hit(wanted: string): Promise<SearchHit> {
  const hits = (await (await fetch(`${desk.url}search?q=${encodeURIComponent(wanted)}`)).json()) as SearchHit[];
  return hits[0] as SearchHit;
}

/** The line of the manuscript that a text is in. */
const lineOf = (wanted: string) => original.slice(0, original.indexOf(wanted)).split('\n').length;

test('a click on a word opens the manuscript there, and says where', async () => {
  const lines = await page.evaluate(
    (index) => [...document.querySelectorAll(`.page[data-index="${index}"] .text span`)].map((one) => one.textContent),
    second,
  );
  const wanted = /Here is (rivers \d+),/.exec(lines.find((line) => line?.startsWith('Here is')) ?? '')?.[1] ?? '';
  const { boxes } = await hit(`Here is ${wanted}, which`);
  const [box = [0, 0, 0, 0]] = boxes;
  const at = await page.evaluate(
    (index, [left, top, width, height]) => {
      const sheet = document.querySelector(`.page[data-index="${index}"] .sheet`)?.getBoundingClientRect();
      const scale = (sheet?.width ?? 0) / Number(getComputedStyle(document.documentElement).zoom || 1);
      return { sheet: [sheet?.left ?? 0, sheet?.top ?? 0, scale], box: [left + width / 2, top + height / 2] };
    },
    second,
    box,
  );
  const { sheet } = await desk.state();
  const scale = (at.sheet[2] ?? 0) / sheet.width;
  const [x = 0, y = 0] = [0, 1].map((i) => (at.sheet[i] ?? 0) + (at.box[i] ?? 0) * scale);
  assert.is(await opening(() => page.mouse.click(x, y)), `${name}:${lineOf(`Here is ${wanted},`)}:1`);
  await page.waitForSelector('#toast:not([hidden])');
  assert.match(await text('#toast'), /first\.md:\d+:1/);
  assert.ok(await page.$('.frame'));
});

test('a place that is given leads to its page, and is framed', async () => {
  const answer = await fetch(`${desk.url}goto?file=${name}&line=${lineOf('Here is rivers 2,')}`);
  assert.ok(answer.ok);
  await page.waitForFunction(
    (index) => document.querySelector('.page.current .frame')?.closest(`[data-index="${index}"]`),
    {},
    first,
  );
});

test('the search finds on all pages, and goes from hit to hit', async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('rivers 15');
  await page.waitForSelector('#hits li:nth-child(4)');
  await page.keyboard.press('Enter');
  await said(/^1 /);
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await said(/^2 /);
  await page.keyboard.press('N');
  await said(/^1 /);
  assert.match(await text('#hits [aria-current]'), /rivers 15/);
  assert.ok(await page.$('.page.current .hit.here'));
});

test('everything is done by keys alone', async () => {
  await page.keyboard.press('g');
  await page.keyboard.type('no such');
  await page.keyboard.press('Enter');
  assert.ok((await text('#go-wrong')).includes('no such'));
  await page.keyboard.type(folio);
  await page.keyboard.press('Enter');
  await page.waitForFunction((index) => document.querySelector(`.current[data-index="${index}"]`), {}, second);
  assert.is(await page.evaluate(() => document.activeElement?.id), 'pages');
  await page.keyboard.press('k');
  assert.is(await current(), second - 1);
  await page.keyboard.press('j');
  assert.is(await current(), second);
  await page.keyboard.press('l');
  await page.waitForSelector('.cursor');
  for (let i = 0; i < 3; i++) {
    const before = await text('#said');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      (was) => !['', was].includes(document.getElementById('said')?.textContent ?? ''),
      {},
      before,
    );
  }
  assert.match(await opening(() => page.keyboard.press('Enter')), /^manuscripts\/2026-1\/first\.md:\d+:\d+$/);
  await page.keyboard.press('Escape');
  assert.not(await page.$('.cursor'));
  for (const [key, panel] of [
    ['c', 'contents'],
    ['m', 'page-map'],
    ['e', 'findings'],
  ]) {
    await page.keyboard.press(key as 'c');
    assert.is(await page.evaluate((id) => document.getElementById(id ?? '')?.hidden, panel), false, panel);
  }
  const percent = await text('#percent');
  await page.keyboard.press('+');
  assert.not.equal(await text('#percent'), percent);
  await page.keyboard.press('0');
  assert.equal(await text('#percent'), percent);
  await page.keyboard.press('s');
  assert.not(await page.$('#paper.spread'));
  await page.keyboard.press('s');
  await page.evaluate(() => document.getElementById('open-view')?.click());
  assert.ok(await page.$('#view-menu:popover-open'));
  await page.keyboard.press('Escape');
  assert.not(await page.$('#view-menu:popover-open'));
  await page.keyboard.press('?');
  assert.ok(await page.$('#help-dialog[open]'));
  await page.keyboard.press('Escape');
  assert.not(await page.$('#help-dialog[open]'));
});

test('an address shows the same in another window, and the way back leads back', async () => {
  const before = await current();
  await page.evaluate((index) => document.querySelector<HTMLElement>(`#page-map a[href="#i${index}"]`)?.click(), first);
  await page.waitForFunction((wanted) => location.hash.startsWith(wanted), {}, `#p${pages[first - 1]?.folio}&`);
  const other = await openWindow(`${await page.evaluate(() => location.href.replace('spread', 'single'))}&show=grid`);
  assert.is(
    await other.page.evaluate(() => document.querySelector<HTMLElement>('.current')?.dataset.index),
    String(first),
  );
  assert.not(await other.page.$('#paper.spread'));
  await other.page.waitForSelector('.current .grid > div');
  await other.close();
  await page.goBack();
  await page.waitForFunction((index) => document.querySelector(`.current[data-index="${index}"]`), {}, before);
});

test('the whole sheet shows the bleed of the cover, with the edge of the trim', async () => {
  const width = () => page.evaluate(() => document.querySelector('.page')?.getBoundingClientRect().width ?? 0);
  await page.evaluate(() => document.querySelector('.page')?.scrollIntoView());
  await page.waitForSelector('.page[data-index="1"] canvas');
  const { sheet } = await desk.state();
  const cut = await width();
  const check = () => page.evaluate(() => document.querySelector<HTMLElement>('[name=isWhole]')?.click());
  await page.evaluate(() => document.querySelector<HTMLElement>('#view-menu [value="100"]')?.click());
  const real = await width();
  assert.ok(real !== cut);
  await check();
  assert.ok(Math.abs((await width()) - real - 2 * sheet.bleed * (96 / 72)) <= 1);
  assert.ok(await page.$('.whole .bled .trim'));
  await check();
  await page.keyboard.press('0');
});

test('a page is saved as PNG at 300 dpi', async () => {
  const saved = await page.evaluate(async () => {
    const { click } = HTMLAnchorElement.prototype;
    const asked = new Promise<HTMLAnchorElement>((resolve) => {
      HTMLAnchorElement.prototype.click = function () {
        resolve(this);
      };
    });
    document.getElementById('save-page')?.click();
    const { href, download } = await asked;
    HTMLAnchorElement.prototype.click = click;
    const picture = new Image();
    picture.src = href;
    await picture.decode();
    return { width: picture.naturalWidth, download };
  });
  const { width } = (await desk.state()).sheet;
  assert.ok(Math.abs(saved.width - (width / 72) * 300) <= 2);
  assert.match(saved.download, /^2026-1-[\w.-]+\.png$/);
});

test('the e-book stands beside the pages, runs nothing, and keeps its place at a save', async () => {
  await page.keyboard.press('b');
  await page.evaluate(
    (index) => document.querySelector<HTMLElement>(`#page-map a[href="#i${index}"]`)?.click(),
    second,
  );
  const frame = '#book-room iframe:not(.loading)';
  await page.waitForFunction(
    (one) =>
      document.querySelector<HTMLIFrameElement>(one)?.contentDocument?.body?.textContent?.includes('Here is rivers 9,'),
    {},
    frame,
  );
  const scrolled = () =>
    page.evaluate(
      (one) => document.querySelector<HTMLIFrameElement>(one)?.contentDocument?.documentElement.scrollTop,
      frame,
    );
  await page.evaluate(
    (one) => document.querySelector<HTMLIFrameElement>(one)?.contentDocument?.documentElement.scrollTo(0, 500),
    frame,
  );
  assert.is(await scrolled(), 500);
  assert.is(await page.$eval(frame, (one) => one.getAttribute('sandbox')), 'allow-same-origin');
  await untilFollowed(page, () => writeFile(file, original.replace('Here is rivers 9,', 'Here is river 9,')));
  await page.waitForFunction(
    (one) =>
      document.querySelector<HTMLIFrameElement>(one)?.contentDocument?.body?.textContent?.includes('Here is river 9,'),
    {},
    frame,
  );
  assert.is(await scrolled(), 500);
  await untilFollowed(page, () => writeFile(file, original));
});

test('axe finds nothing, on light and on dark, with everything open; and nothing is wider than a telephone', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const check = (what: string) =>
    page
      .evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
        return (await axe.run()).violations.map(({ id }) => id);
      })
      .then((found) => assert.equal(found, [], what));
  await writeFile(file, original.replace('Here is rivers 9,', `Here is rivers 9[^none],`));
  await page.waitForSelector('#problems:not([hidden])');
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    for (const panel of ['contents', 'page-map', 'findings', 'search']) {
      await page.evaluate((id) => document.getElementById(`tab-${id}`)?.click(), panel);
      await check(`${value} ${panel}`);
    }
    await page.evaluate(() => document.getElementById('open-view')?.click());
    await check(`${value} view`);
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.getElementById('help')?.click());
    await check(`${value} help`);
    await page.keyboard.press('Escape');
  }
  await writeFile(file, original);
  await page.waitForSelector('#problems[hidden]');
  const phone = await openWindow(desk.url, { width: 360, height: 740 });
  assert.is(await phone.page.evaluate(() => document.documentElement.scrollWidth), 360);
  await phone.page.evaluate(() => document.getElementById('toggle-side')?.click());
  await phone.page.evaluate(() => document.querySelector<HTMLElement>('#contents a')?.click());
  assert.ok(await phone.page.$('#side[hidden]'));
  await phone.close();
});

test('the page speaks the user’s language, wholly', async () => {
  const { words: book } = await readTerms(await openRepository(desk.root));
  const keys = (lang: string) => Object.keys(book[lang] ?? {}).filter((key) => key.startsWith('desk-'));
  for (const lang of ['uk', 'ru', 'de', 'fr']) assert.equal(keys(lang), keys('en'), lang);
  const other = await openWindow(desk.url, { languages: ['pl', 'uk-UA', 'en'] });
  assert.is(await other.page.evaluate(() => document.documentElement.lang), 'uk');
  const empty = await other.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-words], [data-label]')].flatMap(
      ({ dataset, textContent, ariaLabel }) => {
        const [key, shown] = dataset.words ? [dataset.words, textContent] : [dataset.label ?? '', ariaLabel];
        return !shown || shown === key ? [key] : [];
      },
    ),
  );
  assert.equal(empty, []);
  await other.close();
});

test('findings are in the page’s language, where there is a table of messages', async () => {
  const { page: ukrainian, close } = await openWindow(desk.url, { languages: ['uk'] });
  await writeFile(file, original.replace('title: Rivers', 'titel: Rivers'));
  await ukrainian.waitForSelector('#problems:not([hidden]) .finding');
  assert.is(await ukrainian.$eval('#problems .finding', (element) => element.getAttribute('lang')), 'uk');
  const shown = await ukrainian.$eval('#problems', (element) => element.textContent ?? '');
  assert.match(shown, 'Помилка Невідомий ключ "titel"');
  assert.match(shown, 'Чи не "title"?');
  await writeFile(file, original);
  await ukrainian.waitForSelector('#problems[hidden]');
  await close();
  await page.waitForSelector('#problems[hidden]');
});

test('no text of a manuscript is read as HTML', async () => {
  await untilFollowed(page, () =>
    writeFile(
      file,
      original.replace('name: Ann Author', `name: '${escaped}'`).replace('title: Rivers', `title: '${escaped}'`),
    ),
  );
  await page.waitForFunction(() => document.querySelector('#contents')?.textContent?.includes('onerror'));
  await writeFile(file, original.replace('title: Rivers', `'${hostile}': Rivers`));
  await page.waitForSelector('#problems:not([hidden])');
  assert.match(await text('#problems'), /onerror/);
  assert.is(await page.evaluate(() => document.querySelectorAll('img, script:not([src="desk.js"])').length), 0);
  assert.is(await page.evaluate(() => (globalThis as unknown as { hacked?: number }).hacked), undefined);
  await writeFile(file, original);
  await page.waitForSelector('#problems[hidden]');
  assert.equal(window.errors, []);
});

test('a page of another origin gets nothing of the desk, even if it knows its address', async () => {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>Other</title>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const context = await page.browser().createBrowserContext();
  const other = await context.newPage();
  await other.goto(`http://127.0.0.1:${port}/`);
  const got = await other.evaluate(async (desk) => {
    const status = (path: string, how: RequestInit = {}) =>
      fetch(desk + path, how).then(
        ({ type }) => type,
        () => 'refused',
      );
    const element = (name: 'script' | 'img' | 'iframe', path: string) =>
      new Promise<string>((done) => {
        const one = document.createElement(name);
        one.addEventListener('load', () => {
          const isOpen = name === 'iframe' && (one as HTMLIFrameElement).contentDocument !== null;
          done(name === 'iframe' && !isOpen ? 'refused' : 'loaded');
        });
        one.addEventListener('error', () => done('refused'));
        one.src = desk + path;
        document.body.append(one);
      });
    const events = new Promise<string>((done) => {
      const source = new EventSource(`${desk}events`);
      source.addEventListener('state', () => done('got'));
      source.addEventListener('error', () => done('refused'));
    });
    return [
      await status('state'),
      await status('open?file=manuscripts/2026-1/first.md&line=1', { method: 'POST' }),
      await element('script', 'desk.js'),
      await element('iframe', ''),
      await events,
    ];
  }, desk.url);
  assert.equal(got, ['refused', 'refused', 'refused', 'refused', 'refused']);
  await context.close();
  server.close();
});

test.after(desk.end);

test.run();
