import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { FileMissing, type Repository } from '../disk/repository.ts';
import { writeAside } from '../disk/write-aside.ts';
import { listArticle } from '../issue/list-article.ts';
import { asciiName } from '../languages/ascii-name.ts';
import { journalLanguage } from '../manuscript/journal-language.ts';
import { readTerms, termsFor } from '../theme/terms.ts';
import { type Decisions, readDecisions, writeDecisions } from './decisions.ts';
import { readFormWords } from './form/form-words.ts';
import { importFile, type MadeManuscript } from './import-file.ts';
import { NotImported } from './imported.ts';
import { type MergedManuscript, mergeManuscripts } from './merge/merge-manuscripts.ts';
import { areVersions } from './merge/same-text.ts';
import type { AuthorFile } from './readers.ts';

/** The options of importing an author’s file into an issue. */
export interface ImportRequest {
  /** The issue’s folder. */
  issue: string;
  /** The name of the manuscript, without its ending; by default made of the title. */
  as?: string | undefined;
  /** The heading of the article, and that behind it, in a file of several. */
  article?: string | undefined;
  until?: string | undefined;
  ocr: boolean;
  changes?: 'accept' | 'reject' | undefined;
  annotate: boolean;
}

/** The places of an article and of what is kept of its imports, as paths in the journal’s folder. */
export interface ImportPlaces {
  manuscript: string;
  /** The path of the bibliography, without its ending. */
  works: string;
  pictures: string;
  decisions: string;
  base: string;
}

/** An author’s file as a manuscript. */
export interface ImportedArticle {
  made: MadeManuscript;
  places: ImportPlaces;
  /** What was written; undefined if the words are not the same, so that nothing was. */
  done?: {
    /** Paths in the journal’s folder; none if all was there. */
    written: string[];
    /** True if it was listed in its issue, false if its place there cannot be determined; undefined if it was there. */
    listed: boolean | undefined;
    merged?: MergedManuscript;
  };
}

/**
 * Makes a manuscript of an author’s file, lists it in its issue, and merges a later file of the same article with what
 * editors changed since. Throws NotImported.
 */
export async function importInto(
  repository: Repository,
  file: AuthorFile,
  { issue, as, article, until, ocr, changes, annotate }: ImportRequest,
): Promise<ImportedArticle> {
  const lang = (await journalLanguage(repository)) ?? 'en';
  const book = await readTerms(repository);
  const words = await readFormWords(repository, book.languages);
  const make = (decisions: Decisions, known?: string): Promise<MadeManuscript> =>
    importFile(file, {
      lang,
      terms: termsFor(book, lang),
      languages: book.languages,
      words,
      ocr,
      article,
      until,
      changes,
      annotate,
      decisions,
      nameOf: ({ title }) =>
        known ??
        (asciiName(title?.value ?? '', lang)
          .slice(0, 60)
          .replace(/-+$/, '') ||
          asciiName(stemOf(file.name), lang) ||
          'article'),
    });
  const made = await makeAgain(repository, issue, file.name, { as, article }, make);
  const places = placesOf(issue, made.name);
  if (made.differences.length > 0) return { made, places };
  const known = await readKept(repository, places.decisions);
  const { text, base, merged } = await mergedText(repository, places, made);
  const decisions: Decisions = { ...known, source: file.name, ...(article ? { article } : {}) };
  const written = await write(repository, places, made, text, base, writeDecisions(decisions, made.doubts));
  const listed = await list(repository, issue, `${made.name}.md`);
  return { made, places, done: { written, listed, ...(merged ? { merged } : {}) } };
}

function placesOf(issue: string, name: string): ImportPlaces {
  const folder = `manuscripts/${issue}`;
  return {
    manuscript: `${folder}/${name}.md`,
    works: `${folder}/${name}`,
    pictures: `${folder}/${name}`,
    decisions: `${folder}/import/${name}.yaml`,
    base: `${folder}/import/${name}.imported`,
  };
}

/**
 * Makes the manuscript with the decisions of an earlier import of the same article: of the name that is given or that
 * its title makes, or of a file of this name with a version of the same text. Throws NotImported.
 */
