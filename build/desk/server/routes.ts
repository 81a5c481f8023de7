import { isAbsolute, join, relative, sep } from 'node:path';
import type { SetPages } from '../../editions/set-pages.ts';
import { readTable } from '../../languages/message-table.ts';
import type { PagePoint } from '../../on-pages/page-point.ts';
import { type TermsBook, termsFor } from '../../theme/terms.ts';
import type { DeskComparison } from '../comparison/desk-comparison.ts';
import type { Desk } from '../desk.ts';
import type { DeskBook } from '../desk-book.ts';
import type { ComparisonOutcome, ImportReport, OlderEditions } from '../desk-state.ts';
import type { Opened } from '../open-in-editor.ts';
import { type Answer, bookPolicy, json, plainText } from './answer.ts';

/** The means to answer requests, besides the files of the page. */
export interface RouteMeans {
  desk: Desk;
  /** The journal’s folder, absolute. */
  root: string;
  /** The words of the interface, by language. */
  terms: TermsBook;
  openInEditor: (path: string, line: number, column: number) => Opened;
  makeBook: (pages: SetPages) => Promise<DeskBook>;
  makeProof: (pages: SetPages, article: string) => Promise<Uint8Array | undefined>;
  olderEditions: () => Promise<OlderEditions>;
  /** Compares pages with the last finished build, or with a Git revision. */
  compare: (pages: SetPages, revision: string | undefined, lang: string) => Promise<DeskComparison>;
  /** Makes a manuscript of an author’s file. */
  importFile: (file: DroppedFile) => Promise<ImportReport>;
  /** Shows a place in all windows. */
  show: (point: PagePoint) => void;
}

/** A file that was dropped on the page. */
export interface DroppedFile {
  name: string;
  bytes: Uint8Array;
  /** What to do with its tracked changes. */
  changes?: 'accept' | 'reject';
}

/** A request: the parts of its address behind the token, and its questions. */
export interface RouteRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Reads what was sent; undefined if it is too much. */
  body: () => Promise<Uint8Array | undefined>;
}

/** How many reports of comparisons stay: each window shows one, and its pictures are large. */
const reportsKept = 3;

