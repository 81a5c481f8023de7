import { hasLetters, type MessageEntry, readEntries } from './entries.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { type Pattern, patternSlots, readPattern, type Slot } from './pattern.ts';
import { type Found, readings } from './readings.ts';
import { asIs, joined, type Spoken } from './spoken.ts';

/** Says a text of Offprint’s, which is English in the code, in the user’s language. */
export type Speak = (text: string) => string;

/** The messages in one language: English patterns with their translations. */
export interface Table {
  lang: string;
  messages: Readonly<Record<string, string>>;
}

/** English: the texts as they are in the code. */
export const asWritten: Speak = (text) => text;

/** Longer texts are of a manuscript. */
const longest = 2000;

/** The most parts of a text that are looked up: a text that can be parted in more ways stays as it is. */
const maxParts = 150;

/** A pattern with fewer letters than this, such as `{1}: {2}`, is believed only where all its words are known. */
const light = 9;

/** Speaks the language of a table. What the table does not have stays as it is. */
export function speaker(table: Table): Speak {
  const { speak } = new Speaker(table);
  return speak;
}

/** A way to read a text by a pattern. */
interface Reading {
  found: Found;
  /** True if letters of the pattern’s own stand in the text: then a word that is not known is a name. */
  isSure: boolean;
  quoted: ReadonlySet<number>;
}

const nothingFound: Reading = { found: new Map(), isSure: true, quoted: new Set() };

class Speaker {
  readonly #exact: ReadonlyMap<string, string>;
  readonly #entries: readonly MessageEntry[];
  readonly #numbers: Numbers;
  readonly #known = new Map<string, Spoken | undefined>();
  #left = 0;

  constructor({ lang, messages }: Table) {
    this.#exact = new Map(Object.entries(messages));
    this.#entries = readEntries(messages);
    this.#numbers = numbersOf(lang);
  }

  readonly speak: Speak = (text) => {
    if (text.length > longest || text.trim() === '') return text;
    this.#left = maxParts;
    return this.#say(text)?.text ?? text;
  };

  #say(text: string): Spoken | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    if (--this.#left < 0) return undefined;
    // A text within itself is not known.
    this.#known.set(text, undefined);
    const spoken = this.#exactly(text) ?? this.#bySentences(text) ?? this.#byParts(text);
    if (this.#left < 0) this.#known.delete(text);
    else this.#known.set(text, spoken);
    return spoken;
  }

  /** A text by a pattern, or as a list of messages, or line by line: where none of its words are unknown, if possible. */
  #byParts(text: string): Spoken | undefined {
    const byPattern = this.#byPattern(text);
    if (byPattern?.isWhole) return byPattern;
    const list = this.#listed(text, false);
    return list?.isWhole ? list : (byPattern ?? this.#byLines(text));
  }

  #exactly(text: string): Spoken | undefined {
    const translation = this.#exact.get(text);
    if (translation === undefined) return undefined;
    return { ...this.#write(readPattern(translation), nothingFound), own: text.length };
  }