async function makeAgain(
  repository: Repository,
  issue: string,
  source: string,
  { as, article }: Pick<ImportRequest, 'as' | 'article'>,
  make: (decisions: Decisions, name?: string) => Promise<MadeManuscript>,
): Promise<MadeManuscript> {
  const decisionsOf = (name: string): Promise<Decisions> => readKept(repository, placesOf(issue, name).decisions);
  if (as !== undefined) return make(await decisionsOf(as), as);
  const made = await make({ all: [] });
  const isVersion = async (other: string): Promise<boolean | undefined> => {
    const base = await readText(repository, placesOf(issue, other).base);
    return base === undefined ? undefined : areVersions(base, made.text);
  };
  const isOfTitle = await isVersion(made.name);
  if (isOfTitle) return make(await decisionsOf(made.name), made.name);
  if (isOfTitle === false)
    throw new NotImported(
      `manuscripts/${issue}/${made.name}.md is another text with this title`,
      'Name this one by --as NAME.',
    );
  for (const file of await repository.list(`manuscripts/${issue}/import`)) {
    if (!file.endsWith('.yaml')) continue;
    const decisions = await decisionsOf(stemOf(file));
    const isSame = decisions.source === source && decisions.article === article;
    if (isSame && (await isVersion(stemOf(file)))) return make(decisions, stemOf(file));
  }
  return made;
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');

async function readKept(repository: Repository, path: string): Promise<Decisions> {
  const text = await readText(repository, path);
  return text === undefined ? { all: [] } : readDecisions(text);
}

async function readText(repository: Repository, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await repository.read(path)).replace(/\r\n/g, '\n');
  } catch (error) {
    if (error instanceof FileMissing) return undefined;
    throw error;
  }
}

/** The manuscript as it is to be: the new one, or merged with the one that is there. Throws NotImported. */
async function mergedText(
  repository: Repository,
  { manuscript, base }: ImportPlaces,
  made: MadeManuscript,
): Promise<{ text: string; base: string; merged?: MergedManuscript }> {
  const ours = await readText(repository, manuscript);
  if (ours === undefined || ours === made.text) return { text: made.text, base: made.bare };
  const before = await readText(repository, base);
  if (before === undefined)
    throw new NotImported(
      `${manuscript} is there already, and was not imported`,
      'Give the article another name by --as NAME, or move that file.',
    );
  const merged = mergeManuscripts(before, ours, made.text, made.bare);
  return { text: merged.text, base: merged.base, merged };
}

/** Writes what is new, each file whole or not at all; the base comes last, so that a stopped import is done again. */
async function write(
  repository: Repository,
  places: ImportPlaces,
  made: MadeManuscript,
  text: string,
  base: string,
  decisions: string,
): Promise<string[]> {
  const files: [string, string | Uint8Array][] = [];
  for (const { name, bytes } of made.pictures) {
    const path = `${places.pictures}/${name}`;
    const there = await repository.read(path).catch(() => undefined);
    if (there && hash(there) === hash(bytes)) continue;
    // A picture that an editor replaced stays; the author's new one is laid beside it.
    files.push([there ? path.replace(/(\.\w+)?$/, ' (author)$1') : path, bytes]);
  }
  if (made.worksFile) files.push([`${places.works}${made.worksFile.ending}`, made.worksFile.text]);
  files.push([places.manuscript, text], [places.decisions, decisions], [places.base, base]);
  const targets = await Promise.all(files.map(([path]) => repository.writablePath(path)));
  const written: string[] = [];
  for (const [i, [path, data]] of files.entries()) {
    const target = targets[i] as string;
    const there = await repository.read(path).catch(() => undefined);
    if (there && hash(there) === hash(data)) continue;
    await makeFolder(dirname(target));
    await writeAside(target, data);
    written.push(path);
  }
  return written;
}

const hash = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Lists an article in its issue; undefined if it is there, false if its place cannot be determined. */
async function list(repository: Repository, issue: string, file: string): Promise<boolean | undefined> {
  const path = `manuscripts/${issue}/issue.yaml`;
  const before = new TextDecoder().decode(await repository.read(path));
  const after = listArticle(before, file);
  if (after === undefined) return false;
  if (after === before) return undefined;
  await writeAside(await repository.writablePath(path), after);
  return true;
}