/** Returns a function that answers requests; undefined for an address that leads nowhere. */
export function routes(means: RouteMeans): (request: RouteRequest) => Promise<Answer | undefined> {
  const { desk, root } = means;
  let book: { of: SetPages; made: Promise<DeskBook> } | undefined;
  /** The latest reports of comparisons, by their numbers. */
  const reports = new Map<number, string>();
  let reportCount = 0;

  const bookOf = (pages: SetPages): Promise<DeskBook> => {
    if (book?.of !== pages) book = { of: pages, made: means.makeBook(pages) };
    return book.made;
  };
  /** The path in the journal’s folder of a file that is named from there or absolutely. */
  const named = (file: string): string =>
    (isAbsolute(file) ? relative(root, file) : file).split(sep).join('/').replace(/^\.\//, '');
  const isOfIssue = (path: string, pages: SetPages): boolean =>
    pages.context.issue.files.some((file) => file.path === path) ||
    desk.state().findings.some(({ file }) => file === path);

  const read: Record<string, (rest: string, query: URLSearchParams) => Promise<Answer | undefined>> = {
    state: async () => json(desk.state()),
    terms: async (_, query) => json(termsFor(means.terms, query.get('lang') ?? 'en')),
    messages: async (_, query) => json(readTable(query.get('lang') ?? 'en') ?? null),
    async units(rest) {
      const pdf = await desk.unit(rest.replace(/\.pdf$/, ''));
      return pdf && { type: 'application/pdf', body: pdf, isFixed: true };
    },
    async pages(rest) {
      const sheet = await desk.shown()?.places.sheetOf(Number(rest));
      return sheet && json(sheet);
    },
    async source(_, query) {
      const [page, x, y] = ['page', 'x', 'y'].map((name) => Number(query.get(name))) as [number, number, number];
      const found = await desk.shown()?.places.sourceAt(page, x, y);
      return found && json(found);
    },
    async search(_, query) {
      return json((await desk.shown()?.places.search(query.get('q') ?? '')) ?? []);
    },
    async goto(_, query) {
      const shown = desk.shown();
      const line = Number(query.get('line') ?? 1);
      const column = query.get('column') ? Number(query.get('column')) : undefined;
      const file = named(query.get('file') ?? '');
      const point = line > 0 ? await shown?.places.pointOf(file, line, column) : undefined;
      if (!point) {
        const isWork = shown?.pages.context.issue.citations?.bibliographies.some((one) => one.file.path === file);
        const what = isWork ? 'no work that an article of' : 'no place in a manuscript of';
        return plainText(`${file}:${line} is ${what} ${desk.state().folder}${isWork ? ' cites' : ''}.`, 404);
      }
      means.show(point);
      return json(point);
    },
    async book(rest) {
      const shown = desk.shown();
      if (!shown) return undefined;
      const { chapters, files } = await bookOf(shown.pages);
      if (rest === '') return json(chapters);
      const [, look = '', path = ''] = /^\d+\/(light|dark)\/(.*)$/.exec(rest) ?? [];
      const file = files.get(path);
      if (!file) return undefined;
      const { type, data } = file;
      return { type, body: type === 'text/css' ? inLook(data, look) : data, policy: bookPolicy };
    },
    async comparison(rest) {
      if (rest === '') return json(await means.olderEditions());
      const html = reports.get(Number(rest));
      return html === undefined ? undefined : { type: 'text/html; charset=utf-8', body: html, policy: bookPolicy };
    },
    async proof(rest) {
      const shown = desk.shown();
      const pdf = shown && (await means.makeProof(shown.pages, rest.replace(/\.pdf$/, '')));
      return pdf && { type: 'application/pdf', body: pdf };
    },
  };

  const write: Record<string, (request: RouteRequest) => Promise<Answer | undefined>> = {
    async open({ query }) {
      const shown = desk.shown();
      const path = named(query.get('file') ?? '');
      if (!shown || !isOfIssue(path, shown.pages))
        return plainText(`${path} does not belong to ${desk.state().folder}.`, 404);
      const [line, column] = ['line', 'column'].map((name) =>
        Math.max(1, Math.floor(Number(query.get(name) ?? 1)) || 1),
      );
      return json(means.openInEditor(join(root, path), line as number, column as number));
    },
    async comparison({ query }) {
      const shown = desk.shown();
      if (!shown) return undefined;
      const made = await means.compare(shown.pages, query.get('revision') || undefined, query.get('lang') ?? 'en');
      if ('found' in made) return json(made satisfies ComparisonOutcome);
      reports.set(++reportCount, made.html);
      reports.delete(reportCount - reportsKept);
      return json({ report: reportCount } satisfies ComparisonOutcome);
    },
    async import({ query, body }) {
      const bytes = await body();
      if (!bytes) return plainText('The file is larger than 200 MB.', 413);
      const name = (query.get('name') ?? '').replace(/.*[\\/]/, '') || 'file';
      const changes = query.get('changes');
      return json(
        await means.importFile({ name, bytes, ...(changes === 'accept' || changes === 'reject' ? { changes } : {}) }),
      );
    },
  };

  return async (request) => {
    const { method, path, query } = request;
    const [first = '', ...rest] = path.split('/');
    if (method === 'POST') return Object.hasOwn(write, first) ? write[first]?.(request) : undefined;
    return Object.hasOwn(read, first) ? read[first]?.(rest.join('/'), query) : undefined;
  };
}

/** A stylesheet of the e-book as a reading system shows it on a light or a dark screen, whatever this one is. */
function inLook(sheet: Uint8Array, look: string): string {
  return new TextDecoder()
    .decode(sheet)
    .replace(/\(\s*prefers-color-scheme:\s*(light|dark)\s*\)/g, (_, asked: string) =>
      asked === look ? '(min-width: 0)' : '(max-width: 0)',
    );
}
