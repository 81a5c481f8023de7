import type { VFile } from 'vfile';
import { closestWord } from '../text/closest-word.ts';
import type { Reference, ReferenceList } from './item.ts';

/** The works of several bibliographies as one list: of two works with one key, that of the later file wins. */
export function listReferences(
  bibliographies: readonly { file: VFile; references: readonly Reference[] }[],
): ReferenceList {
  const byKey = new Map<string, Reference>();
  const keyOf = new Map<string, string>();
  const byNumber = new Map<string, Reference>();
  for (const { references } of bibliographies)
    for (const reference of references) {
      byKey.set(reference.key, reference);
      for (const alias of reference.aliases ?? []) keyOf.set(alias, reference.key);
      for (const number of numbersOf(reference)) byNumber.set(number, reference);
    }
  return {
    find: (key) => byKey.get(key) ?? byKey.get(keyOf.get(key) ?? '') ?? byNumber.get(numberIn(key) ?? ''),
    nearest: (key) => closestWord(key, [...byKey.keys(), ...keyOf.keys()]),
    all: [...byKey.values()],
    files: bibliographies.map(({ file }) => file),
  };
}

/** What a work is known by everywhere, as Manubot cites it: `doi:10.5555/x`, `pmid:1`, `isbn:978…`, `url:https://…`. */
function numbersOf({ item }: Reference): string[] {
  const arxiv = /(?:arxiv\.org\/abs\/|10\.48550\/arxiv\.)([\w./-]+)/i.exec(`${item.URL ?? ''} ${item.DOI ?? ''}`)?.[1];
  const named = { arxiv, doi: item.DOI, pmid: item.PMID, pmcid: item.PMCID, isbn: item.ISBN, url: item.URL };
  return Object.entries(named).flatMap(([name, value]) =>
    typeof value === 'string' && value ? (numberIn(`${name}:${value}`) ?? []) : [],
  );
}

/** A key that says the number of its work, in the one form in which numbers are compared. */
function numberIn(key: string): string | undefined {
  const [, name = '', value = ''] = /^(doi|pmid|pubmed|pmcid|isbn|url|arxiv):(.+)$/is.exec(key) ?? [];
  const low = value.trim().toLowerCase();
  if (low === '') return undefined;
  if (/^isbn$/i.test(name)) return `isbn:${low.replace(/[^\dx]/g, '')}`;
  if (/^arxiv$/i.test(name)) return `arxiv:${low.replace(/v\d+$/, '')}`;
  const kind = name.toLowerCase().replace('pubmed', 'pmid');
  return `${kind}:${low.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '').replace(/\/$/, '')}`;
}
