import type { VFile } from 'vfile';
import { hasErrors } from '../diagnostics/report.ts';
import { pathOf, withoutControls } from '../diagnostics/show.ts';
import type { DescribedWork, IssueCitations } from '../issue/citations.ts';
import { reportUncited, worksByLine } from '../references/uncited.ts';
import { spoken } from './spoken/spoken.ts';

/** The citations of some issues, as `check --citations --json` prints them. Lines and columns count from 1. */
export interface CitationsReport {
  articles: { file: string; style: string; times: number; works: CitedWork[] }[];
  bibliographies: {
    file: string;
    works: number;
    /** True if all issues that could cite from it were looked at, and none has an error. */
    isWhole: boolean;
    uncited: { key: string; line: number; about: string }[];
    /** Works in which the case of a title was changed, with the words that are written small. */
    recased: { key: string; line: number; found: string }[];
  }[];
}

interface CitedWork {
  key: string;
  about: string;
  /** Its entry. */
  file: string;
  line: number;
  times: number;
  at: { line: number; column: number }[];
  lacks?: string[];
}

/** An issue that was looked at; without `citations`, it cites nothing. */
export interface LookedAt {
  citations?: IssueCitations | undefined;
  files: readonly VFile[];
}

/** A bibliography with the works that any issue cites from it. Each issue reads it again. */
interface Joined {
  files: VFile[];
  works: DescribedWork[];
  cited: Set<string>;
  isShared: boolean;
}

/** True if nothing is missing by which to say of a work that it is not cited. */
const isWhole = ({ isShared }: Joined, areAll: boolean, areRight: boolean): boolean =>
  areRight && (areAll || !isShared);

/** Lists what articles cite, and what none does. `areAll` is true if these are all the journal’s issues. */
export function citationsReport(issues: readonly LookedAt[], areAll: boolean, cwd: string): CitationsReport {
  const areRight = issues.every(({ files }) => !hasErrors(files));
  const articles = issues.flatMap(({ citations }) =>
    (citations?.articles ?? []).map(({ file, works }) => ({
      file: pathOf(file, cwd),
      style: citations?.style ?? '',
      times: works.reduce((sum, { places }) => sum + places.count, 0),
      works: works.map(
        ({ places: { key, count, at }, work }): CitedWork => ({
          key,
          about: work.about,
          file: pathOf(work.file, cwd),
          line: work.place.start.line,
          times: count,
          at,
          ...(work.lacks.length > 0 ? { lacks: work.lacks } : {}),
        }),
      ),
    })),
  );
  const bibliographies = [...joined(issues).values()].map((one) => ({
    file: pathOf(one.files[0] as VFile, cwd),
    works: one.works.length,
    isWhole: isWhole(one, areAll, areRight),
    uncited: one.works
      .filter(({ key }) => !one.cited.has(key))
      .map(({ key, about, place }) => ({ key, line: place.start.line, about })),
    recased: recasedIn(one.files[0] as VFile, one.works),
  }));
  return { articles, bibliographies };
}

/** Reports the works that no issue of the journal cites, on the bibliographies that issues share. */
export function reportUncitedInJournal(issues: readonly LookedAt[]): void {
  if (issues.some(({ files }) => hasErrors(files))) return;
  for (const { files, works, cited, isShared } of joined(issues).values())
    if (isShared)
      reportUncited(
        files.at(-1) as VFile,
        works,
        works.filter(({ key }) => !cited.has(key)),
        'journal',
      );
}

function joined(issues: readonly LookedAt[]): Map<string, Joined> {
  const byPath = new Map<string, Joined>();
  for (const { citations } of issues) {
    for (const { file, works, isShared } of citations?.bibliographies ?? []) {
      const one = byPath.get(file.path) ?? { files: [], works, cited: new Set(), isShared };
      one.files.push(file);
      byPath.set(file.path, one);
    }
    for (const { works } of citations?.articles ?? [])
      for (const { work } of works) byPath.get(work.file.path)?.cited.add(work.key);
  }
  return byPath;
}

function recasedIn(file: VFile, works: readonly DescribedWork[]): { key: string; line: number; found: string }[] {
  const workAt = worksByLine(works);
  return file.messages.flatMap(({ ruleId, line, reason }) => {
    const work = workAt(line ?? 0);
    return ruleId === 'reference-case' && line && work ? [{ key: work.key, line, found: reason }] : [];
  });
}

/** The report for an editor to read: articles with their works, then bibliographies. */
export function showCitations({ articles, bibliographies }: CitationsReport): string {
  const lines: string[] = [];
  for (const { file, style, times, works } of articles) {
    const [cited, places] = [works.length, times].map(inFigures);
    lines.push(
      spoken(
        `${file} cites ${cited} work${works.length === 1 ? '' : 's'} in ${places} place${times === 1 ? '' : 's'} (${style})`,
      ),
    );
    const width = Math.min(30, Math.max(...works.map(({ key }) => key.length)));
    for (const { key, about, times: count, at, lacks } of works) {
      lines.push(`  ${key.padEnd(width)}  ${`${count} ×`.padStart(4)}  ${spoken(about)}`);
      const indent = ' '.repeat(width + 10);
      if (at.length > 0) lines.push(`${indent}${spoken(linesOf(at))}`);
      if (lacks) lines.push(`${indent}${spoken(`lacks ${lacks.join(', ')}`)}`);
    }
    lines.push('');
  }
  for (const { file, works, isWhole: isSure, uncited, recased } of bibliographies) {
    lines.push(
      spoken(
        `${file} has ${inFigures(works)} work${works === 1 ? '' : 's'}, of which ${works - uncited.length} are cited`,
      ),
    );
    if (uncited.length > 0) lines.push(`  ${spoken(isSure ? 'cited nowhere:' : 'not cited in what was looked at:')}`);
    for (const { key, line, about } of uncited) lines.push(`    ${key} (${spoken(`line ${line}`)})  ${spoken(about)}`);
    if (recased.length > 0) lines.push(`  ${spoken('titles whose case was changed:')}`);
    for (const { key, line, found } of recased) lines.push(`    ${key} (${spoken(`line ${line}`)})  ${spoken(found)}`);
    lines.push('');
  }
  if (articles.length === 0) lines.push(spoken('Nothing is cited by a key.'), '');
  return lines.join('\n').split('\n').map(withoutControls).join('\n');
}

function linesOf(at: readonly { line: number }[]): string {
  const shown = [...new Set(at.map(({ line }) => line))];
  if (shown.length === 1) return `line ${shown[0]}`;
  return `lines ${shown.length > 20 ? `${shown.slice(0, 20).join(', ')} …` : shown.join(', ')}`;
}

function inFigures(count: number): string {
  return count.toLocaleString('en');
}
