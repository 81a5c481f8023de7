import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Repository } from '../disk/repository.ts';
import { listArticle } from '../issue/list-article.ts';
import { asciiName } from '../languages/ascii-name.ts';
import { journalLanguage } from '../manuscript/journal-language.ts';
import { openTemplates } from '../theme/templates.ts';
import { issueOrNewest } from './options.ts';
import { spoken } from './spoken/spoken.ts';
import { UsageError } from './usage.ts';
import { writeNew } from './write-new.ts';

/**
 * Runs `offprint new article "On Footnotes"`: writes a manuscript and lists it last in its issue, by default the
 * newest. Throws UsageError.
 */
export async function newArticle(
  title: string | undefined,
  named: string | undefined,
  repository: Repository,
): Promise<void> {
  if (!title) throw new UsageError('Name the article by its title, e.g. offprint new article "On Footnotes".');
  const issue = await issueOrNewest(repository, named);
  const file = `${asciiName(title, await journalLanguage(repository)) || 'article'}.md`;
  const facts = `manuscripts/${issue}/issue.yaml`;
  const path = await repository.writablePath(facts);
  const listed = listArticle(new TextDecoder().decode(await repository.read(facts)), file);
  await writeNew(repository, new Map([[`manuscripts/${issue}/${file}`, await articleText(repository, title)]]));
  if (listed !== undefined) await writeFile(path, listed);
  process.stdout.write(
    `${spoken(`${listed === undefined ? `add ${file} under contents: in` : 'listed in'} ${relative('.', path)}`)}\n`,
  );
}

/** The text of a new manuscript. */
export function articleText(repository: Repository, title: string): Promise<string> {
  return openTemplates(repository).render('new/article.md.ejs', { title: JSON.stringify(title) });
}
