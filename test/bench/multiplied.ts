import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { offprintRoot } from '../../build/disk/repository.ts';

/** The sample issue. */
export const issueName = '2026-1';

/** Makes a repository, in a folder `x10` of `work`, that has the sample issue’s articles so many times over. Returns its path. */
export async function multiplied(times: number, work: string): Promise<string> {
  const root = join(work, `x${times}`);
  const from = join(offprintRoot, 'manuscripts');
  const to = join(root, 'manuscripts');
  await mkdir(root);
  await cp(from, to, { recursive: true });
  const path = join(to, issueName, 'issue.yaml');
  const facts = parse(await readFile(path, 'utf8')) as { contents: { section?: string; articles: string[] }[] };
  const { contents } = facts;
  for (let n = 2; n <= times; n++) {
    for (const section of contents) {
      const articles: string[] = [];
      for (const article of section.articles) {
        articles.push(`copy-${n}-${article}`);
        await cp(join(to, issueName, article), join(to, issueName, `copy-${n}-${article}`));
      }
      facts.contents = [...facts.contents, { ...section, articles }];
    }
  }
  await writeFile(path, stringify(facts));
  return root;
}
