import type { VFile } from 'vfile';
import { diagnosticsJson } from '../diagnostics/machine.ts';
import { pathOf } from '../diagnostics/show.ts';
import type { PagesOutcome, SetPages } from '../editions/set-pages.ts';
import { issueLine } from '../issue/issue-line.ts';
import type { Issue } from '../issue/model.ts';
import { queriesOf } from '../manuscript/queries/queries-of.ts';
import type { ComposedUnit } from '../pdf/units/set-units.ts';
import { termsFor } from '../theme/terms.ts';
import type { DeskContentsEntry, DeskFinding, DeskPage, DeskState } from './desk-state.ts';

/** The part of a state that is made of an issue’s pages. */
export type ShownPages = Pick<DeskState, 'journal' | 'issueLine' | 'lang' | 'sheet' | 'pages' | 'contents'>;

/** Describes the pages of an issue that was set. */
export function pagesShown({ context, printed, record }: SetPages): ShownPages {
  const { issue, theme } = context;
  const { width, height, bleed } = printed.pages.trimming;
  const words = termsFor(theme.terms, issue.journal.lang);
  const pages = printed.units.flatMap(({ key, count }) =>
    Array.from({ length: count }, (_, i) => ({ unit: key, number: i + 1 })),
  );
  return {
    journal: issue.journal.title,
    issueLine: issueLine(issue, words).short,
    lang: issue.journal.lang,
    sheet: { width, height, bleed },
    pages: record.pages.map(({ index, folio, hash = '', of }, i): DeskPage => {
      const { unit, number } = pages[i] ?? { unit: '', number: 0 };
      return { index, folio, unit, number, hash, of };
    }),
    contents: contentsOf(issue, record),
  };
}

/**
 * The pages that are shown, with those of a unit that was printed again: as soon as it is, before it is known that no
 * other page changed. Undefined if it has other folios than before, so that others may have, too.
 */
export function withUnit(
  pages: readonly DeskPage[],
  before: Pick<ComposedUnit, 'key' | 'folios'>,
  { key, folios, composed }: Pick<ComposedUnit, 'key' | 'folios' | 'composed'>,
): DeskPage[] | undefined {
  if (before.key === key || before.folios.join() !== folios.join()) return undefined;
  return pages.map((page) =>
    page.unit === before.key ? { ...page, unit: key, hash: composed.hashes[page.number - 1] ?? '' } : page,
  );
}

/**
 * The findings of a setting, as data, and the queries to authors, each by itself; paths are relative to the journal’s
 * folder.
 */
export function findingsOf({ files }: Pick<PagesOutcome, 'files'>, root: string): DeskFinding[] {
  return [...diagnosticsJson(files, root), ...files.flatMap((file) => queryFindings(file, root))];
}

function queryFindings(file: VFile, root: string): DeskFinding[] {
  return queriesOf(file).map(({ text, at }, i) => ({
    file: pathOf(file, root),
    line: at.line,
    column: at.column,
    level: 'info',
    rule: 'query-open',
    found: `[Q${i + 1}] ${text}`,
  }));
}

const parts = new Set(['cover', 'title-page', 'masthead', 'contents', 'colophon']);

/** The contents of an issue: its own parts, its sections and articles with their headings, in the order of pages. */
function contentsOf(issue: Issue, { pages, articles, ids }: SetPages['record']): DeskContentsEntry[] {
  const pageOf = new Map(pages.toReversed().map(({ folio, index }) => [folio, index]));
  const own = (from: number, to: number): DeskContentsEntry[] => {
    const seen = new Set<string>();
    return pages.slice(from, to).flatMap(({ of, index }) => {
      if (!parts.has(of) || seen.has(of)) return [];
      seen.add(of);
      return [{ text: '', part: of as NonNullable<DeskContentsEntry['part']>, level: 1, page: index }];
    });
  };
  const places = new Map(articles.map((one) => [one.id, one]));
  const first = Math.min(pages.length, ...articles.map(({ firstIndex }) => firstIndex - 1));
  const last = Math.max(0, ...articles.map(({ lastIndex }) => lastIndex));
  return [
    ...own(0, first),
    ...issue.sections.flatMap(({ title, articles: some }): DeskContentsEntry[] => [
      ...(title ? [{ text: title.text, level: 1 }] : []),
      ...some.flatMap(({ id, name, title: of, front, headings, lang }): DeskContentsEntry[] => {
        const place = places.get(id);
        return [
          {
            text: of.text,
            level: 2,
            article: name,
            lang,
            authors: front.authors.map((author) => author.name).join(', '),
            ...(place ? { page: place.firstIndex } : {}),
          },
          ...headings.flatMap((heading): DeskContentsEntry[] => {
            const page = pageOf.get(ids[heading.id] ?? '-');
            return [{ text: heading.title.text, level: heading.level + 1, lang, ...(page ? { page } : {}) }];
          }),
        ];
      }),
    ]),
    ...own(Math.max(first, last), pages.length),
  ];
}
