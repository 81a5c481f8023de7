import { newArticle } from './new-article.ts';
import { newIssue } from './new-issue.ts';
import { newJournal } from './new-journal.ts';
import { repositoryOf } from './options.ts';
import { type Exit, exit, UsageError } from './usage.ts';

interface NewOptions {
  root: string;
  issue?: string;
}

/**
 * Runs `offprint new journal|issue|article`: writes the files that an editor begins with, and overwrites none. Throws
 * UsageError.
 */
export async function newCommand(what: string, name: string | undefined, options: NewOptions): Promise<Exit> {
  if (what === 'journal') await newJournal(name, options.root);
  else if (what === 'issue') await newIssue(name, await repositoryOf(options));
  else if (what === 'article') await newArticle(name, options.issue, await repositoryOf(options));
  else throw new UsageError(`There is no new ${what}. There are: new journal, new issue, new article.`);
  return exit.done;
}
