import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openRepository } from '../../build/disk/repository.ts';
import { passageData, passageScript } from '../../build/findable/passage-script.ts';
import { readTerms, termsFor } from '../../build/theme/terms.ts';
import { emptyFolder } from '../cli/folders.ts';
import { startUserBrowser } from '../desk/user-browser.ts';

/* A passage that a reader selects, in a real browser, from a folder, under the policy of the pages. */

const terms = await readTerms(await openRepository(process.cwd()));
const words = termsFor(terms, 'uk');
const data = Object.entries(passageData({ lang: 'uk', words }, { lang: 'uk', words }, terms.languages))
  .map(([name, text]) => ` ${name}="${text}"`)
  .join('');
const folder = await emptyFolder();
await writeFile(join(folder, 'passage.js'), passageScript());
await writeFile(
  join(folder, 'page.html'),
  `<!DOCTYPE html><html lang="uk"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'">
<title>Поля</title><link rel="canonical" href="https://polia.example.org/2026-1/polia.html">
<script src="passage.js" defer${data}></script></head><body>
<p id="outside">Поза статтею.</p>
<article><h1>Поля</h1><p id="before">Ще без сторінки.</p>
<p id="one"><a class="folio-mark" id="p46" href="#p46" data-folio="46"></a>Перша сторінка.</p>
<p id="two">Кінець <a class="folio-mark" id="p47" href="#p47" data-folio="47"></a>і початок.</p>
<section class="cite"><p class="citation">Кропива О. Поля. 2026.</p></section></article></body></html>`,
);
const { browser, end } = await startUserBrowser();
const page = await browser.newPage();
const faults: string[] = [];
page.on('pageerror', (error) => faults.push((error as Error).message));
page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
await page.goto(pathToFileURL(join(folder, 'page.html')).href);
test.after(end);

/** Selects from the beginning of one element to the end of another; the words of the bar, or none if it is hidden. */
async function select(from: string, to = from): Promise<string> {
  await page.evaluate(
    (one, other) => {
      const range = document.createRange();
      range.setStart(document.querySelector(one) as Element, 0);
      range.setEndAfter((document.querySelector(other) as Element).lastChild as ChildNode);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
    },
    from,
    to,
  );
  await new Promise((later) => setTimeout(later, 400));
  return page.$eval('.passage-bar', (bar) =>
    (bar as HTMLElement).hidden ? '' : (bar.querySelector('span')?.textContent ?? ''),
  );
}

/** What a press of a button copies. */
async function copiedBy(button: number): Promise<string> {
  return page.evaluate(async (i) => {
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        async writeText(text: string) {
          copied = text;
        },
      },
    });
    (document.querySelectorAll('.passage-bar button')[i] as HTMLElement).click();
    await new Promise((later) => setTimeout(later, 50));
    return copied;
  }, button);
}

test('the page of a passage is named, and the pages of one that goes over', async () => {
  assert.is((await select('#one')).replace('\u00a0', ' '), 'с. 46');
  assert.is((await select('#one', '#two')).replace('\u00a0', ' '), 'с. 46–47');
});

test('its citation has its words, the article’s citation, the page and the address of the page', async () => {
  await select('#one');
  assert.is(
    (await copiedBy(0)).replace('\u00a0', ' '),
    '«Перша сторінка.» Кропива О. Поля. 2026. с. 46. https://polia.example.org/2026-1/polia.html#p46',
  );
  await select('#two');
  assert.is(await copiedBy(1), 'https://polia.example.org/2026-1/polia.html#p46');
});

test('nothing is offered outside the article, before the first page, and for nothing', async () => {
  for (const place of ['#outside', '#before']) assert.is(await select(place), '', place);
});

test('the policy of the page is kept', () => {
  assert.equal(faults, []);
});

test.run();
