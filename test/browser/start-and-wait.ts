import { startChrome } from '../../build/browser/browser.ts';
import { siteWith } from './site-with.ts';

/** A program for end.test.ts: starts a browser, writes its process id, and then does what its argument says. */
const chrome = await startChrome();
const pid = await chrome.withPage(await siteWith('<p>x</p>'), async (page) => page.browser().process()?.pid);
process.stdout.write(`${pid}\n`);
const [how] = process.argv.slice(2);
if (how === 'close') await chrome.close();
else if (how === 'throw') throw new Error('a fault');
else setInterval(() => {}, 1000);
