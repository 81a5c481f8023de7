import { bareDoi, isDoi } from '../../text/identifiers.ts';
import { longestRise } from '../../text/longest-rise.ts';
import { type RawEntry, type RawField, type SplitFault, splitBib } from '../bib/split.ts';
import { texToText } from '../bib/tex.ts';
import { placesIn } from '../places-in.ts';

/** A change of a .bib file, at its line before. */
export interface TidyChange {
  line: number;
  column: number;
  /** The key of the entry. */
  key: string;
  changed: string;
}

/** A .bib file in order. */
export interface TidiedBib {
  text: string;
  changes: TidyChange[];
  /** What a person has to decide: works that stand under two keys, for instance. */
  advice: TidyChange[];
  /** Mistakes that have to be mended first: nothing is changed. */
  faults: SplitFault[];
}

/** A change of the text, by offsets. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

/**
 * Puts a .bib file in order, and changes nothing that is printed: entries by their keys, those that others refer to
 * last; entries that stand twice once; ranges of pages with two hyphens; DOIs without an address, and in their own
 * field. Comments right above an entry go with it; under others, and under @string, the order begins again.
 */
export function tidyBib(text: string): TidiedBib {
  const { entries, faults } = splitBib(text);
  const commas = faults.filter(({ comma }) => comma !== undefined);
  if (commas.length < faults.length) return { text, changes: [], advice: [], faults };
  const place = placesIn(text);
  const changes: TidyChange[] = [];
  const edits: Edit[] = [];
  const say = (into: TidyChange[], from: number, key: string, changed: string): void => {
    const { line, column } = place(from).start;
    into.push({ line, column, key, changed });
  };
  for (const { comma, from } of commas) {
    edits.push({ from: comma as number, to: comma as number, text: ',' });
    const entry = entries.find((one) => one.from < from && from < one.to);
    say(changes, from, entry?.key ?? '', 'a comma that was missing behind a field');
  }
  const doubles = doublesAmong(entries);
  for (const entry of entries.filter((one) => !doubles.has(one)))
    for (const { edit, field, changed } of editsOf(entry, text)) {
      edits.push(edit);
      say(changes, field.from, entry.key, changed);
    }
  for (const entry of doubles) say(changes, entry.from, entry.key, 'removed: the entry stands twice');
  const slots = slotsOf(text, entries);
  const ordered = inOrder(text, slots, parentsOf(entries), doubles);
  const [first, ...others] = ordered.moved;
  if (first)
    say(
      changes,
      first.from,
      first.key,
      `moved to its place by the key${others.length ? `, with ${others.length} more` : ''}`,
    );
  const advice: TidyChange[] = [];
  for (const [known, second, why] of sameWorks(entries.filter((entry) => !doubles.has(entry))))
    say(advice, second.from, second.key, `may be the same work as ${known.key}: ${why}`);
  changes.sort((a, b) => a.line - b.line || a.column - b.column);
  const put = (piece: Piece | string) => (typeof piece === 'string' ? piece : edited(text, piece, edits));
  return { text: ordered.pieces.map(put).join(''), changes, advice, faults: [] };
}

interface FieldEdit {
  edit: Edit;
  field: RawField;
  changed: string;
}

