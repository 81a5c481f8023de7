import { VFile } from 'vfile';
import { checkEpub } from '../../build/check/epub.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { makeEpub } from '../../build/epub/epub.ts';
import { dressPictures } from '../../build/fonts/dress-pictures.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { readStyle } from '../../build/styles/style.ts';
import { openTheme } from '../../build/theme/theme.ts';
import { issueName } from './multiplied.ts';

/** What a run took, in ms and bytes. */
export interface Once {
  read: number;
  bind: number;
  check: number;
  size: number;
  memory: number;
}

/* Binds one EPUB in a process of its own, for its memory; prints what it took. The folder of the repository is its argument. */

let last = performance.now();
const took = (): number => {
  const before = last;
  last = performance.now();
  return last - before;
};
const repository = await openRepository(process.argv[2] ?? '.');
const theme = await openTheme(repository);
const issue = await prepareIssue(await readIssue(repository, issueName), repository, theme.terms);
const style = await readStyle(repository, issue.journal.style, 'epub');
const read = took();
const { epub } = await makeEpub(await dressPictures(issue, style), style, theme);
const bind = took();
await checkEpub(epub, new VFile({ path: 'bench.epub' }), { issue });
const check = took();
const once: Once = { read, bind, check, size: epub.length, memory: process.resourceUsage().maxRSS * 1024 };
process.stdout.write(JSON.stringify(once));
