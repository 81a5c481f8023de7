import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, manifestName, readManifest } from '../dist/manifest.ts';
import { isFileOf } from '../dist/user-files.ts';
import { parseRecord } from '../record/parse-record.ts';
import type { PageRecord } from '../record/schema.ts';

/** A text of the journal that an edition was made of. */
export interface JournalText {
  /** Relative to the journal’s folder, as it is shown. */
  path: string;
  text: string;
}

/** An edition that can be compared: what there is of it. */
export interface ComparedEdition {
  /** As the user named it. */
  name: string;
  /** The paths of its e-book and its PDF for readers. */
  book?: string | undefined;
  pdf?: string | undefined;
  record?: PageRecord | undefined;
  manifest?: Manifest | undefined;
  /** The texts that it was made of, where they are at hand. */
  sources: JournalText[];
}

/** Finds what there is of a built issue in its folder; undefined if there is nothing to compare. */
export async function builtEdition(name: string, folder: string): Promise<ComparedEdition | undefined> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const files: string[] = [];
  for (const one of names) if (await isFileOf(folder, one).catch(() => false)) files.push(one);
  const manifest = files.includes(manifestName) ? readManifest(await text(join(folder, manifestName))) : undefined;
  const record = files.includes('pages.json') ? parseRecord(await text(join(folder, 'pages.json'))) : undefined;
  const [books, pdfs] = ['.epub', '.pdf'].map((end) => files.filter((one) => one.toLowerCase().endsWith(end)));
  const book = books?.find((one) => one === `${record?.issue}.epub`) ?? (books?.length === 1 ? books[0] : undefined);
  const pdf =
    pdfs?.find((one) => one.endsWith('-screen.pdf')) ??
    pdfs?.find((one) => one.endsWith('-print.pdf')) ??
    (pdfs?.length === 1 ? pdfs[0] : undefined);
  if (!book && !pdf) return undefined;
  return {
    name,
    ...(book ? { book: join(folder, book) } : {}),
    ...(pdf ? { pdf: join(folder, pdf) } : {}),
    record,
    manifest,
    sources: [],
  };
}

/** A finished file as an edition. */
export function fileEdition(name: string, path: string): ComparedEdition {
  return /\.epub$/i.test(path) ? { name, book: path, sources: [] } : { name, pdf: path, sources: [] };
}

/** True if a folder has an issue of `dist/` in it. */
export async function isBuiltFolder(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((one) => /^(pages|manifest)\.json$|\.epub$|\.pdf$/i.test(one));
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

const text = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
