import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chrome, startChrome } from '../../build/browser/browser.ts';
import { buildIssue } from '../../build/build.ts';
import { hasErrors } from '../../build/diagnostics/report.ts';
import { openRepository, type Repository } from '../../build/disk/repository.ts';
import { editions, usualEditions } from '../../build/editions/table.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { toXhtml } from '../../build/theme/xhtml.ts';
import { proofMeasure } from '../../build/words/measure-proof.ts';
import { issueName, multiplied } from './multiplied.ts';

/*
 * What a build costs, stage by stage, for the sample issue and for ten times it, beside Chrome's bare printing of the same text: the words in
 * plain HTML, with the browser's own styles. All in one run on one machine, so that the ratios mean something where the seconds do not.
 */

const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const chrome = await startChrome();
try {
  process.stdout.write(`${chrome.version} (${chrome.origin}), Node ${process.version}\n`);
  for (const times of [1, 10]) await bench(times);
} finally {
  await chrome.close();
  await rm(work, { recursive: true, force: true });
}

async function bench(times: number): Promise<void> {
  const repository = await openRepository(await multiplied(times, work));
  const bare = middle([
    await printBare(chrome, repository),
    await printBare(chrome, repository),
    await printBare(chrome, repository),
  ]);
  const stages = new Map<string, number[]>();
  const totals: number[] = [];
  const proofs: number[] = [];
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    const built = await buildIssue(issueName, {
      repository,
      out: join(work, `dist-${times}`),
      only: usualEditions(editions),
      strict: false,
      chrome: async () => chrome,
      stage: async (name, stage) => {
        const from = performance.now();
        const result = await stage();
        stages.set(name, [...(stages.get(name) ?? []), performance.now() - from]);
        return result;
      },
    });
    if (hasErrors(built.files)) throw new Error('the sample issue has errors: npm run check');
    totals.push(performance.now() - start);
    proofs.push(performance.getEntriesByName(proofMeasure).reduce((sum, { duration }) => sum + duration, 0));
    performance.clearMeasures(proofMeasure);
  }
  process.stdout.write(`\n${times} × the sample issue\n`);
  row('Chrome’s bare printing', bare, bare);
  for (const [name, times] of stages) row(name, middle(times), bare);
  row('the whole build', middle(totals), bare);
  row('of it, proving the words', middle(proofs), bare);
  process.stdout.write(
    `  ${((100 * middle(proofs)) / middle(totals)).toFixed(1)} % of the build proves that no word is lost\n`,
  );
}

/** Milliseconds that the browser takes to print the issue’s words without a style of ours. */
async function printBare(browser: Chrome, repository: Repository): Promise<number> {
  const issue = await prepareIssue(await readIssue(repository, issueName), repository, await readTerms(repository));
  const text = issue.articles.map(
    (article) =>
      `<h1>${toXhtml(article.title.tree)}</h1>${toXhtml(article.body)}${article.notes.map(({ body }) => toXhtml(body)).join('')}`,
  );
  const files = new Map<string, { type: string; data: string | Uint8Array }>([
    [
      'bare.html',
      {
        type: 'text/html; charset=utf-8',
        data: `<!DOCTYPE html><html lang="en"><title>bare</title>${text.join('')}</html>`,
      },
    ],
    ...issue.pictures.map((picture): [string, { type: string; data: Uint8Array }] => [
      `images/${picture.name}`,
      { type: picture.mediaType, data: picture.data },
    ]),
  ]);
  const start = performance.now();
  await browser.withPage({ entry: 'bare.html', files }, (page) => page.pdf({ tagged: true, outline: true }));
  return performance.now() - start;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function row(name: string, ms: number, bare: number): void {
  process.stdout.write(
    `  ${name.padEnd(28)} ${ms.toFixed(0).padStart(7)} ms  ${(ms / bare).toFixed(2).padStart(6)} × bare\n`,
  );
}
