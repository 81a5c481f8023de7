import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChrome } from '../../build/browser/browser.ts';
import { noCache } from '../../build/cache/cache.ts';
import { openRepository, type Repository } from '../../build/disk/repository.ts';
import { formulasOfPapers } from '../formulas/of-papers.ts';
import { timedBuild } from './timed-build.ts';
import { middle } from './units/middle.ts';

/*
 * What two hundred formulas add to the build of an article, in all editions and with nothing kept: beside the same
 * article with words in their places. All in one run, in turns, so that the ratio means something where the seconds do
 * not.
 */

const turns = Number(process.argv[3] ?? 3);
const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const out = join(work, 'dist');
const chrome = await startChrome();
try {
  const withWords = await journal('words', (tex) => 'word '.repeat(Math.max(1, Math.round(tex.length / 12))).trim());
  const added: { clock: number[]; processors: number[] } = { clock: [], processors: [] };
  for (let turn = 0; turn <= turns; turn++) {
    // None that was set before.
    const withFormulas = await journal(`formulas-${turn}`, (tex) => `$${tex}_{${turn}}$`);
    const [before, now, after] = [
      await timedBuild(withWords, out, chrome, noCache),
      await timedBuild(withFormulas, out, chrome, noCache),
      await timedBuild(withWords, out, chrome, noCache),
    ];
    // The first turn compiles.
    if (turn === 0) continue;
    for (const of of ['clock', 'processors'] as const) added[of].push(now[of] / ((before[of] + after[of]) / 2) - 1);
  }
  for (const of of ['clock', 'processors'] as const)
    process.stdout.write(
      `200 formulas add ${(middle(added[of]) ?? Number.NaN).toFixed(2)} × the build without them by the ${of} (aim: 0.25); turns: ${added[of].map((one) => one.toFixed(2)).join(', ')}\n`,
    );
} finally {
  await chrome.close();
  await rm(work, { recursive: true, force: true });
}

/** A journal whose article has two hundred formulas, no two of them alike, or something in their places. */
async function journal(name: string, set: (tex: string) => string): Promise<Repository> {
  const root = join(work, name);
  await mkdir(join(root, 'manuscripts/1'), { recursive: true });
  await writeFile(
    join(root, 'manuscripts/journal.yaml'),
    'title: Bench\nshort: b\nlang: en\npublisher:\n  name: The Bench\neditors:\n  - name: The Bench\n',
  );
  await writeFile(
    join(root, 'manuscripts/1/issue.yaml'),
    'volume: 1\nnumber: 1\ndate: 2026\ncontents:\n  - articles:\n      - article.md\n',
  );
  const words = 'One sees at once that it holds wherever the road goes on along the river and over the old bridge, by';
  const paragraphs = Array.from({ length: 200 }, (_, i) => {
    const tex = `${formulasOfPapers[i % formulasOfPapers.length]}^{${i}}`;
    return `${words} ${set(tex)}, and no less where ${words.toLowerCase()} the same.`;
  });
  const front = '---\ntitle: A Paper\nauthors:\n  - name: A. Author\n---\n\n';
  await writeFile(join(root, 'manuscripts/1/article.md'), `${front}${paragraphs.join('\n\n')}\n`);
  return openRepository(root);
}
