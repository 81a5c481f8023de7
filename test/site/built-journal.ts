import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openRepository } from '../../build/disk/repository.ts';
import { startPublishing } from '../../build/dist/publish.ts';
import { sourcesOf } from '../../build/dist/sources.ts';
import { listIssues } from '../../build/manuscript/list-issues.ts';
import { emptyFolder } from '../cli/folders.ts';

/** A copy of a journal of five issues in three languages, in a folder of its own. */
export async function copyJournal(): Promise<string> {
  const root = await emptyFolder();
  await cp(join(import.meta.dirname, 'journal'), root, { recursive: true });
  return root;
}

/**
 * Lays plain pages where the web editions of a journal’s issues are, as a build publishes them: how these look is no
 * matter of the site’s.
 */
export async function layPages(root: string): Promise<void> {
  const repository = await openRepository(root);
  const page = (title: string, more = '') =>
    new TextEncoder().encode(
      `<!DOCTYPE html>\n<html lang="uk"><head><meta charset="utf-8"><title>${title}</title>${more}</head><body><p id="top">${title}</p></body></html>\n`,
    );
  for (const issue of await listIssues(repository)) {
    const publication = await startPublishing(join(root, 'dist'), issue);
    const sheet = '<link rel="stylesheet" href="assets/web.css">';
    await publication.write('web/index.html', page(issue, sheet));
    await publication.write('web/assets/web.css', new TextEncoder().encode('body { font-family: serif }\n'));
    for (const file of await readdir(join(root, 'manuscripts', issue))) {
      if (!file.endsWith('.md')) continue;
      await publication.write(`web/${file.slice(0, -3)}.html`, page(file, sheet));
      await publication.write(
        `web/${file.slice(0, -3)}/${file.slice(0, -3)}.pdf`,
        new TextEncoder().encode('%PDF-1.7\n'),
      );
    }
    await publication.place(() => false, await sourcesOf(repository, issue));
    await publication.end();
  }
}
