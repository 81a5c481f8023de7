import type { PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { workPart } from '../../issue/ids.ts';
import { asciiName } from '../../languages/ascii-name.ts';
import type { CitedWords, Cluster } from '../../references/cite/job.ts';
import type { CitationStyle } from '../../references/cite/styles.ts';
import { type WordsSetting, wordsOfCluster, wordsOfEntry } from '../../references/cite/to-hast.ts';
import type { CslItem } from '../../references/item.ts';
import type { Citation } from '../tree.ts';
import type { CitedArticle } from './cite-tree.ts';
import { type PlaceInNote, placed } from './place-in-note.ts';

/** All that the words of an article’s citations are made of. */
export interface WordsWritten {
  lang: string;
  style: CitationStyle;
  words: CitedWords;
  /** The citations in their order, each with what the processor was given of it. */
  order: readonly { citation: Citation; cluster: Cluster }[];
  /** The author’s nodes in each citation. */
  own: ReadonlyMap<Citation, readonly PhrasingContent[]>;
  /** The citation in the note, for each of which the author stays in the sentence. */
  parts: ReadonlyMap<Citation, Citation>;
  inNotes: ReadonlyMap<Citation, PlaceInNote>;
  items: ReadonlyMap<string, CslItem>;
  /** The ids of the bibliography’s entries, by their keys; empty if there is none. */
  entries: ReadonlyMap<string, string>;
}

/** The words of citations and of the bibliography, with links from each to the other. */
export function citedArticle({
  lang,
  style,
  words,
  order,
  own,
  parts,
  inNotes,
  items,
  entries,
}: WordsWritten): CitedArticle {
  const first = new Map<string, string>();
  const ids = order.map(() => new Map<string, string>());
  for (const [i, { cluster }] of order.entries())
    for (const { id } of cluster.items) {
      if (first.has(id)) continue;
      const anchor = `cited-${first.size + 1}`;
      first.set(id, anchor);
      ids[i]?.set(id, anchor);
    }
  const setting: WordsSetting = {
    lang,
    entryId: (key) => entries.get(key),
    firstCitation: (key) => first.get(key),
    isNotes: style.isNotes,
    numberOf: (key) => words.numbers[key],
    langOf: (key) => items.get(key)?.language,
  };
  const number = new Map(order.map(({ citation }, i) => [citation, i]));
  return {
    ownNodes: (citation) => own.get(citation) ?? [],
    wordsOf(citation, nodes) {
      const note = parts.get(citation);
      const i = number.get(note ?? citation) ?? -1;
      const [at, its] = [order[i], words.clusters[i]];
      if (!at || !its) return [{ type: 'text', value: writtenAs(citation) }];
      if (note) return wordsOfCluster(its.author ?? '', { note: 0, items: [] }, [], new Map(), setting);
      const html = placed(its.html, at.cluster, inNotes.get(citation), words.ibids);
      return wordsOfCluster(html, at.cluster, nodes, ids[i] as Map<string, string>, setting);
    },
    entries: [...entries].map(([key, id], i) => ({
      type: 'element',
      tagName: 'li',
      properties: { id },
      children: wordsOfEntry(words.list[i]?.html ?? '', key, setting),
    })),
    labelLength: words.hasLabels ? Math.max(0, ...words.list.map(({ html }) => labelOf(html).length)) : 0,
  };
}

/** The number or label with which an entry begins. */
function labelOf(html: string): string {
  return (/<div class="csl-left-margin">(.*?)<\/div>/s.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, '').trim();
}

/** Reports citations for which a style has no words. */
export function reportWordless({ clusters }: CitedWords, citations: readonly Citation[], style: string, file: VFile) {
  for (const [i, { html }] of clusters.entries()) {
    if (!/CSL STYLE ERROR|NO_PRINTED_FORM/.test(html) && /[\p{L}\p{N}]/u.test(html.replace(/<[^>]*>/g, ''))) continue;
    report(file, 'citation-style', {
      at: citations[i]?.position,
      found: `The style ${style} prints nothing for this citation`,
      fix: 'See whether its entry has a title, a date and an author; else take another style.',
      alike: 'a citation without words',
    });
  }
}

/** An id for the entry of each work, made of its key. */
export function entryIds(keys: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of keys) {
    const stem = workPart(asciiName(key, 'en') || 'unnamed');
    let id = stem;
    for (let n = 2; taken.has(id); n++) id = `${stem}-${n}`;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}

/** A citation in the words of its author, where no work is known. */
function writtenAs({ isInText, children }: Citation): string {
  const words = children
    .map((node) =>
      node.type === 'citationKey'
        ? `${node.isWithoutAuthor ? '-' : ''}@${node.key}`
        : 'value' in node
          ? node.value
          : '',
    )
    .join('');
  return isInText ? words : `[${words}]`;
}
