import type { PdfRuleId } from '../../diagnostics/pdf-rules.ts';
import { type Level, rules } from '../../diagnostics/rules.ts';
import type { Watcher } from '../../pdf-reading/content/painted.ts';
import { walkPages } from '../../pdf-reading/content/walk.ts';
import { Unreadable } from '../../pdf-reading/file/unreadable.ts';
import { type Pdf, readOwnPdf, readPdf } from '../../pdf-reading/read-pdf.ts';
import type { Clause, Found, Given } from './clause.ts';
import { clauses } from './clauses.ts';
import { placeOf } from './place.ts';
import { type Profile, profileOf } from './profile.ts';

/** What a preflight comes to: data, as it goes from one process to another and into a report. */
export interface Preflight {
  profile: Profile;
  pages: number;
  clauses: ClauseResult[];
}

export interface ClauseResult {
  rule: PdfRuleId;
  state: 'passed' | 'failed' | 'skipped';
  /** Why it was skipped. */
  why?: string;
  findings: PdfFinding[];
}

/** One fault, and everywhere it is. */
export interface PdfFinding {
  found: string;
  expected?: string;
  fix?: string;
  level: Level;
  places: { page: number; at?: string }[];
  /** How often it was met; more than there are places, where many are on one page. */
  times: number;
}

/** What is asked of a preflight. `quick` leaves out what looks at everything that pages paint. */
export type Asked = Partial<Given>;

/**
 * Holds the finished bytes of a PDF to every clause of what it says it was built to, or of the profile that is asked for. Throws nothing but faults of its own:
 * a file that cannot be read fails `pdf-readable`, and the other clauses are skipped. `besides` makes what is shown what pages paint on the same way through them; it is asked again where a
 * file has to be read in another way.
 */
export async function preflight(
  bytes: Uint8Array,
  asked: Asked = {},
  besides: (pdf: Pdf) => readonly Watcher[] = () => [],
): Promise<Preflight> {
  let profile: Profile = asked.profile ?? 'plain';
  const look = (pdf: Pdf): Preflight => {
    profile = asked.profile ?? profileOf(pdf.xmp, pdf.info);
    return { profile, pages: pdf.pages.length, clauses: lookAt(pdf, { ...asked, profile }, besides) };
  };
  if (asked.quick) {
    try {
      return look(readOwnPdf(bytes));
    } catch {
      // It is not as a build writes it: what is wrong is found by who reads anybody’s.
    }
  }
  try {
    return look(await readPdf(bytes));
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof RangeError)) throw error;
    return unreadable(profile, error);
  }
}

/** The result for a file of which nothing more can be said. */
export function unreadable(profile: Profile, error: Error): Preflight {
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

function lookAt(pdf: Pdf, given: Given, besides: (pdf: Pdf) => readonly Watcher[]): ClauseResult[] {
  const watchers: Watcher[] = [];
  const results = clauses.map((clause) => {
    const result: ClauseResult = { rule: clause.rule, state: 'passed', findings: [] };
    if (!clause.of.includes(given.profile)) return skipped(result, notAsked(clause));
    const watcher = clause.look(
      pdf,
      { find: collect(result), skip: (why) => void skipped(result, why) as undefined },
      given,
    );
    if (watcher && given.quick) return skipped(result, 'Looks at everything that is painted');
    if (watcher) watchers.push(watcher);
    return result;
  });
  watchers.unshift(...besides(pdf));
  if (watchers.length > 0) walkPages(pdf.pages, watchers);
  const read = (rule: PdfRuleId): ClauseResult => ({ rule, state: 'passed', findings: [] });
  return [read('pdf-readable'), read('pdf-unlocked'), ...results];
}

function notAsked({ of }: Clause): string {
  return `Asked of ${of.map((profile) => (profile === 'plain' ? 'other' : profile)).join(' and ')} PDFs only`;
}

function skipped(result: ClauseResult, why: string): ClauseResult {
  if (result.state === 'passed') Object.assign(result, { state: 'skipped', why });
  return result;
}

/** Puts the places of the same fault together. */
function collect(result: ClauseResult): (found: Found) => undefined {
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
      // A broken file has no end of different faults; an editor mends the first.
      if (known.size >= 100) return undefined;
      known.set(found, finding);
      pages.set(finding, new Set());
      result.findings.push(finding);
    }
    finding.times++;
    const place = placeOf(on);
    if (!place || pages.get(finding)?.has(place.page)) return undefined;
    pages.get(finding)?.add(place.page);
    finding.places.push(place);
    return undefined;
  };
}
