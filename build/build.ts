import { join } from 'node:path';
import { VFile } from 'vfile';
import type { Chrome } from './browser/browser.ts';
import { checkInType } from './check-in-type.ts';
import type { Built } from './check-issue.ts';
import { hasErrors } from './diagnostics/report.ts';
import type { RuleId } from './diagnostics/rules.ts';
import type { Stage } from './diagnostics/stage.ts';
import type { Repository } from './disk/repository.ts';
import { publish } from './dist/publish.ts';
import { sourcesOf } from './dist/sources.ts';
import { reportPages } from './epub/page-marks/report-pages.ts';
import { dressPictures } from './fonts/dress-pictures.ts';
import { endedEarly, styleOf } from './house.ts';
import { fitToPrint, hasLarge } from './images/fit-to-print.ts';
import { type Edition, editionOf, paged } from './issue/editions.ts';
import { prepareIssue } from './manuscript/prepare.ts';
import { readIssue } from './manuscript/read.ts';
import { pageRecord, writePageRecord } from './pages/page-record.ts';
import { readPressSettings } from './pdf/press/press-settings.ts';
import { fillHeadings } from './record/fill-folios.ts';
import type { PageRecord } from './record/schema.ts';
import * as rooms from './rooms.ts';
import { openTemplates } from './theme/templates.ts';
import { readTerms } from './theme/terms.ts';

/** What one build needs to know. */
export interface BuildRequest {
  repository: Repository;
  /** Folder for the issues’ folders. */
  out: string;
  only: ReadonlySet<Edition>;
  /** Whether each article gets an EPUB of its own, too. */
  articles?: boolean;
  /** Whether a warning stops the build. */
  strict: boolean;
  /** Starts the browser, or hands over the one that runs; called only where an edition needs it, and first while it is still to be set in type. */
  chrome: () => Promise<Chrome>;
  stage: Stage;
}

/**
 * Builds an issue: manuscripts in, editions out. Nothing is published where anything is wrong, and all that is wrong is told.
 * What ends it early, BrowserMissing and OutputInTheWay among it, is in what it returns.
 */
export async function buildIssue(folder: string, request: BuildRequest): Promise<Built> {
  const { repository, only, stage } = request;
  const sources = await sourcesOf(repository, folder);
  const source = await stage('Reading manuscripts', () => readIssue(repository, folder));
  try {
    const house = { templates: openTemplates(repository), terms: await readTerms(repository) };
    const isPaged = paged.some((edition) => only.has(edition));
    // The EPUB of an article is cited by the issue’s pages, so these are made up for it.
    const hasPages = isPaged || request.articles;
    if (hasPages && !stops(source.files, request)) rooms.doAhead(request.chrome, rooms.printing);
    let issue = await stage('Setting in type', () => prepareIssue(source, repository, house.terms));
    const print = hasPages ? await styleOf(repository, source, 'print') : undefined;
    const epub = only.has('epub') ? await styleOf(repository, source, 'epub') : undefined;
    const press = only.has('print') ? await readPressSettings(repository, source) : undefined;
    await checkInType(issue, { print, epub }, house, repository);
    if (stops(source.files, request)) return { issue: folder, files: source.files };
    if (hasLarge(issue)) issue = await stage('Making photographs smaller', () => fitToPrint(issue));

    const files = new Map<string, Uint8Array>();
    const made = (name: string, data: Uint8Array): VFile => {
      files.set(name, data);
      const file = new VFile({ path: join(folder, name), cwd: request.out });
      source.files.push(file);
      return file;
    };
    const bookIssue = epub && rooms.once(async () => (await rooms.binding()).readyForBooks(issue, epub, house));
    // What is made ready while the browser prints.
    const separating = press ? [rooms.separating] : [];
    const ahead = [
      rooms.finishing,
      rooms.checkingPdfs,
      ...separating,
      ...(bookIssue ? [bookIssue, rooms.checkingEpubs] : []),
    ];
    let record: PageRecord | undefined;
    if (print) {
      const dressed = await dressPictures(issue, print);
      const printed = await stage('Printing pages', async () => {
        const { makePrint } = await rooms.printing();
        // Whichever PDFs are asked for, the browser prints the same, so that each has the bytes that it has in a build of all.
        const offprints = isPaged;
        const meanwhile = () => rooms.doAhead(...ahead);
        return makePrint(await request.chrome(), dressed, print, house, { offprints, meanwhile });
      });
      const chrome = await request.chrome();
      const folios = pageRecord(issue, printed.pages);
      if (isPaged) made('pages.json', writePageRecord(folios));
      fillHeadings(issue, folios.ids);
      const means = { chrome, issue: dressed, style: print, house, record: folios, press, facts: source.facts };
      const pdfs = await stage('Finishing the PDFs', async () =>
        (await rooms.finishing()).finishPdfs(printed, only, means),
      );
      await stage('Checking the PDFs', async () => {
        const { checkPdf, wordsOfBuild } = await rooms.checkingPdfs();
        const words = wordsOfBuild(issue, folios, press, print, house);
        const checks = { issue, record: folios, faces: print.faces, press, whole: request.strict, words };
        for (const one of pdfs) await checkPdf(made(one.path, one.pdf), one, checks);
      });
      record = folios;
    }
    const told: string[] = [];
    if (epub && bookIssue) {
      const { makeBooks, sizesOf } = await rooms.binding();
      const books = await stage('Binding the EPUB', async () =>
        makeBooks(await bookIssue(), epub, house, record, request.articles === true),
      );
      const validators = request.strict ? { chrome: request.chrome, skipped: new Map<RuleId, string>() } : undefined;
      await stage('Checking the EPUB', async () => {
        const { checkEpub, runEpubcheck } = await rooms.checkingEpubs();
        const said = validators ? await runEpubcheck(books.map((one) => one.epub)) : [];
        for (const [i, one] of books.entries()) {
          const file = made(one.path, one.epub);
          reportPages(file, one.unmarked);
          const asked = validators && { validators: { ...validators, epubcheck: said[i] } };
          const only = issue.articles.find(({ name }) => one.path === `articles/${name}.epub`);
          const words = { terms: house.terms, folios: record?.ids, only };
          await checkEpub(one.epub, file, { issue, words, ...asked });
        }
      });
      told.push(...sizesOf(books));
    }
    if (stops(source.files, request)) return { issue: folder, files: source.files };
    const placed = await stage('Moving into place', () =>
      publish(request.out, folder, files, staysWithout(only), sources),
    );
    return { issue: folder, folder: placed.folder, told: [...told, ...placed.told], files: source.files };
  } catch (error) {
    return endedEarly(folder, source.files, error, repository);
  }
}

function stops(files: readonly VFile[], { strict }: BuildRequest): boolean {
  return hasErrors(files) || (strict && files.some((file) => file.messages.some((message) => message.fatal === false)));
}

/** Which files of an earlier build stay when only some editions are made: those of the others. */
function staysWithout(only: ReadonlySet<Edition>): (path: string) => boolean {
  return (path) => {
    const edition = editionOf(path);
    return edition ? !only.has(edition) : !paged.some((one) => only.has(one));
  };
}
