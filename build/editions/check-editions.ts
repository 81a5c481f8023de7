import type { Chrome } from '../browser/browser.ts';
import { noCache } from '../cache/cache.ts';
import type { CheckedFile } from '../check/editions/checked.ts';
import type { FinishedEditions } from '../check/editions/read-editions.ts';
import type { Preflighter } from '../check/pdf/preflight-in-worker.ts';
import type { Stage } from '../diagnostics/stage.ts';
import type { InType } from '../in-type/set-in-type.ts';
import { citable } from './citable.ts';
import { type Edition, type EditionContext, type EditionFile, type FinishedContext, memoized } from './edition.ts';
import { finishedRecord } from './page-record.ts';
import { inMakingOrder } from './table.ts';

/** The means to check the finished editions of an issue, besides the issue itself. */
export interface CheckEditionsOptions {
  editions: readonly Edition[];
  preflighter: Preflighter;
  chrome: () => Promise<Chrome>;
  stage: Stage;
}

/**
 * The result of checking the finished editions of an issue; findings are in `finished.reported` and on the manuscripts.
 */
export interface CheckedEditions {
  finished: FinishedEditions;
  /** In the order of the manifest. */
  checked: CheckedFile[];
  /** The PDFs for readers, which veraPDF will check. */
  tagged: FinishedContext['tagged'];
}

/** Checks the finished editions of an issue, as they were read. Throws TemplateError, StyleError. */
export async function checkEditions(
  finished: FinishedEditions,
  inType: InType,
  { editions, preflighter, chrome, stage }: CheckEditionsOptions,
): Promise<CheckedEditions> {
  const tagged: FinishedContext['tagged'] = [];
  const context: EditionContext = {
    ...inType,
    articles: false,
    pages: undefined,
    record: await finishedRecord(finished.files),
    outputs: new Map(),
    chrome,
    cache: noCache,
    jobs: 1,
    wanted: new Set(),
    chosen: undefined,
    stage,
    isThorough: true,
    finished: { preflighter, tagged },
    once: memoized(() => context),
  };
  const checked = new Map<string, CheckedFile>();
  for (const edition of inMakingOrder(editions)) {
    const files = finished.files.filter(({ path }) => edition.has(path));
    const results = files.length > 0 ? await edition.check?.(files, context) : undefined;
    for (const one of results ?? []) checked.set(one.path, one);
  }
  await agree(finished.files, context, checked);
  const inManifest = finished.files.flatMap(({ path }) => checked.get(path) ?? []);
  return { finished, checked: inManifest, tagged };
}

/** Holds what the PDFs and e-books say of the articles against the manuscripts, as deposits are. */
async function agree(
  files: readonly EditionFile[],
  context: EditionContext,
  checked: ReadonlyMap<string, CheckedFile>,
): Promise<void> {
  const { checkAgreement } = await import('../check/agreement/check-agreement.ts');
  const books = files.filter(({ path }) => !path.startsWith('deposit/'));
  for (const { path, clauses } of await checkAgreement(books, await context.once(citable), context.source))
    checked.get(path)?.clauses.push(...clauses);
}
