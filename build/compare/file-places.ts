import { posix } from 'node:path';
import { asciiName } from '../languages/ascii-name.ts';
import { lineAt, linesOfFile } from '../where/file-lines.ts';
import { findWord, lettersOf, type SearchedPart } from '../where/find-text.ts';
import type { EditionChange, FilePoint, Spot } from './change.ts';
import type { JournalText } from './edition.ts';
import type { ComparedPart } from './model.ts';
import { neighbours } from './neighbours.ts';

/** Finds where words of an edition stand in the files that it was made of. */
export interface FilePlaces {
  ofSpot(spot: Spot): FilePoint | undefined;
  /** Of a fact of the issue. */
  ofWords(words: string): FilePoint | undefined;
}

/** The most words around a place that are looked for. */
const around = 9;

export function filePlaces(sources: readonly JournalText[]): FilePlaces {
  const parts = new Map<JournalText, SearchedPart>();
  const searched = (source: JournalText): SearchedPart => {
    const known = parts.get(source) ?? { lines: linesOfFile(source.text), letters: lettersOf(source.text) };
    parts.set(source, known);
    return known;
  };
  const settings = sources.filter(({ path }) => path.endsWith('.yaml'));
  const works = sources.filter(({ path }) => /\.(bib|ris|json)$/.test(path));
  const manuscriptOf = (part: ComparedPart) =>
    sources.filter(
      ({ path }) => path.endsWith('.md') && asciiName(posix.basename(path, '.md')) === part.id.replace(/^_/, ''),
    );
  const find = (line: string, at: number, files: readonly JournalText[]): FilePoint | undefined => {
    const found = findWord(line, at, files.map(searched));
    const source = found && files[found.part];
    if (!source) return undefined;
    const { lines } = searched(source);
    const number = lineAt(lines, found.offset);
    return { path: source.path, line: number, column: found.offset - (lines.starts[number - 1] ?? 0) + 1 };
  };
  return {
    ofSpot({ part, block, from }) {
      const { tokens } = block.tokens.length > 0 ? block : nearestWords(block);
      if (tokens.length === 0) return undefined;
      const own = Math.min(from, tokens.length - 1);
      const { before, after } = neighbours({ part, block }, around);
      const lead = [...before, ...tokens.slice(0, own)].slice(-around);
      const words = [...lead, ...[...tokens.slice(own), ...after].slice(0, around + 1)].map(({ text }) => text);
      const at = words.slice(0, lead.length).reduce((sum, word) => sum + word.length + 1, 0);
      const files = [...manuscriptOf(part), ...(block.kind === 'reference' ? works : []), ...settings];
      return find(words.join(' '), at, part.isArticle ? files : settings);
    },
    ofWords: (words) => find(words, 0, settings),
  };
}

/** The words of a figure without a caption, or a table: those of its other texts. */
function nearestWords(block: Spot['block']): Pick<Spot['block'], 'tokens'> {
  if ('texts' in block) {
    const texts = (block as { texts: { block: Spot['block'] }[] }).texts.map((one) => one.block);
    return texts.find(({ tokens }) => tokens.length > 0) ?? block;
  }
  if ('rows' in block)
    return { tokens: (block as { rows: Spot['block'][][] }).rows.flat().flatMap(({ tokens }) => tokens) };
  return block;
}

/** A change with its places in files. */
export function withFilePlaces(change: EditionChange, before: FilePlaces, after: FilePlaces): EditionChange {
  const place = (side: 'before' | 'after', files: FilePlaces) => {
    const spot = change.spots[side];
    const at = spot ? files.ofSpot(spot) : files.ofWords(change[side]);
    return at ? { ...change.places[side], at } : change.places[side];
  };
  return { ...change, places: { before: place('before', before), after: place('after', after) } };
}
