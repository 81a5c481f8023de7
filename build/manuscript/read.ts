import { posix } from 'node:path';
import type * as v from 'valibot';
import { VFile } from 'vfile';
import { type Cache, noCache } from '../cache/cache.ts';
import { report } from '../diagnostics/report.ts';
import { type Repository, resolveFrom } from '../disk/repository.ts';
import { articleNames } from '../issue/article-names.ts';
import type { IssueSource, Located, Manuscript } from '../issue/model.ts';
import { issuePlaceholder, journalPlaceholder, placeholder } from '../issue/placeholders.ts';
import { type IssueFacts, issueSchema, type JournalFacts, journalSchema } from '../issue/schema.ts';
import { asciiName } from '../languages/ascii-name.ts';
import type { SettingsSchema } from '../settings/salvage.ts';
import { readTextFile } from '../settings/text-file.ts';
import { validate } from '../settings/validate.ts';
import { readYaml } from '../settings/yaml.ts';
import { startCiting } from './citing/start-citing.ts';
import { readOrFind } from './read-manuscript.ts';

/**
 * Reads an issue: the facts of the journal and of the issue, and every manuscript in its contents. Faults are
 * diagnostics on `files`. Facts that cannot be read are replaced by a placeholder, so that everything else is still
 * checked and no fault hides another.
 */
export async function readIssue(repository: Repository, folder: string, cache: Cache = noCache): Promise<IssueSource> {
  const base = `manuscripts/${folder}`;
  const journal = await readJournal(repository);
  const facts = await readSettings(repository, `${base}/issue.yaml`, issueSchema, issuePlaceholder);
  const isWhole = facts.file.messages.length === 0;
  const files = [journal.file, facts.file];
  const sections: IssueSource['sections'] = [];
  const pathOf = (name: string) => resolveFrom(`${base}/issue.yaml`, name);
  const paths = facts.value.contents.flatMap(({ articles }) => articles.map(pathOf));
  const names = articleNames(
    [...new Set(paths)].map((path) => posix.relative(base, path)),
    journal.value.lang,
  );
  const seen = new Set<string>();
  const texts: { file: VFile; name: string; manuscripts: Manuscript[] }[] = [];
  for (const [s, section] of facts.value.contents.entries()) {
    const manuscripts: Manuscript[] = [];
    for (const [a, name] of section.articles.entries()) {
      const at = facts.at('contents', s, 'articles', a);
      const path = pathOf(name);
      if (seen.has(path)) {
        report(facts.file, 'article-once', {
          at,
          found: `${name} is listed twice`,
          fix: 'Remove one of the two lines.',
        });
        continue;
      }
      seen.add(path);
      const file = await readTextFile(repository, path, { file: facts.file, at });
      if (!file) continue;
      files.push(file);
      texts.push({ file, name: names.get(posix.relative(base, path)) ?? '', manuscripts });
    }
    sections.push({ ...(section.section ? { title: section.section } : {}), manuscripts });
  }
  await startCiting(
    journal,
    texts.map(({ file }) => file),
    repository,
    cache,
  );
  for (const { file, name, manuscripts } of texts) manuscripts.push(await readOrFind(file, name, cache));
  if (isWhole) await reportUnlisted(repository, base, seen, facts);
  const slug = asciiName(`${journal.value.short}-${folder}`, journal.value.lang) || 'issue';
  return { folder, slug, journal, facts, sections, files };
}

/** Reads the facts of the journal alone; faults are diagnostics on its file. */
export function readJournal(repository: Repository): Promise<Located<JournalFacts>> {
  return readSettings(repository, 'manuscripts/journal.yaml', journalSchema, journalPlaceholder);
}

async function readSettings<S extends SettingsSchema>(
  repository: Repository,
  path: string,
  schema: S,
  instead: v.InferOutput<S>,
): Promise<Located<v.InferOutput<S>>> {
  const missing = new VFile({ path, cwd: repository.root });
  const name = path.slice(path.lastIndexOf('/') + 1);
  const file = await readTextFile(repository, path, {
    file: missing,
    fix: (close) => (close ? `Rename ${close} to ${name}.` : '`offprint new journal` makes one.'),
  });
  if (!file) return placeholder(missing, instead);
  if (file.messages.length > 0) return placeholder(file, instead);
  const yaml = readYaml(file, String(file));
  return yaml ? validate({ ...yaml, value: yaml.value ?? {} }, schema, instead) : placeholder(file, instead);
}

async function reportUnlisted(
  repository: Repository,
  base: string,
  seen: ReadonlySet<string>,
  facts: Located<IssueFacts>,
): Promise<void> {
  for (const name of await repository.list(base)) {
    if (!name.endsWith('.md') || seen.has(`${base}/${name}`) || name.toLowerCase() === 'readme.md') continue;
    report(facts.file, 'article-listed', {
      at: facts.at('contents'),
      found: `${name} stands in the folder, but not in the contents`,
      fix: `Add it under contents:, or move it out of ${base}/.`,
    });
  }
}
