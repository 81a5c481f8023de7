import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Page, startChrome } from '../../../build/browser/browser.ts';
import { noCache } from '../../../build/cache/cache.ts';
import { workingCache } from '../../../build/cache/working-cache.ts';
import { makePrint } from '../../../build/pdf/make-print.ts';
import { openTabs, type TabPool } from '../../../build/pdf/units/tab-pool.ts';
import { article, issueOf } from '../../epub/sample.ts';
import { style, theme } from '../../galley/compose.ts';

/* A unit that is done is held neither by the browser nor by the build. */

const chrome = await startChrome();
test.after(() => chrome.close());

const body = `<p>${'Sentences of the usual length follow one another on this page. '.repeat(40)}</p>`;
const issue = issueOf(
  [1, 2, 3].map((n) => article(n, { front: { authors: [{ name: 'Anon' }] }, title: `Title ${n}`, body })),
);

/** The number of nodes that the browser holds for a page, shown or not. */
async function nodesOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return nodes;
}

test('the browser forgets each unit: after many there are no more nodes than after a few', async () => {
  let pool: TabPool | undefined;
  const print = async () => {
    await makePrint(chrome, issue, style, theme, {
      tabsFor: (site) => {
        pool ??= openTabs(chrome, site, 1);
        return pool;
      },
    });
    return (pool as TabPool).run('the nodes', ({ page }) => nodesOf(page));
  };
  const few = await print();
  await print();
  const many = await print();
  await pool?.close();
  assert.ok(few > 50, `${few}`);
  assert.ok(many < 1.2 * few, `${few} nodes become ${many}`);
});

test('the PDF of a unit that is kept is read again, and is the same', async () => {
  const working = workingCache(noCache);
  const { units } = await makePrint(chrome, issue, style, theme, { working });
  const held = await makePrint(chrome, issue, style, theme);
  for (const [i, unit] of units.entries()) {
    const [one, other] = [await unit.pdf(), await unit.pdf()];
    assert.is.not(one, other, 'nobody holds it');
    assert.ok(Buffer.from(one).equals((await held.units[i]?.pdf()) ?? new Uint8Array()));
  }
  await working.close();
  const gone = await units[0]?.pdf().catch((error: Error) => error.name);
  assert.is(gone, 'ResultGone');
});

test.run();
