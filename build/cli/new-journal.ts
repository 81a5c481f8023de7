import { mkdir } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { asciiName } from '../issue/ascii-name.ts';
import { openRepository } from '../repository.ts';
import { openTemplates } from '../templates.ts';
import { schemaFor, writeNew } from './write-new.ts';

/** `offprint new journal "Notes on Books"`: a folder named after it, or the root itself, with the settings of a journal. Throws UsageError. */
export async function newJournal(name: string | undefined, root: string): Promise<void> {
  const folder = resolve(root, name === undefined ? '.' : asciiName(name) || 'journal');
  await mkdir(folder, { recursive: true });
  const repository = await openRepository(folder);
  const title = name ?? basename(repository.root);
  const short = initials(title);
  const path = 'manuscripts/journal.yaml';
  const text = await openTemplates(repository).render('new/journal.yaml.ejs', {
    title: JSON.stringify(title),
    short: JSON.stringify(short),
    slug: asciiName(short) || 'issue',
    schema: schemaFor(repository, path, 'journal'),
  });
  const files = new Map([[path, text]]);
  if (!(await repository.list('.')).includes('.gitignore')) files.set('.gitignore', 'dist/\nnode_modules/\n');
  await writeNew(repository, files);
  const where = relative(process.cwd(), repository.root);
  process.stdout.write(`Fill in ${path}; then${where ? `, in ${where}` : ''}: offprint new issue 2026-1\n`);
}

/** A title of more than two words by its initials. */
function initials(title: string): string {
  const words = title.split(/\s+/);
  return words.length > 2 ? words.map((word) => [...word][0]?.toUpperCase()).join('') : title;
}
