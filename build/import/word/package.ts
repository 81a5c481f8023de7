import { posix } from 'node:path';
import { NotImported } from '../imported.ts';
import { type OfficeArchive, openArchive } from '../office/archive.ts';
import { childrenOf, readXml, type Xml } from '../office/xml.ts';

/** A relation of a part to another one, or to something outside the file. */
export interface Relation {
  type: string;
  /** A name in the package, or an address if it is outside. */
  target: string;
  isOutside: boolean;
}

/** A Word file taken apart (ECMA-376, part 2): the main part, and what it names. */
export interface Package {
  /** The name of the main part, `word/document.xml`. */
  main: string;
  /** Reads a part as XML; undefined if there is none. */
  xml(name: string): Xml | undefined;
  bytes(name: string): Uint8Array | undefined;
  /** The relations of a part, by their ids. */
  relations(part: string): ReadonlyMap<string, Relation>;
  /** The part that the main part names for a purpose, such as `footnotes`. */
  partFor(purpose: string): string | undefined;
  names: readonly string[];
}

/** Opens a Word file. Throws {@link NotImported} for anything else. */
export function openPackage(bytes: Uint8Array): Package {
  const archive = openArchive(bytes);
  const relationsOf = new Map<string, ReadonlyMap<string, Relation>>();
  const xml = (name: string): Xml | undefined => {
    const data = archive.read(name);
    return data && readXml(data, name);
  };
  const relations = (part: string): ReadonlyMap<string, Relation> => {
    const known = relationsOf.get(part) ?? readRelations(part, xml);
    relationsOf.set(part, known);
    return known;
  };
  const main = mainPart(archive, relations(''));
  const partFor = (purpose: string): string | undefined =>
    [...relations(main).values()].find(({ type, isOutside }) => !isOutside && type === purpose)?.target;
  return { main, xml, bytes: (name) => archive.read(name), relations, partFor, names: archive.names };
}

function mainPart({ names }: OfficeArchive, relations: ReadonlyMap<string, Relation>): string {
  const named = [...relations.values()].find(({ type }) => type === 'officeDocument')?.target;
  const main = named ?? 'word/document.xml';
  if (names.some((name) => name.toLowerCase() === main.toLowerCase())) {
    if (/^xl\//i.test(main)) throw foreign('a workbook of Excel');
    if (/^ppt\//i.test(main)) throw foreign('a presentation of PowerPoint');
    return main;
  }
  if (names.includes('mimetype') || names.includes('META-INF/container.xml'))
    throw foreign('not a Word file, but an archive of another kind');
  throw new NotImported(
    'The file has no text: it is an archive, and not one of Word',
    'Save it in Word as .docx, or unpack it if it holds the manuscript.',
  );
}

function foreign(what: string): NotImported {
  return new NotImported(`The file is ${what}`, 'Save its text in a word processor as .docx.');
}

function readRelations(part: string, xml: (name: string) => Xml | undefined): ReadonlyMap<string, Relation> {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const root = xml(part === '' ? '_rels/.rels' : name);
  const relations = new Map<string, Relation>();
  for (const { attributes } of childrenOf(root, 'rel:Relationship')) {
    const isOutside = attributes.TargetMode === 'External';
    const target = attributes.Target ?? '';
    relations.set(attributes.Id ?? '', {
      type: (attributes.Type ?? '').replace(/^.*\//, ''),
      target: isOutside ? target : inside(part, target),
      isOutside,
    });
  }
  return relations;
}

/** The name of a part that another names. It is only looked up in the archive, and never a path of the disk. */
function inside(part: string, target: string): string {
  const name = target.startsWith('/') ? target : posix.join('/', posix.dirname(part), target);
  return posix.normalize(name).slice(1);
}
