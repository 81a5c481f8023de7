import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { hasErrors } from '../../build/diagnostics/report.ts';
import { listIssues, readIssue } from '../../build/issue/read.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { openRepository } from '../../build/repository.ts';
import { readTerms } from '../../build/terms.ts';
import { bagOf, difference, textOfArticle, textOfMarkdown } from './words.ts';

/*
 * No word lost, no word doubled: the bag of words of each article in type is that of its manuscript.
 */

for (const [name, folder] of [
  ['the sample issue', '../../'],
  ['Ukraine Analytica', '../../../shared/journals/ukraine-analytica/'],
] as const) {
  const root = fileURLToPath(new URL(folder, import.meta.url));
  if (!(await stat(root).catch(() => undefined))) {
    console.log(`${name} is not here, and its words are not counted`);
    continue;
  }
  test(`every word of ${name} is set, once`, async () => {
    const repository = await openRepository(root);
    const terms = await readTerms(repository);
    for (const folder of await listIssues(repository)) {
      const issue = await prepareIssue(await readIssue(repository, folder), repository, terms);
      assert.not(hasErrors(issue.files));
      for (const article of issue.articles)
        assert.equal(
          difference(bagOf(textOfMarkdown(String(article.file))), bagOf(textOfArticle(article))),
          [],
          article.name,
        );
    }
  });
}

test.run();
