import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { offprint } from '../cli/offprint.ts';
import { startUserBrowser } from '../desk/user-browser.ts';
import { axeOnScreens } from '../web/axe-on-screens.ts';
import { copyJournal } from './built-journal.ts';
import { linksOfSite } from './links-of-site.ts';

/* The site of a journal of five issues in three languages, made of their web editions as a build makes them. */

const test = suite('site/built');
const root = await copyJournal();
const site = join(root, 'dist/site');
const built = await offprint(['build', '--only', 'web,offprints'], root);
const made = await offprint(['site'], root);
const { browser, end } = await startUserBrowser();
test.after(async () => {
  await end();
  await rm(root, { recursive: true, force: true });
});

test('every link of its pages and of its issues leads somewhere', async () => {
  assert.is(built.code, 0, built.stderr);
  assert.is(made.code, 0, made.stderr);
  const { count, broken } = await linksOfSite(site);
  assert.equal(broken, []);
  assert.ok(count > 120, String(count));
});

test('axe finds nothing on its own pages, in light and dark, on all screens', async () => {
  const pages = ['index.html', 'people.html', 'search.html'].map((path) => pathToFileURL(join(site, path)).href);
  assert.equal(await axeOnScreens(browser, pages), []);
});

test('its own pages are set in the journal’s faces, letter by letter', async () => {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  for (const path of ['index.html', 'people.html']) {
    await page.goto(pathToFileURL(join(site, path)).href);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root: tree } = await session.send('DOM.getDocument');
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: tree.nodeId, selector: 'body *' });
    const names = new Set<string>();
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      for (const { familyName, isCustomFont } of fonts)
        names.add(isCustomFont ? familyName : `${familyName} of the machine`);
    }
    assert.equal([...names].sort(), [
      'Offprint Sans 3',
      'Offprint Sans 3 SemiBold',
      'Source Serif 4',
      'Source Serif 4 SemiBold',
    ]);
  }
  await page.close();
});

test.run();
