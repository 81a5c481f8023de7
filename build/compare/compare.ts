import { readFile } from 'node:fs/promises';
import { archiveOf, unpackEpub } from '../check/epub/archive.ts';
import type { PageRecord } from '../record/schema.ts';
import { issueFacts } from './book/issue-facts.ts';
import { partsOfBook } from './book/read-book.ts';
import type { EditionChange } from './change.ts';
import { compareSides } from './compare-sides.ts';
import type { ComparedEdition } from './edition.ts';
import { filePlaces, withFilePlaces } from './file-places.ts';
import { Incomparable } from './incomparable.ts';
import type { ComparedPage, ComparedSide } from './model.ts';
import { type PagesReport, reportChangedPages } from './page-report.ts';

/** The result of a comparison of two editions. */
export interface Comparison {
  before: ComparedEdition;
  after: ComparedEdition;
  sides: readonly [before: ComparedSide, after: ComparedSide];
  changes: EditionChange[];
  /** Undefined where the pages of an edition are not known. */
  pages: PagesReport | undefined;
  /** By what they were compared. */
  by: 'e-books' | 'tags' | 'words';
  /** What the user should know of it. */
  remarks: string[];
}

/** Compares two editions by what both have: their e-books, else their PDFs. Throws {@link Incomparable}, Unreadable. */
export async function compareEditions(before: ComparedEdition, after: ComparedEdition): Promise<Comparison> {
  const { sides, by } = await sidesOf(before, after);
  const places = [before, after].map(({ sources }) => filePlaces(sources));
  const changes = compareSides(...sides).map((change) =>
    withFilePlaces(change, places[0] as never, places[1] as never),
  );
  const pages = reportChangedPages(...sides, changes);
  const remarks = [...remarksOn(before, after, pages !== undefined), ...sides.flatMap(remarkOnText)];
  return { before, after, sides, changes, pages, by, remarks };
}

async function sidesOf(
  before: ComparedEdition,
  after: ComparedEdition,
): Promise<{ sides: readonly [ComparedSide, ComparedSide]; by: Comparison['by'] }> {
  if (before.book && after.book) return { sides: await bookSides(before, after), by: 'e-books' };
  if (before.pdf && after.pdf) {
    const { pdfSides } = await import('./pdf/pdf-sides.ts');
    return pdfSides(before, after);
  }
  const [one, other] = [before, after].map(({ book }) => (book ? 'an e-book' : 'a PDF'));
  throw new Incomparable(
    `${before.name} has only ${one}, and ${after.name} only ${other}. Name two e-books or two PDFs, or build both editions of each issue.`,
  );
}

/** Reads two e-books; what is the same in both to the byte is not looked at. */
async function bookSides(
  before: ComparedEdition,
  after: ComparedEdition,
): Promise<readonly [ComparedSide, ComparedSide]> {
  const [one, other] = await Promise.all([filesOf(before), filesOf(after)]);
  const same = new Set<string>();
  for (const [path, bytes] of one) {
    const there = other.get(path);
    if (there && Buffer.compare(bytes, there) === 0 && isSamePlace(path, before.record, after.record)) same.add(path);
  }
  const changedPicture = [...one.keys()].some((path) => !same.has(path) && !/\.(x?html|opf|ncx|css|xml)$/.test(path));
  // A document may show a picture that changed under the same name.
  if (changedPicture) for (const path of same) if (/\.x?html$/.test(path)) same.delete(path);
  return [sideOf(before, one, same), sideOf(after, other, same)];
}

async function filesOf({ name, book = '' }: ComparedEdition): Promise<Map<string, Uint8Array>> {
  try {
    return unpackEpub(await readFile(book));
  } catch (error) {
    throw new Incomparable(`The e-book of ${name} cannot be read: ${(error as Error).message}.`);
  }
}

/** True if what a document shows stands on the same pages in both editions. */
function isSamePlace(path: string, before: PageRecord | undefined, after: PageRecord | undefined): boolean {
  const id = /([^/]+)\.x?html$/.exec(path)?.[1];
  if (id === undefined || !before || !after) return true;
  const changePlaces = ({ ids, notes, articles }: PageRecord) =>
    JSON.stringify([
      Object.entries(ids).filter(([one]) => one === id || one.startsWith(`${id}--`)),
      notes.filter((note) => note.id.startsWith(`${id}--`)),
      articles.filter((article) => article.id === id),
    ]);
  return changePlaces(before) === changePlaces(after);
}

function sideOf(
  { name, record }: ComparedEdition,
  files: Map<string, Uint8Array>,
  same: ReadonlySet<string>,
): ComparedSide {
  try {
    const archive = archiveOf(files, same);
    const pages = record?.pages.map(({ folio, hash }): ComparedPage => ({ folio, hash })) ?? [];
    return { name, facts: issueFacts(archive), parts: partsOfBook(archive, record, same), pages, isPlain: false };
  } catch (error) {
    throw new Incomparable(`The e-book of ${name} cannot be read: ${(error as Error).message}.`);
  }
}

function remarksOn(before: ComparedEdition, after: ComparedEdition, hasPages: boolean): string[] {
  const remarks: string[] = [];
  const [one, other] = [before.record?.issue, after.record?.issue];
  if (one && other && one !== other)
    remarks.push(`These are two different issues: ${before.name} is ${one}, ${after.name} is ${other}.`);
  if (!hasPages)
    for (const { name, record, pdf } of [before, after]) {
      if (pdf && !record)
        remarks.push(`${name} has no page record, so its changed pages are not known. Build it again.`);
      else if (record?.pages.some(({ hash }) => hash === undefined))
        remarks.push(`The page record of ${name} is from an older Offprint, and does not tell which pages changed.`);
    }
  return remarks;
}

/** What is said of a PDF whose pages have no text that could be compared. */
function remarkOnText({ name, parts, isPlain }: ComparedSide): string[] {
  const hasText = parts.some(({ blocks, notes }) => blocks.length + notes.length > 0);
  if (!isPlain || hasText) return [];
  return [`${name} has no text, only pictures of pages: pages that changed are known, but not their words.`];
}