function editsOf(entry: RawEntry, text: string): FieldEdit[] {
  const found: FieldEdit[] = [];
  const fieldOf = (name: string) => entry.fields.find((field) => field.name === name);
  const replace = (field: RawField, to: string, why: string): void => {
    const [value] = field.value;
    if (field.value.length !== 1 || !value || value.kind !== 'text' || value.text === to) return;
    found.push({
      edit: { from: value.from, to: value.from + value.text.length, text: to },
      field,
      changed: `${field.name}: ${value.text} → ${to}${why}`,
    });
  };
  const pages = fieldOf('pages');
  if (pages)
    replace(
      pages,
      (plainValue(pages) ?? '').replace(/(?<=[\dA-Za-z])\s*(?:[-–—−]|---)\s*(?=[\dA-Za-z])(?!-)/g, '--'),
      '',
    );
  const doi = fieldOf('doi');
  if (doi) replace(doi, bareDoi(plainValue(doi) ?? ''), '');
  const url = fieldOf('url');
  const address = url && plainValue(url)?.trim();
  const inAddress = address && /^https?:\/\/(?:dx\.)?doi\.org\//i.test(address) ? bareDoi(address) : undefined;
  if (url && inAddress && isDoi(inAddress)) {
    if (!doi)
      found.push({
        edit: { from: url.from, to: endOf(text, url), text: `doi = {${inAddress}}` },
        field: url,
        changed: `url: ${address} → doi: ${inAddress}`,
      });
    else if (bareDoi(plainValue(doi) ?? '').toLowerCase() === inAddress.toLowerCase())
      found.push({
        edit: { ...lineOf(text, url), text: '' },
        field: url,
        changed: 'url removed: it is the address of the DOI',
      });
  }
  for (const [index, field] of entry.fields.entries()) {
    const first = entry.fields.findIndex(({ name }) => name === field.name);
    if (first < index && plainValue(entry.fields[first] as RawField) === plainValue(field))
      found.push({
        edit: { ...lineOf(text, field), text: '' },
        field,
        changed: `${field.name} removed: it stands twice`,
      });
  }
  return found;
}

/** The value of a field that is one text; undefined for others. */
function plainValue({ value }: RawField): string | undefined {
  return value.length === 1 && value[0]?.kind === 'text' ? value[0].text : undefined;
}

/** The offset behind a field, with the brace or quotation mark that closes it. */
function endOf(text: string, field: RawField): number {
  return /["}]/.test(text[field.to] ?? '') && /["{]/.test(text[(field.value.at(-1)?.from ?? 1) - 1] ?? '')
    ? field.to + 1
    : field.to;
}

/** A field with its comma, and with its line where it stands there alone. */
function lineOf(text: string, field: RawField): { from: number; to: number } {
  const end = endOf(text, field);
  const to = end + (/^\s*,/.exec(text.slice(end, end + 200))?.[0].length ?? 0);
  const start = text.lastIndexOf('\n', field.from - 1) + 1;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(to, to + 200));
  const alone = text.slice(start, field.from).trim() === '' && rest;
  return alone ? { from: start, to: to + rest[0].length } : { from: field.from, to };
}

/** Entries of which another one says the same, under the same key. */
function doublesAmong(entries: readonly RawEntry[]): Set<RawEntry> {
  const seen = new Map<string, RawEntry>();
  const doubles = new Set<RawEntry>();
  for (const entry of entries) {
    const first = seen.get(entry.key);
    if (!first) seen.set(entry.key, entry);
    else if (sameFields(first, entry)) doubles.add(entry);
  }
  return doubles;
}

function sameFields(a: RawEntry, b: RawEntry): boolean {
  const said = ({ type, fields }: RawEntry) =>
    JSON.stringify([type, fields.map(({ name, value }) => [name, value.map(({ kind, text }) => [kind, text])]).sort()]);
  return said(a) === said(b);
}

/** Entries under two keys that have one DOI, or one title, year and author. */
function sameWorks(entries: readonly RawEntry[]): [RawEntry, RawEntry, string][] {
  const seen = new Map<string, RawEntry>();
  const found: [RawEntry, RawEntry, string][] = [];
  for (const entry of entries) {
    const text = (...names: string[]) =>
      texToText(
        names.flatMap((name) => entry.fields.filter((field) => field.name === name).map(plainValue))[0] ?? '',
      ).toLowerCase();
    const doi = bareDoi(text('doi'));
    const title = text('title').replace(/[^\p{L}\p{N}]+/gu, ' ');
    const year = /\d{4}/.exec(text('date', 'year'))?.[0];
    const marks = [
      ...(doi ? [[`doi ${doi}`, 'they have one DOI'] as const] : []),
      ...(title.length > 8 && year
        ? [
            [
              `title ${title} ${year} ${text('author', 'editor')} ${text('volume')} ${text('pages')}`,
              'they have one title, year and author',
            ] as const,
          ]
        : []),
    ];
    const known = marks.find(([mark]) => seen.has(mark) && seen.get(mark)?.key !== entry.key);
    if (known) found.push([seen.get(known[0]) as RawEntry, entry, known[1]]);
    for (const [mark] of marks) if (!seen.has(mark)) seen.set(mark, entry);
  }
  return found;
}

