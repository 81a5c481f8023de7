import { VFile } from 'vfile';
import { type Cache, kept } from '../cache/cache.ts';
import { report } from '../diagnostics/report.ts';
import { type Said, saidSince, sayAgain } from '../diagnostics/said.ts';
import type { Repository } from '../disk/repository.ts';
import { readTextFile, type TextLimits } from '../settings/text-file.ts';
import type { NamedBibliography, Reference, ReferenceList } from './item.ts';
import { listReferences } from './list.ts';

/** A bibliography that was read: its works, and the file with its diagnostics. */
export interface Bibliography {
  file: VFile;
  references: Reference[];
}

/** Bibliographies that were read already, by their paths: an issue reads each once for all its articles. */
export type ReadBibliographies = Map<string, Bibliography>;

/**
 * The works of bibliographies, the journal’s before the article’s: of two works with one key, that of the later file
 * wins. Those that one file names are read together, as BibTeX does: with the macros and parents of all. Faults are
 * diagnostics on the files, or at the place that names one.
 */
export async function readReferences(
  repository: Repository,
  named: readonly NamedBibliography[],
  cache: Cache,
  known: ReadBibliographies = new Map(),
): Promise<ReferenceList> {
  const found: Bibliography[] = [];
  for (const [i, one] of named.entries()) {
    // An article’s files are read with the journal’s, and not the other way round: other articles name them, too.
    const isBeside = (other: NamedBibliography, place: number) => place < i || other.file === one.file;
    const beside = named.filter(
      (other, place) => isBeside(other, place) && other.path !== one.path && isBib(other.path),
    );
    const read = known.get(one.path) ?? (await readBibliography(repository, one, beside, cache));
    if (!read) continue;
    known.set(one.path, read);
    found.push(read);
  }
  return listReferences(found);
}

/**
 * Reads one bibliography, of the form that its name ends in; undefined if there is none, which is reported at the place
 * that names it.
 */
async function readBibliography(
  repository: Repository,
  { path, file: from, at }: NamedBibliography,
  named: readonly NamedBibliography[],
  cache: Cache,
): Promise<Bibliography | undefined> {
  const read = readers[/\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? ''];
  if (!read) {
    report(from, 'reference-file', {
      at,
      found: `The bibliography ${path}`,
      expected: 'a file that ends in .bib, .json or .ris',
      fix: 'Export it from your reference manager as BibLaTeX, CSL-JSON or RIS.',
    });
    return undefined;
  }
  const file = await readTextFile(repository, path, { file: from, at }, limits);
  if (!file) return undefined;
  if (file.messages.length > 0) return { file, references: [] };
  const text = String(file);
  const beside = isBib(path) ? await textsOf(repository, named) : [];
  const { references, said } = await kept<KeptBibliography>(cache, 'bibliography', { text, path, beside }, async () => {
    const readFile = await read();
    const found = readFile(file, beside).map(({ file: _, ...reference }) => reference);
    const noticed = saidSince(file, 0);
    file.messages.length = 0;
    return { references: found, said: noticed };
  });
  sayAgain(file, said);
  return { file, references: references.map((reference) => ({ ...reference, file })) };
}

const isBib = (path: string): boolean => /\.bib(?:tex|latex)?$/i.test(path);

/** The texts of bibliographies; of those that cannot be read nothing is said here. */
async function textsOf(repository: Repository, named: readonly NamedBibliography[]): Promise<string[]> {
  const texts = await Promise.all(
    named.map(({ path, at }) => readTextFile(repository, path, { file: new VFile({ path }), at }, limits)),
  );
  return texts.flatMap((file) => (file && file.messages.length === 0 ? [String(file)] : []));
}

/** A library of 20,000 works, with an abstract each; CSL-JSON may stand on one line. */
const limits: TextLimits = {
  bytes: 32_000_000,
  line: 32_000_000,
  remedy: 'Export the works alone that the journal cites, without abstracts and notes.',
};

interface KeptBibliography {
  references: Omit<Reference, 'file'>[];
  said: Said[];
}

/** The reader of each form, loaded when a journal has such a file. */
const readers: Record<string, () => Promise<(file: VFile, beside: readonly string[]) => Reference[]>> = {
  '.bib': async () => (await import('./bib/read-bib.ts')).readBib,
  '.bibtex': async () => (await import('./bib/read-bib.ts')).readBib,
  '.biblatex': async () => (await import('./bib/read-bib.ts')).readBib,
  '.json': async () => (await import('./csl-json/read-csl-json.ts')).readCslJson,
  '.ris': async () => (await import('./ris/read-ris.ts')).readRis,
};
