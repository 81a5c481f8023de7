import type { RuleId } from '../../diagnostics/rules.ts';
import type { Issue } from '../../issue/model.ts';
import { postScriptName } from '../../pdf/postscript-name.ts';
import type { PressSettings } from '../../pdf/press/press-settings.ts';
import { walkPages } from '../../pdf-reading/content/walk.ts';
import { Unreadable } from '../../pdf-reading/file/unreadable.ts';
import { readPdf } from '../../pdf-reading/read-pdf.ts';
import type { PageRecord } from '../../record/schema.ts';
import type { Style } from '../../styles/style.ts';
import { foliosFor, type PdfPart, profileFor } from '../pdf/pdf-part.ts';
import type { Preflighter } from '../pdf/preflight-in-worker.ts';
import { profiles } from '../pdf/profile.ts';
import { describePlaces, reportPreflight } from '../pdf/report-preflight.ts';
import type { WordsProver } from '../words/prove-pdf.ts';
import { type CheckedClause, type CheckedFile, checkedClause, collectFindings } from './checked.ts';
import type { FinishedFile } from './read-editions.ts';

/** The things that finished PDFs of an issue are checked against. */
export interface FinishedPdfChecks {
  issue: Issue;
  record: PageRecord | undefined;
  /** The printer's settings; undefined where they cannot be read. */
  press: PressSettings | undefined;
  /** The style of the printed pages; undefined where it cannot be read. */
  style: Style | undefined;
  preflighter: Preflighter;
  /** Undefined where there is no page record. */
  words: WordsProver | undefined;
}

/** Checks a PDF in `dist/`: the clauses of its profile, and its words. */
export async function checkFinishedPdf(
  one: FinishedFile,
  part: PdfPart,
  { issue, record, press, style, preflighter, words }: FinishedPdfChecks,
): Promise<CheckedFile> {
  const { path, file, current } = one;
  const result = await preflighter.preflight(await one.read(), {
    profile: profileFor(part),
    folios: current && record ? foliosFor(part, record, issue.facts.ahead) : undefined,
    inkLimit: press?.inkLimit,
    // In another state of the journal these may have been different.
    ...(current ? { black: press?.black, faces: style?.faces.map(({ data }) => postScriptName(data)) } : {}),
  });
  reportPreflight(file, result);
  const clauses: CheckedClause[] = result.clauses.map(({ rule, state, why, findings }) => ({
    rule,
    state,
    ...(why ? { why } : {}),
    findings: findings.map((finding) => ({ ...finding, where: describePlaces(finding) })),
  }));
  clauses.push(...(await checkFinishedWords(one, part, words, issue)));
  return { path, as: profiles[result.profile], pages: result.pages, clauses };
}

/** Proves the words of a finished PDF, as the build that made it did. */
export async function checkFinishedWords(
  one: FinishedFile,
  part: PdfPart,
  words: WordsProver | undefined,
  issue: Issue,
): Promise<CheckedClause[]> {
  const { path, file } = one;
  const rule: RuleId = profileFor(part) === 'screen' ? 'words-kept' : 'pdf-words';
  const skipped = (why: string): CheckedClause[] => [{ rule, state: 'skipped', why, findings: [] }];
  if (!one.whole) return skipped('The file was changed after it was built');
  if (!one.current) return skipped('The file is of another state of the manuscripts');
  if (!words) return skipped('There is no page record');
  if (!words.knows(part)) return skipped('There is no screen PDF to compare it with');
  const pdf = await readPdf(await one.read()).catch(unreadable);
  if (!pdf) return skipped('The file could not be read');
  const found = collectFindings([file, ...issue.files]);
  const look = words.begin(part);
  walkPages(pdf.pages, [look.watcher]);
  await look.prove(pdf, { path, file });
  const others = [...found()].filter(([other]) => other !== rule);
  return [
    ...others.map(([other, findings]) => checkedClause(other as RuleId, findings)),
    checkedClause(rule, found().get(rule)),
  ];
}

/** Ignores a file that cannot be read, which was reported before. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof Unreadable)) throw error;
  return undefined;
}
