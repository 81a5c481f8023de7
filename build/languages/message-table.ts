import { readHouseFile } from '../disk/house-file.ts';
import { asWritten, type Speak, speaker, type Table } from '../messages/speak.ts';

/** The folder of the tables of messages, a file for each language. */
const folder = 'templates/messages';

/** Reads the table of a language, by its tag; undefined if there is none, as for English. */
export function readTable(lang: string): Table | undefined {
  const base = lang.split('-')[0] ?? '';
  const text = /^[a-z]{2,3}$/.test(base) ? readHouseFile(`${folder}/${base}.yaml`) : undefined;
  return text === undefined ? undefined : { lang: base, messages: readLines(text) };
}

/** Speaks a language that has a table, else English. */
export function speakerOf(lang: string): Speak {
  const known = speakers.get(lang);
  if (known) return known;
  const table = readTable(lang);
  const made = table ? speaker(table) : asWritten;
  speakers.set(lang, made);
  return made;
}

/** The tables do not change while the program runs. */
const speakers = new Map<string, Speak>();

const quoted = String.raw`'(?:[^'\n]|'')*'|"(?:[^"\\]|\\.)*"`;
const line = new RegExp(`^(${quoted}): (${quoted})$`, 'gm');

/**
 * The messages of a table. It is YAML, with each message and its translation on a line and in quotation marks: so it
 * can be read in a moment, and YAML of such a size cannot.
 */
function readLines(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(line)].map(([, english = '', translation = '']) => [unquoted(english), unquoted(translation)]),
  );
}

function unquoted(text: string): string {
  return text.startsWith('"') ? JSON.parse(text) : text.slice(1, -1).replaceAll("''", "'");
}
