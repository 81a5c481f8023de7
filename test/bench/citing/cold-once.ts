import { VFile } from 'vfile';
import { startChrome } from '../../../build/browser/browser.ts';
import { buildIssue } from '../../../build/build.ts';
import { noCache } from '../../../build/cache/cache.ts';
import { openRepository } from '../../../build/disk/repository.ts';
import { editions, usualEditions } from '../../../build/editions/table.ts';
import { runCitingJob } from '../../../build/references/cite/run-job.ts';
import { localeFor, readCitationStyle } from '../../../build/references/cite/styles.ts';
import { readReferences } from '../../../build/references/read.ts';

/*
 * Prints the milliseconds of a piece of work that nothing was done for before, in a process of its own: `cold-once.ts build ROOT OUT` builds the journal’s issue;
 * `cold-once.ts processor ROOT STYLE` has the processor alone write the same citations.
 */

const [what, root = '', more = ''] = process.argv.slice(2);
const repository = await openRepository(root);
process.stdout.write(String(await (what === 'build' ? build() : processor())));

async function build(): Promise<number> {
  const chrome = await startChrome();
  const start = performance.now();
  const only = usualEditions(editions);
  const stage = <T>(_name: string, work: () => Promise<T>) => work();
  const request = { repository, out: more, only, strict: false, chrome: async () => chrome, cache: noCache, stage };
  const { ended } = await buildIssue('1', request as Parameters<typeof buildIssue>[1]);
  const took = performance.now() - start;
  await chrome.close();
  if (ended) throw ended;
  return took;
}

async function processor(): Promise<number> {
  const file = new VFile({ path: 'manuscripts/journal.yaml', cwd: root });
  const style = await readCitationStyle(repository, more, { file, at: undefined });
  if (!style) throw new Error(`There is no style ${more}`);
  const { find, all } = await readReferences(repository, [{ path: 'manuscripts/works.bib', file }], noCache);
  const text = new TextDecoder().decode(await repository.read('manuscripts/1/one.md'));
  const cited = [...text.matchAll(/@(work\d+), p\. (\d+)/g)];
  const keys = new Set(cited.map(([, key]) => key));
  const start = performance.now();
  await runCitingJob({
    style: style.csl,
    locales: style.locales,
    lang: localeFor('en', style),
    items: all.flatMap(({ key, item }) => (keys.has(key) && find(key) ? [{ ...item, id: key }] : [])),
    clusters: cited.map(([, id = '', locator = ''], i) => ({
      note: style.isNotes ? i + 1 : 0,
      items: [{ id, label: 'page', locator }],
    })),
  });
  return performance.now() - start;
}