function parentsOf(entries: readonly RawEntry[]): Set<string> {
  return new Set(
    entries.flatMap(({ fields }) =>
      fields.flatMap((field) =>
        field.name === 'crossref' || field.name === 'xdata'
          ? (plainValue(field) ?? '').split(',').map((key) => key.trim())
          : [],
      ),
    ),
  );
}

/** An entry with the comment right above it, and what stands before both. */
interface Slot {
  entry: RawEntry;
  before: Piece;
  own: Piece;
}

interface Piece {
  from: number;
  to: number;
}

function slotsOf(text: string, entries: readonly RawEntry[]): Slot[] {
  let last = 0;
  return entries.map((entry) => {
    const gap = text.slice(last, entry.from);
    const comment =
      last > 0 || /\n\s*\n/.test(gap) ? (/(?:(?<=\n)[ \t]*[^\s@][^\n]*\n)+$/.exec(gap)?.[0].length ?? 0) : 0;
    // A line that goes on behind the entry before belongs to that.
    const from = entry.from - comment;
    const slot = { entry, before: { from: last, to: from }, own: { from, to: entry.to } };
    last = entry.to;
    return slot;
  });
}

/** The pieces of the file in their new order, and the entries that had to be moved. */
function inOrder(
  text: string,
  slots: readonly Slot[],
  parents: ReadonlySet<string>,
  doubles: ReadonlySet<RawEntry>,
): { pieces: (Piece | string)[]; moved: RawEntry[] } {
  const pieces: (Piece | string)[] = [];
  const moved: RawEntry[] = [];
  for (const run of runsOf(text, slots)) {
    const left = run.filter(({ entry }) => !doubles.has(entry));
    const sorted = [...left].sort(
      (a, b) => Number(parents.has(a.entry.key)) - Number(parents.has(b.entry.key)) || byKey(a.entry.key, b.entry.key),
    );
    const kept = new Set(longestRise(left.map((slot) => sorted.indexOf(slot))));
    moved.push(...left.flatMap(({ entry }, index) => (kept.has(index) ? [] : [entry])));
    for (const [index, { own }] of sorted.entries()) {
      const { before } = left[index] as Slot;
      const needsLine = index > 0 && !text.slice(before.from, before.to).includes('\n');
      pieces.push(needsLine ? '\n' : before, own);
    }
  }
  const end = slots.at(-1)?.own.to ?? 0;
  pieces.push({ from: end, to: text.length });
  return { pieces, moved };
}

/** Entries with nothing but space between them: what else stands there, a heading or @string, begins another run. */
function runsOf(text: string, slots: readonly Slot[]): Slot[][] {
  const runs: Slot[][] = [];
  for (const slot of slots) {
    const isNew = text.slice(slot.before.from, slot.before.to).trim() !== '';
    const run = runs.at(-1);
    if (run && !isNew) run.push(slot);
    else runs.push([slot]);
  }
  return runs;
}

function byKey(a: string, b: string): number {
  const [lowA, lowB] = [a.toLowerCase(), b.toLowerCase()];
  return lowA < lowB ? -1 : lowA > lowB ? 1 : a < b ? -1 : a > b ? 1 : 0;
}

function edited(text: string, { from, to }: Piece, edits: readonly Edit[]): string {
  const own = edits.filter((edit) => edit.from >= from && edit.to <= to).sort((a, b) => a.from - b.from);
  let at = from;
  let result = '';
  for (const edit of own) {
    if (edit.from < at) continue;
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at, to);
}
