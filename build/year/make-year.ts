import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import { stringify } from 'yaml';
import type { IndexEntry, PlacedMark } from '../issue/index-model.ts';
import { indexNames } from '../issue/index-model.ts';
import { issueLine } from '../issue/issue-line.ts';
import { makeIndexes } from '../manuscript/indexing/make-indexes.ts';
import { writeManuscript } from '../manuscript/write.ts';
import { type TermsBook, termsFor } from '../theme/terms.ts';
import { type BuiltIssue, contentsFolder } from './built-issue.ts';
import { isCountedOn, lastFolio } from './count-on.ts';
import { pagesWriter, type YearPlace } from './year-pages.ts';
import { contentsTree, contributorsTree, indexTree, type YearMeans } from './year-tree.ts';

/** The files of the issue that has a year’s contents, by their paths, and the files that faults were reported on. */
export interface YearMade {
  texts: Map<string, string>;
  files: VFile[];
}

/**
 * Makes the manuscripts of a year’s contents: the list of its issues and articles, that of all contributors, and the
 * indexes for which words are marked, each with pages by the page records. `issues` are at least one.
 */
export function makeYear(year: string, issues: readonly BuiltIssue[], terms: TermsBook): YearMade {
  const [first, last] = [issues[0], issues.at(-1)] as [BuiltIssue, BuiltIssue];
  const { journal } = last.issue;
  const { lang } = journal;
  const words = termsFor(terms, lang);
  const means: YearMeans = { issues, lang, terms, words, pagesOf: pagesWriter(issues, words) };
  const base = `manuscripts/${contentsFolder(year)}`;
  const title = [words.contents, year].join(', ');
  const manuscripts = new Map<string, string>();
  const add = (name: string, title: string, tree: Parameters<typeof writeManuscript>[0]['children']) =>
    manuscripts.set(
      name,
      writeManuscript({ type: 'root', children: tree }, { title, authors: [{ name: journal.title }] }),
    );
  add('contents.md', title, contentsTree(means));
  add('contributors.md', words.contributors ?? '', contributorsTree(means));
  const asked = new VFile({ path: `${base}/issue.yaml` });
  const { places, marked } = marksOf(issues);
  const names = indexNames.filter((name) => marked.some(({ marks }) => marks.some(({ index }) => index === name)));
  for (const index of makeIndexes(marked, {
    names,
    lang,
    file: asked,
    at: () => undefined,
  })) {
    const placesOf = (entry: IndexEntry): YearPlace[] =>
      entry.places.flatMap(({ id, to, isNote }): YearPlace[] => {
        const { issue, folio: begin } = places.get(id) ?? {};
        const end = to === undefined ? undefined : places.get(to)?.folio;
        return issue && begin ? [{ issue, first: begin, ...(end ? { last: end } : {}), isNote }] : [];
      });
    add(`${index.id}.md`, words[index.id] ?? '', indexTree(index, placesOf, means));
  }
  const facts = {
    volume: last.issue.facts.volume,
    number: numbersOf(first, last),
    date: last.issue.facts.date,
    title,
    ...(isCountedOn(issues) && issues.length > 1 ? { 'first-page': lastFolio(last) + 1 } : {}),
    contents: [{ articles: [...manuscripts.keys()] }],
  };
  const texts = new Map<string, string>([[`${base}/issue.yaml`, signed(stringify(facts, { lineWidth: 0 }), year)]]);
  for (const [name, text] of manuscripts) texts.set(`${base}/${name}`, signed(text, year));
  return { texts, files: [...new Set([...issues.flatMap(({ issue }) => issue.files), asked])] };
}

/** The marks of a year’s articles, with ids that are their own in the year, and the page of each. */
function marksOf(issues: readonly BuiltIssue[]) {
  const places = new Map<string, { issue: BuiltIssue; folio: string }>();
  const marked = issues.flatMap((issue) =>
    issue.issue.articles.map(({ indexMarks = [], file }) => ({
      file,
      marks: indexMarks.map((mark): PlacedMark => {
        const id = `${issue.issue.folder}/${mark.id}`;
        places.set(id, { issue, folio: issue.record.ids[mark.id] ?? '' });
        return { ...mark, id };
      }),
    })),
  );
  return { places, marked };
}

/** `1–4` of a year’s numbers. */
function numbersOf(first: BuiltIssue, last: BuiltIssue): string {
  const [from, to] = [first, last].map(({ issue }) => issueLine(issue, {}).count.split('–'));
  return from?.[0] === to?.at(-1) ? (from?.[0] ?? '') : `${from?.[0]}–${to?.at(-1)}`;
}

/** The comment by which a file is known that nobody edited since it was made. */
const signature = /^# Made by offprint contents (\d{4}): ([\da-f]{16})\n/m;

/** A text with its signature, in the first line of its YAML. */
function signed(text: string, year: string): string {
  const line = `# Made by offprint contents ${year}: ${hashOf(text)}\n`;
  return text.startsWith('---\n') ? `---\n${line}${text.slice(4)}` : `${line}${text}`;
}

/** True for a text that is as `offprint contents` made it. */
export function isAsMade(text: string): boolean {
  const [line, , hash] = signature.exec(text) ?? [];
  return line !== undefined && hashOf(text.replace(line, '')) === hash;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