  /** Messages that were joined, each of which is known. */
  #bySentences(text: string): Spoken | undefined {
    for (const { index } of text.matchAll(/(?<=[.!?…)”»`])[ \n](?=[\p{Lu}“`<])/gu)) {
      const first = this.#sentence(text.slice(0, index));
      if (!first?.isWhole) continue;
      const rest = this.#sentence(text.slice(index + 1));
      if (rest?.isWhole)
        return { text: `${first.text}${text[index]}${rest.text}`, isWhole: true, own: first.own + rest.own };
    }
    return undefined;
  }

  /** A sentence, whose full stop may not be its message’s. */
  #sentence(text: string): Spoken | undefined {
    const known = this.#say(text);
    if (known?.isWhole || !text.endsWith('.')) return known;
    const clause = this.#say(text.slice(0, -1));
    return clause?.isWhole ? { ...clause, text: `${clause.text}.` } : known;
  }

  /** The lines of a text, each by itself. */
  #byLines(text: string): Spoken | undefined {
    if (!text.includes('\n')) return undefined;
    const lines = text.split('\n').map((line): Spoken => {
      const [, indent = '', words = ''] = /^(\s*)(.*)$/.exec(line) ?? [];
      const known = words === '' ? asIs('') : this.#say(words);
      return { isWhole: false, own: 0, ...known, text: `${indent}${known?.text ?? words}` };
    });
    return joined(lines, '\n');
  }

  /** The translation by the pattern that leaves least of the text to values, and no words unknown where there is one. */
  #byPattern(text: string): Spoken | undefined {
    let best: Spoken | undefined;
    for (const entry of this.#entries) {
      if (best?.isWhole && entry.weight < light && !leavesProse(text, best)) break;
      if (!text.startsWith(entry.start)) continue;
      const read = this.#byEntry(entry, text);
      if (!read || (best?.isWhole && !read.isWhole)) continue;
      if (!best || (read.isWhole && !best.isWhole) || read.own > best.own) best = read;
    }
    return best;
  }

  #byEntry(entry: MessageEntry, text: string): Spoken | undefined {
    let part: Spoken | undefined;
    for (const found of readings(entry.english, text)) {
      const translation = entry.translation();
      const reading = { found, isSure: hasLetters(entry.english, found), quoted: entry.quoted };
      if (entry.weight < light && !this.#isBelieved(entry, translation, reading)) continue;
      const written = this.#write(translation, reading);
      const values = [...found.values()].map((value) => (typeof value === 'string' ? value.length : 0));
      const spoken = { ...written, own: written.own + values.reduce((left, length) => left - length, text.length) };
      if (spoken.isWhole) return spoken;
      part ??= spoken;
    }
    return entry.weight < light ? undefined : part;
  }

  /**
   * True if a text is one of a pattern with few letters: its words are known, and where it has a value that is neither
   * translated nor quoted, this is no more than a word, and there are letters of the pattern’s own; or its words are
   * messages of their own.
   */
  #isBelieved({ weight }: MessageEntry, translation: Pattern, { found, isSure, quoted }: Reading): boolean {
    const slots = patternSlots(translation);
    const textsOf = (by: Slot['by']): string[] =>
      slots.flatMap((slot) => (slot.by === by && !quoted.has(slot.number) ? String(found.get(slot.number) ?? '') : []));
    const [words, values] = [textsOf('words'), textsOf('value')];
    const areMessages = words.length > 0 && words.every((one) => this.#exact.has(one));
    if (!areMessages && values.some((value) => !isSure || /\p{L}\s+\p{L}/u.test(value))) return false;
    // Where there is nothing but a space, all ways to part a text would be tried.
    if (weight <= 1 && words[0] !== undefined && !this.#exact.has(words[0])) return false;
    return words.every((one) => this.#words(one, isSure).isWhole);
  }

  #write(pattern: Pattern, reading: Reading): Spoken {
    return joined(pattern.map((part) => (typeof part === 'string' ? asIs(part) : this.#writePlace(part, reading))));
  }

  #writePlace({ number, by, of }: Slot, reading: Reading): Spoken {
    const value = reading.found.get(number) ?? '';
    if (by === 'choice') return this.#write(of[Number(value)] ?? [], reading);
    if (by === 'plural') return this.#write(of[this.#numbers.formFor(String(value))] ?? [], reading);
    if (by === 'value') return asIs(this.#numbers.inFigures(String(value)));
    // What is quoted is an author’s, unless it is a message to the letter.
    if (reading.quoted.has(number) && !this.#exact.has(String(value))) return asIs(String(value));
    return this.#words(String(value), reading.isSure);
  }

  /** Words, or a list of them. */
  #words(value: string, isSure: boolean): Spoken {
    const known = this.#say(value);
    if (known) return known;
    // A quotation, a path or a number stays as it is.
    const isName = /^(?:".*"|“[^“]*”|<[^<]*>|`[^`]*`|\S*[./\d]\S*)$/s.test(value) || !/\p{L}{2}/u.test(value);
    if (isName || (isSure && !/\s/.test(value))) return asIs(this.#numbers.inFigures(value));
    return this.#listed(value, isSure) ?? { text: value, isWhole: false, own: 0 };
  }

  /** The items of a list; undefined for a text that is none. */
  #listed(text: string, isSure: boolean): Spoken | undefined {
    const parts = text.split(/((?:,|;)? (?:and|or) |[,;·] )/);
    if (parts.length === 1) return undefined;
    return joined(parts.map((part, at) => (at % 2 === 1 ? asIs(this.#joint(part)) : this.#words(part, isSure))));
  }

  /** What stands between the items of a list: `, ` and ` and `. */
  #joint(sign: string): string {
    const [, word] = /(and|or) $/.exec(sign) ?? [];
    return word ? ` ${this.#exact.get(word) ?? word} ` : sign;
  }
}

/** True if more than a word of a text is left to values. */
function leavesProse(text: string, { own }: Spoken): boolean {
  return text.length - own > 6;
}
