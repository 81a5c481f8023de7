import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Packaged, PackageFonts } from '../disk/packaged.ts';
import { FileMissing, PathOutside, type Repository, type ThemeFile } from '../disk/repository.ts';

/** Something that was asked of a repository, and a hash of the answer. */
export interface Asked {
  how: (typeof hows)[number];
  /** A path in the repository, or the name of a package or of a file in it. */
  name: string;
  answer: string;
}

/** The questions that a repository answers, by their functions; `font` asks for one of `packageFonts`. */
export const hows = ['read', 'list', 'themeFile', 'packaged', 'packageFonts', 'font'] as const;

/** A repository that notes what it is asked. */
export interface NotingRepository extends Repository {
  /**
   * Everything that it was asked until now, in no order. Undefined if the answers do not say what was made of them: one
   * of them changed meanwhile, or a template may look at more than its data.
   */
  asked(): Asked[] | undefined;
}

/**
 * The same repository, with notes of what is read: also of what is missing and of what a folder holds, so that a file
 * that appears later is known to be new.
 */
export function notingRepository(repository: Repository): NotingRepository {
  const notes = new Map<string, Asked>();
  let holds = true;

  async function note<T>(
    how: Asked['how'],
    name: string,
    asking: Promise<T>,
    hashed: (answer: T) => string,
  ): Promise<T> {
    const answer = await hashOfAnswer(asking, hashed);
    const key = `${how} ${name}`;
    if (answer !== (notes.get(key)?.answer ?? answer)) holds = false;
    notes.set(key, { how, name, answer });
    return asking;
  }

  return {
    ...repository,
    asked: () => (holds ? [...notes.values()] : undefined),
    read: (path) => note('read', path, repository.read(path), hashOf),
    list: (path) => note('list', path, repository.list(path), hashOfNames),
    async themeFile(path) {
      const file = await note('themeFile', path, repository.themeFile(path), (found) => hashOfTheme(repository, found));
      if (path.startsWith('templates/') && seesMore(new TextDecoder().decode(file.data))) holds = false;
      return file;
    },
    packaged: (name) => note('packaged', name, repository.packaged(name), hashOfPackaged),
    async packageFonts(name) {
      const fonts = await note('packageFonts', name, repository.packageFonts(name), hashOfFonts);
      return fonts && { ...fonts, read: (path) => note('font', `${name}/${path}`, fonts.read(path), hashOf) };
    },
  };
}

/** True if a repository still answers everything as it did. Throws nothing. */
export async function answersAlike(repository: Repository, asked: readonly Asked[]): Promise<boolean> {
  let at = 0;
  let alike = true;
  const work = async (): Promise<void> => {
    for (let one = asked[at++]; one && alike; one = asked[at++])
      if ((await askAgain(repository, one)) !== one.answer) alike = false;
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return alike;
}

function askAgain(repository: Repository, { how, name }: Asked): Promise<string> {
  switch (how) {
    case 'read':
      return hashOfAnswer(repository.read(name), hashOf);
    case 'list':
      return hashOfAnswer(repository.list(name), hashOfNames);
    case 'themeFile':
      return hashOfAnswer(repository.themeFile(name), (found) => hashOfTheme(repository, found));
    case 'packaged':
      return hashOfAnswer(repository.packaged(name), hashOfPackaged);
    case 'packageFonts':
      return hashOfAnswer(repository.packageFonts(name), hashOfFonts);
    case 'font':
      return hashOfAnswer(fontOf(repository, name), hashOf);
  }
}

async function fontOf(repository: Repository, name: string): Promise<Uint8Array> {
  const [, found = '', path = ''] = /^((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(name) ?? [];
  const fonts = await repository.packageFonts(found);
  if (!fonts?.paths.includes(path)) throw new FileMissing(name);
  return fonts.read(path);
}

/** The hash of an answer; of an error that says what was wrong. */
async function hashOfAnswer<T>(asking: Promise<T>, hashed: (answer: T) => string): Promise<string> {
  return asking.then(hashed, (error: unknown) => {
    if (error instanceof FileMissing) return `missing ${error.close ?? ''}`;
    if (error instanceof PathOutside) return 'outside';
    return `error ${(error as NodeJS.ErrnoException).code ?? ''}`;
  });
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Leaves out what editors and systems put beside an open file, and take away again. */
function hashOfNames(names: readonly string[]): string {
  return hashOf(JSON.stringify(names.filter((name) => !/~$|^\..*\.sw[a-z]$|^\.DS_Store$/.test(name))));
}

/** A file of the journal and the same one of Offprint are not alike: faults are reported on the journal’s. */
function hashOfTheme({ root }: Repository, { path, source, data }: ThemeFile): string {
  return `${source === join(root, path)} ${hashOf(data)}`;
}

function hashOfPackaged(found: Packaged | undefined): string {
  return found ? `${hashOf(found.data)} ${hashOf(found.licence ?? '')}` : 'none';
}

function hashOfFonts(found: PackageFonts | undefined): string {
  return found ? hashOf(JSON.stringify(found.paths)) : 'none';
}

/** True for a template whose code may look at the clock, the environment or other files. */
function seesMore(template: string): boolean {
  const code = [...template.matchAll(/<%[\s\S]*?%>/g)].join('\n');
  return /\b(Date|Intl|process|global|globalThis|performance|crypto|fetch|require|import|eval|Function|constructor)\b|\brandom\b/.test(
    code,
  );
}
