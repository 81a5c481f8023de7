import type { VFile } from 'vfile';
import type { Chrome } from './browser/browser.ts';
import { type Cache, noCache } from './cache/cache.ts';
import { ResultGone, workingCache } from './cache/working-cache.ts';
import { hasErrors } from './diagnostics/report.ts';
import type { Stage } from './diagnostics/stage.ts';
import type { Repository } from './disk/repository.ts';
import { lastPages } from './dist/last-pages.ts';
import { type Publication, startPublishing } from './dist/publish.ts';
import { sourcesOf, withSources } from './dist/sources.ts';
import type { Edition, EditionContext } from './editions/edition.ts';
import { editionContext } from './editions/edition-context.ts';
import { holdPages } from './editions/hold-pages.ts';
import { keptRecord } from './editions/kept-record.ts';
import { makeEditions, preload, preloadEditions } from './editions/make-editions.ts';
import { planOf, staysBeside, editions as table, usualEditions } from './editions/table.ts';
import { type Outcome, outcomeOfError } from './in-type/outcome.ts';
import { setInType } from './in-type/set-in-type.ts';
import { chosenArticles } from './issue/chosen-articles.ts';
import { readIssue } from './manuscript/read.ts';
import { changedPagesSaid } from './record/changed-pages.ts';

/** The input of a build. */
export interface BuildRequest {
  repository: Repository;
  /** Folder for the issues’ folders. */
  out: string;
  /** The names of the editions that are asked for; undefined for the usual ones, and those of `also:` in journal.yaml. */
  only?: ReadonlySet<string> | undefined;
  /** All existing editions; by default those of Offprint. */
  editions?: readonly Edition[];
  /** True if each article gets an EPUB of its own, too. */
  articles?: boolean;
  /** The names of the articles that are wanted; the whole issue where it is missing. */
  chosen?: readonly string[] | undefined;
  /** True if a warning stops the build. */
  strict: boolean;
  /**
   * Starts the browser, or returns the running one. Called only if an edition needs it, first while the issue is being
   * set in type.
   */
  chrome: () => Promise<Chrome>;
  /** Called when the issue needs the browser no more. */
  endBrowser?: () => void;
  /** The results of earlier builds; by default none are used or kept. */
  cache?: Cache;
  /** The number of tabs of the browser that work at once; by default 2. */
  jobs?: number;
  stage: Stage;
}

/**
 * Loads the code that prints pages: faults in manuscripts are reported before that, and `--only epub` does without it.
 */
const printing = () => import('./editions/pages.ts');

/**
 * Builds an issue: manuscripts in, editions out. Nothing is published if anything is wrong, and all faults are
 * reported. Errors that end it early, such as BrowserMissing and OutputInTheWay, are in the outcome.
 */
export async function buildIssue(folder: string, request: BuildRequest): Promise<Outcome> {
  try {
    return await buildOnce(folder, request);
  } catch (error) {
    if (!(error instanceof ResultGone)) throw error;
    // Somebody empties the cache at this moment, so it is built without.
    return buildOnce(folder, { ...request, cache: noCache });
  }
}

/** Builds an issue. Throws {@link ResultGone}. */
async function buildOnce(folder: string, request: BuildRequest): Promise<Outcome> {
  const {
    repository,
    out,
    only,
    editions = table,
    articles = false,
    chrome,
    cache = noCache,
    jobs = 2,
    stage,
  } = request;
  for (const edition of planOf(editions, only).editions) edition.start?.();
  const sources = await sourcesOf(repository, folder);
  const source = await stage('Reading manuscripts', () => readIssue(repository, folder, cache));
  const { files } = source;
  const asked = only ?? usualEditions(editions, source.journal.value.also);
  const plan = planOf(editions, asked, { articles, isPart: request.chosen !== undefined });
  const working = workingCache(cache);
  let publication: Publication | undefined;
  try {
    if (plan.pages && !stops(files, request)) preload(chrome, printing);
    const inType = await setInType(source, repository, plan, stage, cache);
    for (const edition of plan.editions) await edition.lacks?.(inType);
    if (stops(files, request)) return { issue: folder, files };
    const context = await editionContext(inType, {
      articles,
      wanted: new Set(plan.editions.map(({ name }) => name)),
      chosen: request.chosen && chosenArticles(inType.issue, request.chosen),
      isThorough: request.strict,
      chrome,
      cache,
      jobs,
      stage,
    });
    const kept = plan.record && !plan.pages ? await keptRecord(inType, { repository, sources, out }) : undefined;
    if (kept) context.record = kept;
    else if (plan.record) {
      const { printIssue } = await printing();
      const meanwhile = () => preloadEditions(plan.editions, context);
      context.pages = await printIssue(context, stage, { pdfs: plan.isPaged, meanwhile, working });
      context.record = context.pages.record;
    }
    if (context.record) await holdPages(inType, context.record, repository);
    // The page record of an earlier build stays as it is.
    const made = plan.editions.filter(({ goesWithPages }) => !goesWithPages || context.pages);
    for (const edition of made) await edition.print?.(context);
    if (!context.isThorough) request.endBrowser?.();
    publication = await startPublishing(out, folder);
    const outputs = await makeEditions(made, context, publication, { folder, out, files, stage });
    if (stops(files, request)) return { issue: folder, files };
    const stays = context.chosen ? () => true : staysBeside(made, editions);
    const changes = await changesSinceLast(out, context);
    const all = await withSources(sources, repository, inType.issue.citations?.sources ?? []);
    const { place } = publication;
    const placed = await stage('Moving into place', () => place(stays, all));
    const remarks = outputs.flatMap((one) => one.remark ?? []);
    // The outcome for some articles is not that of a build.
    const memo = context.chosen ? {} : { made: { manifest: placed.manifest, remarks } };
    const said = [...remarks, ...changes, ...placed.messages];
    return { issue: folder, folder: placed.folder, remarks: said, ...memo, files };
  } catch (error) {
    if (error instanceof ResultGone && cache !== noCache) throw error;
    return outcomeOfError(folder, files, error, repository);
  } finally {
    await publication?.end();
    await working.close();
  }
}

/** What to say of the pages that changed since the last build; those of that build itself do not. */
async function changesSinceLast(out: string, { issue, pages, chosen }: EditionContext): Promise<string[]> {
  if (!pages || chosen) return [];
  const after = pages.record.pages.map(({ folio, hash = '' }) => ({ folio, hash }));
  return [changedPagesSaid(await lastPages(out, issue.folder), after) ?? []].flat();
}

function stops(files: readonly VFile[], { strict }: BuildRequest): boolean {
  return hasErrors(files) || (strict && files.some((file) => file.messages.some((message) => message.fatal === false)));
}
