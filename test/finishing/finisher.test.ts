import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { startChrome } from '../../build/browser/browser.ts';
import { workingCache } from '../../build/cache/working-cache.ts';
import { startFinishing } from '../../build/finishing/finisher.ts';
import { makePrint } from '../../build/pdf/make-print.ts';
import type { PrintedUnit } from '../../build/pdf/printed-unit.ts';
import { memoryCache } from '../cache/memory-cache.ts';
import { article, issueOf } from '../epub/sample.ts';
import { style, theme } from '../galley/compose.ts';
import { pressSettings as press } from '../pdf/press/settings.ts';

/* What is made of a unit is kept when it is made, and read when it is asked for. */

const chrome = await startChrome();
test.after(() => chrome.close());

const written = article(1, { front: { authors: [{ name: 'A' }] }, title: 'T', body: '<p>Some words.</p>' });
const issue = issueOf([{ ...written, key: 'the first' }]);
const cache = memoryCache();
const working = workingCache(cache);
const { units } = await makePrint(chrome, issue, style, theme, { offprints: true, working });
const unit = units.find(({ articles }) => articles.length > 0) as PrintedUnit;
const finisher = () =>
  startFinishing({
    issue,
    terms: theme.terms,
    ids: new Set(),
    wanted: { screen: true, offprints: true, press },
    checks: { faces: [], press },
    working,
  });

test('a unit that is begun is made once, and each result is read when it is asked for', async () => {
  const { begin, finish } = finisher();
  cache.made();
  begin(unit);
  begin(unit);
  const { offprints } = await finish(unit, 'offprints');
  assert.equal(
    offprints?.map(({ article }) => article),
    [written.id],
  );
  assert.equal(cache.made().sort(), ['unit-offprints', 'unit-press', 'unit-screen']);
  assert.equal(cache.found().slice(-1), ['unit-offprints']);
  const again = await finisher().finish(unit);
  assert.equal(Object.keys(again).sort(), ['offprints', 'press', 'screen']);
  assert.equal(again.offprints, offprints);
  assert.equal(cache.made(), []);
});

test('a part for the press is never made without the part whose words it is compared with', async () => {
  const before = await finisher().finish(unit, 'press');
  for (const name of [...cache.entries.keys()]) if (/^unit-(screen|press) /.test(name)) cache.entries.delete(name);
  cache.made();
  assert.equal((await finisher().finish(unit, 'press')).press, before.press);
  assert.equal(cache.made().sort(), ['unit-press', 'unit-screen']);
});

test.run();
