import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type PageFacts, pageFacts } from '../read-pages/page-facts.ts';
import { tellFacts } from '../read-pages/tell-facts.ts';
import { tellPages } from '../read-pages/tell-pages.ts';
import { typesetPages } from '../read-pages/typeset-pages.ts';
import { makeTrialJournal } from '../units/trial-journal.ts';
import { setByOffprint, setters } from './set-article.ts';

/**
 * Tells what a typographer counts on finished pages: those of a journal’s first issue, and those of its longest article as each program sets it, in the
 * face, the sizes and the measure of our two-column style. `work` is a folder for what is made.
 */
export async function tellArticles(root: string, work: string): Promise<void> {
  const issue = await mkdirIn(work, 'issue');
  const journal = await makeTrialJournal(root, 1, join(work, 'journal'));
  const columns = [{ name: 'the whole issue', facts: await factsOf(await setByOffprint(root, issue)) }];
  for (const { name, wants, isThere, set } of setters) {
    if (isThere()) columns.push({ name, facts: await factsOf(await set(journal, await mkdirIn(work, name))) });
    else process.stdout.write(`${name}: skipped. It wants ${wants}.\n`);
  }
  process.stdout.write(`\nOn the finished pages: the issue, and its longest article as each program sets it\n`);
  process.stdout.write(tellFacts(columns));
}

/** Tells the same of PDFs from any producer, and where on their pages a typographer would look. */
export async function tellFiles(paths: readonly string[]): Promise<void> {
  const columns: { name: string; facts: PageFacts }[] = [];
  for (const path of paths) {
    const typeset = await typesetPages(await readFile(path));
    const facts = pageFacts(typeset);
    columns.push({ name: basename(path).slice(-20), facts });
    process.stdout.write(`${path}\n${tellPages(typeset)}`);
    for (const stub of [...facts.stubs, ...facts.stubsOfNotes]) process.stdout.write(`  stub: ${stub}\n`);
  }
  process.stdout.write(tellFacts(columns));
}

async function factsOf(pdf: Uint8Array): Promise<PageFacts> {
  return pageFacts(await typesetPages(pdf));
}

async function mkdirIn(work: string, name: string): Promise<string> {
  await mkdir(join(work, name), { recursive: true });
  return join(work, name);
}
