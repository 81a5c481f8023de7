import { pagesSheet } from '../styles/pages-sheet.ts';
import { crossref, datacite, depositTemplates, doaj, ojs } from './deposits.ts';
import type { Edition, EditionOptions } from './edition.ts';
import { epub } from './epub.ts';
import { jats } from './jats.ts';
import { offprints } from './offprints.ts';
import { pageRecordEdition } from './page-record.ts';
import { print } from './print.ts';
import { screen } from './screen.ts';
import { web } from './web.ts';

/** The editions of an issue, in the order in which users see them. */
export const editions: readonly Edition[] = [
  epub,
  print,
  screen,
  offprints,
  jats,
  web,
  pageRecordEdition,
  crossref,
  doaj,
  datacite,
  ojs,
  depositTemplates,
];

/** The editions that can be asked for by name. */
export function namedEditions(table: readonly Edition[]): Edition[] {
  return table.filter(({ goesWithPages }) => !goesWithPages);
}

/**
 * The names of the editions that a build makes where none are asked for: the usual ones, and those that are `also`
 * wanted.
 */
export function usualEditions(table: readonly Edition[], also: readonly string[] = []): Set<string> {
  const usual = namedEditions(table).filter(({ name, onRequest }) => !onRequest || also.includes(name));
  return new Set(usual.map(({ name }) => name));
}

/** The plan of a run: the editions to make, and what they need. */
export interface EditionPlan {
  /** In the order of their making. */
  editions: Edition[];
  /** True if pages are made up. */
  pages: boolean;
  /** True if a page record is wanted; that of an earlier build will do where no pages are. */
  record: boolean;
  /** True if an edition is made of the pages, so that they are more than numbers to cite. */
  isPaged: boolean;
  /** The stylesheets that set them, among those of a style. */
  sheets: { wanted: string[]; all: string[] };
  /** True if any of them goes to the press. */
  press: boolean;
}

/** Makes the plan for editions that are asked for by name, or for the usual ones. */
export function planOf(
  table: readonly Edition[],
  only: ReadonlySet<string> = usualEditions(table),
  options: EditionOptions = { articles: false },
): EditionPlan {
  const named = namedEditions(table).filter(({ name }) => only.has(name));
  const used = new Set(named.flatMap(({ name, uses = [] }) => [name, ...uses]));
  const asked = namedEditions(table).filter(({ name }) => used.has(name));
  const isPaged = asked.some(({ needs }) => needs === 'pages');
  const pages = isPaged || asked.some((edition) => edition.wantsPages?.(options));
  const isRecorded = isPaged || asked.some(({ wantsRecord }) => wantsRecord);
  const record = pages || isRecorded;
  const made = inMakingOrder([
    ...asked,
    ...table.filter(({ goesWithPages }) => goesWithPages && isRecorded && !options.isPart),
  ]);
  return {
    editions: made,
    pages,
    record,
    isPaged,
    sheets: {
      wanted: sheetsOf(made, record),
      all: sheetsOf(table, true),
    },
    press: made.some(({ toPress }) => toPress),
  };
}

function sheetsOf(editions: readonly Edition[], pages: boolean): string[] {
  const own = editions.flatMap(({ sheet }) => (sheet ? [sheet] : []));
  return [...new Set([...(pages ? [pagesSheet] : []), ...own])];
}

/** Sorts editions: each after those that it uses. */
export function inMakingOrder(editions: readonly Edition[]): Edition[] {
  const ordered = new Set<Edition>();
  const seen = new Set<Edition>();
  const place = (edition: Edition): void => {
    if (seen.has(edition)) return;
    seen.add(edition);
    for (const other of editions) if (edition.after?.includes(other.name)) place(other);
    ordered.add(edition);
  };
  for (const edition of editions) place(edition);
  return [...ordered];
}

/**
 * Returns a function that is true for files of an earlier build that stay beside the editions `made` now: those of
 * other editions. A file of no edition of the table may be of one in an earlier table: it stays until all the usual
 * ones are made again.
 */
export function staysBeside(made: readonly Edition[], table: readonly Edition[]): (path: string) => boolean {
  return (path) => {
    const owner = table.find((edition) => edition.has(path));
    return owner ? !made.includes(owner) : !table.every((edition) => edition.onRequest || made.includes(edition));
  };
}
