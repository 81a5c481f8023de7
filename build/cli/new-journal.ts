import { basename, relative, resolve } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { openRepository } from '../disk/repository.ts';
import { asciiName } from '../languages/ascii-name.ts';
import { cyrillicLanguage, scriptIn } from '../text/script.ts';
import { openTemplates } from '../theme/templates.ts';
import { spoken } from './spoken/spoken.ts';
import { pathToSchema, writeNew } from './write-new.ts';

/**
 * Runs `offprint new journal "Notes on Books"`: makes a folder named after the journal, or uses the root itself, and
 * writes its settings. Throws UsageError.
 */
export async function newJournal(name: string | undefined, root: string): Promise<void> {
  const lang = languageOf(name ?? '');
  const folder = resolve(root, name === undefined ? '.' : asciiName(name, lang) || 'journal');
  await makeFolder(folder);
  const repository = await openRepository(folder);
  const title = name ?? basename(repository.root);
  const short = initials(title);
  const path = 'manuscripts/journal.yaml';
  const text = await openTemplates(repository).render('new/journal.yaml.ejs', {
    title: JSON.stringify(title),
    short: JSON.stringify(short),
    slug: asciiName(short, lang) || 'issue',
    lang,
    schema: await pathToSchema(repository, path, 'journal'),
  });
  const files = new Map([[path, text]]);
  // Tasks of VS Code: the preview, and the way from a line to its page.
  const tasks = '.vscode/tasks.json';
  if (!(await repository.list('.vscode')).includes('tasks.json'))
    files.set(tasks, await openTemplates(repository).render('new/tasks.json.ejs', {}));
  // Without it the list of keys that begin with @ comes only when it is asked for.
  const settings = '.vscode/settings.json';
  if (!(await repository.list('.vscode')).includes('settings.json'))
    files.set(settings, await openTemplates(repository).render('new/settings.json.ejs', {}));
  if (!(await repository.list('.')).includes('.gitignore'))
    files.set('.gitignore', 'dist/\nnode_modules/\n.vscode/offprint-*.code-snippets\n');
  await writeNew(repository, files);
  const where = relative(process.cwd(), repository.root);
  process.stdout.write(
    `${spoken(`Fill in ${path}, where lang: ${lang} is a guess; then${where ? `, in ${where}` : ''}: offprint new issue 2026-1`)}\n`,
  );
}

/** A short title: the initials of one with more than two words. */
function initials(title: string): string {
  const words = title.split(/\s+/);
  return words.length > 2 ? words.map((word) => /[\p{L}\d]/u.exec(word)?.[0].toUpperCase()).join('') : title;
}

/**
 * A guess at a title’s language, by its letters: Ukrainian for Cyrillic letters that several languages share; English
 * for Latin letters.
 */
function languageOf(title: string): string {
  const script = scriptIn(title);
  if (script === 'Cyrl') return cyrillicLanguage(title) ?? 'uk';
  return script === 'Grek' ? 'el' : 'en';
}
