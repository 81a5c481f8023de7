import { type Cache, keyOf, type PlainData } from '../../cache/cache.ts';
import { hasErrors } from '../../diagnostics/report.ts';
import { type Repository, resolveFrom } from '../../disk/repository.ts';
import type { CitedPlaces, DescribedWork, IssueCitations } from '../../issue/citations.ts';
import type { IssueSource, Located, Manuscript } from '../../issue/model.ts';
import { defaultStyle, processorVersion, readCitationStyle } from '../../references/cite/styles.ts';
import { describeWork } from '../../references/describe.ts';
import type { NamedBibliography, Reference, ReferenceList } from '../../references/item.ts';
import { type ReadBibliographies, readReferences } from '../../references/read.ts';
import { relaxUncited, reportUncited } from '../../references/uncited.ts';
import { mayCite } from '../constructs/citations/foreign.ts';
import { writtenKeys } from '../constructs/citations/syntax.ts';
import type { Citing } from './cite-tree.ts';

/** The style and the works for an article, and the key of all of them. */
export interface CitingOfArticle {
  citing: Citing;
  key: string;
}

/** The style and the works for the articles of an issue. */
export interface CitingOfIssue {
  /** Those for an article; undefined if it cites nothing. */
  citingOf(manuscript: Manuscript): CitingOfArticle | undefined;
  /**
   * Lists what the issue cites; undefined if it cannot cite. Reports the works of its own bibliographies that are not
   * cited.
   */
  citations(drafts: readonly CitingDraft[]): IssueCitations | undefined;
}

/** An article with the works that it cites. */
interface CitingDraft {
  id: string;
  manuscript: Manuscript;
  cited: readonly CitedPlaces[];
}

const nothing: CitingOfIssue = { citingOf: () => undefined, citations: () => undefined };

/** Reads the style and the bibliographies of an issue, if an article may cite. */
export async function openCiting(source: IssueSource, repository: Repository, cache: Cache): Promise<CitingOfIssue> {
  const all = source.sections.flatMap(({ manuscripts }) => manuscripts);
  const citing = all.filter(({ file }) => aKey.test(String(file)) || mayCite.test(String(file)));
  if (citing.length === 0) return nothing;
  const { value: journal, file, at } = source.journal;
  const name = journal['citation-style'] ?? defaultStyle;
  const asked = { file, at: at('citation-style') };
  // With the usual style instead of one that is wrong, faults in bibliographies and keys are found in the same run.
  const style =
    (await readCitationStyle(repository, name, asked)) ?? (await readCitationStyle(repository, defaultStyle, asked));
  if (!style) return nothing;
  const order = journal['bibliography-order'];
  const first = order && (order === 'cyrillic-first' ? 'Cyrl' : 'Latn');
  const made = new Map<Manuscript, CitingOfArticle>();
  const known: ReadBibliographies = new Map();
  const processor = processorVersion();
  for (const manuscript of citing) {
    const named = [...bibliographiesOf(source.journal), ...bibliographiesOf(manuscript.front)];
    const references = named.length > 0 ? await readReferences(repository, named, cache, known) : undefined;
    for (const read of references?.files ?? []) if (!source.files.includes(read)) source.files.push(read);
    const works = references && writtenKeys(String(manuscript.file)).map((key) => workOf(references, key));
    made.set(manuscript, {
      citing: { style, first, references, cache },
      key: keyOf({ processor, style: style.key, first, works } as PlainData),
    });
  }
  return {
    citingOf: (manuscript) => made.get(manuscript),
    citations(drafts) {
      const described = new Map<Reference, DescribedWork>();
      const describe = (reference: Reference): DescribedWork => {
        const work = described.get(reference) ?? describeWork(reference);
        described.set(reference, work);
        return work;
      };
      const articles = drafts.flatMap(({ id, manuscript, cited }) => {
        const list = made.get(manuscript)?.citing.references;
        const works = cited.flatMap((places) => {
          const reference = list?.find(places.key);
          return reference ? [{ places, work: describe(reference) }] : [];
        });
        return works.length > 0 ? [{ id, file: manuscript.file, works }] : [];
      });
      const own = `manuscripts/${source.folder}/`;
      const bibliographies = [...known.values()].map(({ file: bibliography, references }) => ({
        file: bibliography,
        works: references.map(describe),
        isShared: !bibliography.path.startsWith(own),
      }));
      const cited = new Set(articles.flatMap(({ works }) => works.map(({ work }) => work)));
      const areAllKnown = !hasErrors(source.files);
      for (const { file: bibliography, works, isShared } of bibliographies) {
        const uncited = works.filter((work) => !cited.has(work));
        relaxUncited(bibliography, uncited);
        // Other issues may cite from a bibliography that is not this one’s; and what an article with a fault cites is not sure.
        if (!isShared && areAllKnown) reportUncited(bibliography, works, uncited, 'issue');
      }
      const ownStyle = name.endsWith('.csl') ? [resolveFrom(file.path, name)] : [];
      const sources = [...bibliographies.map((one) => one.file.path), ...ownStyle];
      return { style: style.name, articles, bibliographies, sources };
    },
  };
}

/** All that a key means to the words of an article. */
function workOf(references: ReferenceList, key: string): PlainData {
  const found = references.find(key);
  return [key, (found ? { ...found.item, id: found.key } : { nearest: references.nearest(key) }) as PlainData];
}

/** A sign that could begin a key. */
const aKey = /(?<![\p{L}\p{N}_.@/+\\])@[\p{L}\p{N}_{]/u;

/** The bibliographies that a setting names, by their paths in the journal’s folder. */
export function bibliographiesOf({
  value,
  file,
  at,
}: Located<{ bibliography?: string | string[] | undefined }>): NamedBibliography[] {
  const { bibliography = [] } = value;
  return [bibliography].flat().map((name, i) => ({
    path: resolveFrom(file.path, name),
    file,
    at: Array.isArray(bibliography) ? at('bibliography', i) : at('bibliography'),
  }));
}
