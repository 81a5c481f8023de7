import type { Archive } from '../../check/epub/archive.ts';
import { elementsIn } from '../../check/epub/archive.ts';
import { wordsOf } from '../../check/epub/words.ts';
import type { ComparedFact } from '../model.ts';

/** The facts of an issue, as the package document of its book has them; what is made of others is left out. */
export function issueFacts({ opf }: Archive): ComparedFact[] {
  const [metadata] = elementsIn(opf.tree, 'metadata');
  if (!metadata) return [];
  const isOurs = elementsIn(metadata, 'meta').some(({ attributes }) => attributes.property === 'prism:volume');
  const facts: ComparedFact[] = [];
  const add = (name: string, value: string): void => {
    if (value !== '') facts.push({ name, value });
  };
  for (const element of elementsIn(metadata)) {
    const { id = '', property, refines } = element.attributes;
    const value = wordsOf(element);
    const dublin = /^dc:(\w+)$/.exec(element.name)?.[1];
    if (dublin === 'title') {
      // The title of our books is journal, volume, number and date together.
      if (!isOurs) add('title', value);
      else if (id === 'theme') add('theme', value);
      else if (id === 'journal-title') add('journal', value);
    } else if (dublin === 'identifier') {
      if (/doi\.org|^10\.|^urn:isbn/i.test(value)) add(/isbn/i.test(value) ? 'ISBN' : 'DOI', value);
    } else if (dublin === 'creator') add(isOurs ? 'editors' : 'authors', value);
    else if (dublin && dublin in names) add(names[dublin] as string, value);
    if (!refines && property && property in names) add(names[property] as string, value);
    if (refines === '#journal' && property === 'dcterms:identifier') add('ISSN', value.replace('urn:issn:', ''));
  }
  return facts;
}

const names: Readonly<Record<string, string>> = {
  publisher: 'publisher',
  date: 'date',
  rights: 'rights',
  description: 'description',
  subject: 'topics',
  'dcterms:license': 'license',
  'prism:volume': 'volume',
  'prism:number': 'number',
};
