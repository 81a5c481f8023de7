import type { PdfRuleId } from '../../diagnostics/pdf-rules.ts';
import { type Level, rules } from '../../diagnostics/rules.ts';
import type { Watcher } from '../../pdf-reading/content/painted.ts';
import { walkPages } from '../../pdf-reading/content/walk.ts';
import { Unreadable } from '../../pdf-reading/file/unreadable.ts';
import { type Pdf, readOwnPdf, readPdf } from '../../pdf-reading/read-pdf.ts';
import type { Clause, ClauseContext, ClauseFinding } from './clause.ts';
import { clauses } from './clauses.ts';
import { placeOnPage } from './place-on-page.ts';
import { type Profile, profileOf } from './profile.ts';

/** The result of a preflight: plain data, which can be passed between threads and written to a report. */
export interface PreflightResult {
  profile: Profile;
  pages: number;
  clauses: ClauseResult[];
}

export interface ClauseResult {
  rule: PdfRuleId;
  state: 'passed' | 'failed' | 'skipped';
  /** The reason why it was skipped. */
  why?: string;
  findings: PdfFinding[];
}

/** A fault with all its places. */
export interface PdfFinding {
  found: string;
  expected?: string;
  fix?: string;
  level: Level;
  places: { page: number; at?: string }[];
  /** The number of times it was found; greater than the number of places if a page has it several times. */
  times: number;
}

/** The options of a preflight. `quick` leaves out the clauses that look at all painted objects. */
export type PreflightOptions = Partial<ClauseContext>;

/**
 * Checks the finished bytes of a PDF against every clause of a profile: that of the options, or the one it claims. A
 * file that cannot be read fails `pdf-readable`, and the other clauses are skipped; no error of the file is thrown.
 * `extraWatchers` returns watchers that see the painted objects in the same pass; it is called again if the file must
 * be read in another way.
 */
export async function preflight(
  bytes: Uint8Array,
  options: PreflightOptions = {},
  extraWatchers: (pdf: Pdf) => readonly Watcher[] = () => [],
): Promise<PreflightResult> {
  let profile: Profile = options.profile ?? 'plain';
  const look = (pdf: Pdf): PreflightResult => {
    profile = options.profile ?? profileOf(pdf.xmp, pdf.info);
    return { profile, pages: pdf.pages.length, clauses: checkClauses(pdf, { ...options, profile }, extraWatchers) };
  };
  if (options.quick) {
    try {
      return look(readOwnPdf(bytes));
    } catch {
      // The file is not as a build writes it: the reader for PDFs from any producer finds what is wrong.
    }
  }
  try {
    return look(await readPdf(bytes));
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof RangeError)) throw error;
    return unreadable(profile, error);
  }
}

/** Returns the result for a file that cannot be read. */
export function unreadable(profile: Profile, error: Error): PreflightResult {
  const { message, expected, rule } =
    error instanceof Unreadable
      ? error
      : { message: 'The file nests without end', expected: undefined, rule: 'pdf-readable' as const };
  const finding = { found: message, ...(expected ? { expected } : {}), level: 'error' as const, places: [], times: 1 };
  return {
    profile,
    pages: 0,
    clauses: [
      { rule, state: 'failed', findings: [finding] },
      ...clauses.map(({ rule }) => ({
        rule,
        state: 'skipped' as const,
        why: 'The file could not be read',
        findings: [],
      })),
    ],
  };
}

function checkClauses(
  pdf: Pdf,
  context: ClauseContext,
  extraWatchers: (pdf: Pdf) => readonly Watcher[],
): ClauseResult[] {
  const watchers: Watcher[] = [];
  const results = clauses.map((clause) => {
    const result: ClauseResult = { rule: clause.rule, state: 'passed', findings: [] };
    if (!clause.appliesTo.includes(context.profile)) return skipped(result, whyNotApplied(clause));
    if (context.frame && (context.frame === 'only') !== (clause.isOfFrame === true))
      return skipped(result, 'The file was linked from parts, which were checked by themselves');
    const watcher = clause.check(
      pdf,
      { find: collectFindings(result), skip: (why) => void skipped(result, why) as undefined },
      context,
    );
    if (watcher && context.quick) return skipped(result, 'Looks at everything that is painted');
    if (watcher) watchers.push(watcher);
    return result;
  });
  watchers.unshift(...extraWatchers(pdf));
  if (watchers.length > 0) walkPages(pdf.pages, watchers);
  const read = (rule: PdfRuleId): ClauseResult => ({ rule, state: 'passed', findings: [] });
  return [read('pdf-readable'), read('pdf-unlocked'), ...results];
}

function whyNotApplied({ appliesTo }: Clause): string {
  return `Asked of ${appliesTo.map((profile) => (profile === 'plain' ? 'other' : profile)).join(' and ')} PDFs only`;
}

function skipped(result: ClauseResult, why: string): ClauseResult {
  if (result.state === 'passed') Object.assign(result, { state: 'skipped', why });
  return result;
}

/** Returns a function that collects findings; the places of the same fault are put together. */
function collectFindings(result: ClauseResult): (found: ClauseFinding) => undefined {
  const known = new Map<string, PdfFinding>();
  const pages = new Map<PdfFinding, Set<number>>();
  return ({ found, expected, fix, level, on }) => {
    result.state = 'failed';
    delete result.why;
    const finding = known.get(found) ?? {
      found,
      ...(expected ? { expected } : {}),
      ...(fix ? { fix } : {}),
      level: level ?? rules[result.rule].level,
      places: [],
      times: 0,
    };
    if (!known.has(found)) {
      // A broken file may have any number of different faults; an editor mends the first.
      if (known.size >= 100) return undefined;
      known.set(found, finding);
      pages.set(finding, new Set());
      result.findings.push(finding);
    }
    finding.times++;
    const place = placeOnPage(on);
    if (!place || pages.get(finding)?.has(place.page)) return undefined;
    pages.get(finding)?.add(place.page);
    finding.places.push(place);
    return undefined;
  };
}
