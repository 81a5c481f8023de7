import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offprintRoot } from '../../build/disk/repository.ts';
import { makeTrialJournal, type TrialJournal } from './units/trial-journal.ts';

/*
 * What the data of an issue cost beside Pandoc's JATS of the same manuscripts, article by article: JATS alone and all
 * editions that are data, cold, with pages made up for them; with the layouts and the page record of an earlier build
 * kept; for OJS, whose file has the PDFs and e-books in it; and pages on the web beside Pandoc's HTML. `npm run bench -- record 30` for another number of
 * articles than 90.
 */

const times = Number(process.argv[3] ?? 90);
const rounds = 3;
const data = 'jats,crossref,doaj,datacite,by-template';
const work = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
try {
  const journal = await makeTrialJournal(offprintRoot, times, join(work, 'journal'));
  await makeCitable(journal);
  tell(`${times} articles, Node ${process.version}`);
  const cold = timed(() => build(journal, data, 'cold'));
  tell(`Offprint, cold, with the pages: ${seconds(cold)}`);
  const jats = await kept(journal, 'jats');
  tell(`Offprint, layouts and page record kept, JATS alone: ${seconds(jats)}`);
  const all = await kept(journal, data);
  tell(`Offprint, the same, JATS, Crossref, DOAJ, DataCite, OAI-DC and PubMed: ${seconds(all)}`);
  if (spawnSync('pandoc', ['--version']).status !== 0) tell('Pandoc is not installed: nothing to compare with.');
  else {
    const pandoc = middleOf(Array.from({ length: rounds }, () => timed(() => withPandoc(journal, 'jats_publishing'))));
    const [version] = execFileSync('pandoc', ['--version']).toString().split('\n');
    tell(`${version}, its JATS alone: ${seconds(pandoc)}`);
    const share = (of: number) => (of / pandoc).toFixed(2);
    const web = await kept(journal, 'web');
    const html = middleOf(Array.from({ length: rounds }, () => timed(() => withPandoc(journal, 'html'))));
    tell(`Pages on the web, kept the same: ${seconds(web)}, ${(web / html).toFixed(2)} of Pandoc’s HTML (aim 1.0)`);
    tell(`Of its time: ${share(all)} for all data (aim 0.5), ${share(jats)} for JATS, ${share(cold)} cold`);
  }
  const ojs = ['ojs-cold', 'ojs-kept'].map((out) => seconds(timed(() => build(journal, 'ojs', out))));
  tell(`Offprint, OJS with PDFs and e-books, layouts kept: ${ojs[0]}; with those finished before: ${ojs[1]}`);
} finally {
  await rm(work, { recursive: true, force: true });
}

/** Gives the journal what all recipients ask for, and each article a DOI. */
async function makeCitable({ root, manuscripts }: TrialJournal): Promise<void> {
  const settings = join(root, 'manuscripts/journal.yaml');
  const lacking = [
    'issn: { online: 2049-3630 }',
    'deposit:',
    '  address: https://example.org/{issue}/{article}',
    '  depositor: { name: The Editors, email: editors@example.org }',
    '  templates: [oai-dc.xml.ejs, pubmed.xml.ejs]',
    '  ojs: { email: editors@example.org }',
  ];
  const text = await readFile(settings, 'utf8');
  await writeFile(settings, `${text.replace(/^(?:issn|deposit|doi):.*\n(?: .*\n)*/gm, '')}\n${lacking.join('\n')}\n`);
  for (const [i, path] of manuscripts.entries()) {
    const manuscript = (await readFile(path, 'utf8')).replace(/^doi:.*\n/m, '');
    await writeFile(path, manuscript.replace('---\n', `---\ndoi: 10.5555/bench.${i + 1}\n`));
  }
}

/** The milliseconds of builds beside the page record of the first, and nothing else of it. */
async function kept(journal: TrialJournal, only: string): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const out = `${only.length}-${round}`;
    await cp(join(work, 'cold'), join(work, out), { recursive: true });
    await rm(join(work, out, journal.issue, 'jats'), { recursive: true });
    await rm(join(work, out, journal.issue, 'deposit'), { recursive: true });
    all.push(timed(() => build(journal, only, out)));
  }
  return middleOf(all);
}

/** Builds editions into a folder. The cache lies beside. */
function build({ root }: TrialJournal, only: string, out: string): void {
  const program = join(offprintRoot, 'build/offprint.mjs');
  run(process.execPath, [program, 'build', '--root', root, '--only', only, '--out', join(work, out), '--quiet']);
}

function withPandoc({ manuscripts }: TrialJournal, format: 'jats_publishing' | 'html'): void {
  for (const path of manuscripts) run('pandoc', ['-f', 'markdown', '-t', format, '-s', path, '-o', `${path}.made`]);
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, OFFPRINT_CACHE: join(work, 'cache') },
  });
}

function timed(does: () => void): number {
  const start = performance.now();
  does();
  return performance.now() - start;
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}
