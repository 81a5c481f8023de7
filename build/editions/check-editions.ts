import type { Chrome } from '../browser/browser.ts';
import type { CheckedFile } from '../check/editions/checked.ts';
import type { Finished } from '../check/editions/read-editions.ts';
import type { Preflighter } from '../check/pdf/preflight-in-worker.ts';
import type { Stage } from '../diagnostics/stage.ts';
import type { InType } from '../in-type/set-in-type.ts';
import { type Edition, type FinishedMeans, type Given, remembering } from './edition.ts';
import { finishedRecord } from './page-record.ts';
import { inOrder } from './table.ts';

/** The means to check the finished editions of an issue, besides the issue itself. */
export interface EditionsAsked {
  editions: readonly Edition[];
  preflighter: Preflighter;
  chrome: () => Promise<Chrome>;
  stage: Stage;
}

/**
 * The result of checking the finished editions of an issue; findings are in `finished.reported` and on the manuscripts.
 */
export interface EditionsChecked {
  finished: Finished;
  /** In the order of the manifest. */
  checked: CheckedFile[];
  /** The PDFs for readers, which veraPDF will check. */
  tagged: FinishedMeans['tagged'];
}

/** Checks the finished editions of an issue, as they were read. Throws TemplateError, StyleError. */
export async function checkEditions(
  finished: Finished,
  inType: InType,
  { editions, preflighter, chrome, stage }: EditionsAsked,
): Promise<EditionsChecked> {
  const tagged: FinishedMeans['tagged'] = [];
  const given: Given = {
    ...inType,
    articles: false,
    pages: undefined,
    record: await finishedRecord(finished.files),
    made: new Map(),
    chrome,
    stage,
    isThorough: true,
    finished: { preflighter, tagged },
    once: remembering(() => given),
  };
  const checked = new Map<string, CheckedFile>();
  for (const edition of inOrder(editions)) {
    const files = finished.files.filter(({ path }) => edition.has(path));
    const results = files.length > 0 ? await edition.check?.(files, given) : undefined;
    for (const one of results ?? []) checked.set(one.path, one);
  }
  const inManifest = finished.files.flatMap(({ path }) => checked.get(path) ?? []);
  return { finished, checked: inManifest, tagged };
}
