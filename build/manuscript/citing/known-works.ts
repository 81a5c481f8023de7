import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import type { CitedPlaces } from '../../issue/citations.ts';
import type { CslItem, ReferenceList } from '../../references/item.ts';
import { workNumber } from '../../references/work-number.ts';
import { type CitedWork, worksOf } from '../constructs/citations/works.ts';
import type { Citation } from '../tree.ts';

/** The works of a citation, with their true keys. */
export interface WorksOfCitation {
  works: CitedWork[];
  keys: string[];
}

/** The works of all citations that have some. */
export type WorksOfCitations = Map<Citation, WorksOfCitation>;

/** The works that an article cites, in the order of their first citation. */
export interface KnownWorks {
  works: WorksOfCitations;
  /** The works as the processor is given them, by their keys. */
  items: Map<string, CslItem>;
  /** Where each is cited, by its key. */
  places: Map<string, CitedPlaces>;
}

/** Looks the works of citations up; reports keys that are not known. */
export function knownWorks(
  citations: readonly Citation[],
  file: VFile,
  references: ReferenceList | undefined,
): KnownWorks {
  const known: KnownWorks = { works: new Map(), items: new Map(), places: new Map() };
  if (!references) return known;
  for (const citation of citations) {
    const found = worksKnown(citation, file, references, known);
    if (found.works.length > 0) known.works.set(citation, found);
  }
  return known;
}

function worksKnown(
  citation: Citation,
  file: VFile,
  references: ReferenceList,
  { items, places }: Pick<KnownWorks, 'items' | 'places'>,
): WorksOfCitation {
  const keys: string[] = [];
  const works = worksOf(citation, file).filter(({ key: node }) => {
    const reference = references.find(node.key);
    if (reference) {
      keys.push(reference.key);
      const place = places.get(reference.key) ?? { key: reference.key, count: 0, at: [] };
      places.set(reference.key, place);
      place.count++;
      const { start } = node.position ?? citation.position ?? {};
      if (start) place.at.push({ line: start.line, column: start.column });
      items.set(reference.key, withShortTitle({ ...reference.item, id: reference.key }));
      return true;
    }
    const isNumber = workNumber(node.key) !== undefined;
    const close = isNumber ? undefined : references.nearest(node.key);
    report(file, 'citation-key', {
      at: node.position ?? citation.position,
      found: isNumber ? `No work of the bibliographies has ${node.key}` : `No work has the key ${node.key}`,
      expected: isNumber ? 'an entry with this number' : 'a key of the bibliographies',
      fix: close ? `Did you mean ${close}?` : 'Add its entry; write \\@ for the mere sign.',
      ...(isNumber ? { alike: 'a work by its number' } : {}),
    });
    return false;
  });
  return { works, keys };
}

/** A work with a short title for later notes: the title without what stands behind its colon. */
function withShortTitle(item: CslItem): CslItem {
  const short = item['title-short'] ? undefined : /^(.{3,}?)\s?:\s/.exec(item.title ?? '')?.[1];
  const isWhole = short !== undefined && (short.match(/<\/?[a-z]/g) ?? []).length % 2 === 0;
  return isWhole ? { ...item, 'title-short': short } : item;
}
