import type { RawEntry, RawField, ValuePart } from './split.ts';

/** A field with its value in one piece, macros replaced. */
export interface Field {
  name: string;
  value: string;
  /** Its place in the file: the offsets of the field, and of its value where that is one text. */
  from: number;
  to: number;
  valueFrom?: number;
}

/** An entry with the values of its fields, its parents’ among them; values are TeX. */
export interface Entry {
  type: string;
  key: string;
  from: number;
  to: number;
  keyFrom: number;
  fields: Map<string, Field>;
}

/** A macro that no @string defines. */
export interface UnknownMacro {
  name: string;
  from: number;
  to: number;
}

/** The macros of a file, by their names in lower case. */
export type Macros = ReadonlyMap<string, string>;

/** Months are macros of every style; they stay as they are, and dates read them. */
const months = new Set('jan feb mar apr may jun jul aug sep sept oct nov dec'.split(' '));

/** The macros that @string defines, in order: each may use those before it, and those of other files. */
export function readMacros(
  strings: readonly RawField[],
  onUnknown: (macro: UnknownMacro) => void,
  others: Macros = new Map(),
): Macros {
  const macros = new Map(others);
  for (const { name, value } of strings) macros.set(name, joined(value, macros, onUnknown).slice(0, maxMacro));
  return macros;
}

/** Macros that name one another twice grow without end. */
const maxMacro = 10_000;

/** Reads the values of an entry’s fields. `onTwice` is given a field that stands twice; the first one counts. */
export function readEntry(
  raw: RawEntry,
  macros: Macros,
  onUnknown: (macro: UnknownMacro) => void,
  onTwice: (field: RawField) => void,
): Entry {
  const fields = new Map<string, Field>();
  for (const field of raw.fields) {
    const known = fields.get(field.name);
    const value = joined(field.value, macros, onUnknown);
    if (known) {
      if (known.value !== value) onTwice(field);
      continue;
    }
    if (value.trim() === '') continue;
    const [only] = field.value;
    fields.set(field.name, {
      name: field.name,
      value,
      from: field.from,
      to: field.to,
      ...(field.value.length === 1 && only?.kind === 'text' ? { valueFrom: only.from } : {}),
    });
  }
  const { type, key, from, to, keyFrom } = raw;
  return { type, key, from, to, keyFrom, fields };
}

function joined(parts: readonly ValuePart[], macros: Macros, onUnknown: (macro: UnknownMacro) => void): string {
  return parts
    .map(({ kind, text, from }) => {
      if (kind === 'text') return text;
      const name = text.toLowerCase();
      const known = macros.get(name);
      if (known !== undefined) return known;
      if (months.has(name)) return name;
      onUnknown({ name: text, from, to: from + text.length });
      return text;
    })
    .join('');
}

/** The entry with the fields that it lacks and its parents have: `crossref` names one, `xdata` several. */
export function withParents(
  entry: Entry,
  find: (key: string, field: Field) => Entry | undefined,
  onMissing: (field: Field, key: string) => void,
  above: readonly string[] = [],
): Entry {
  const fields = new Map(entry.fields);
  const parentsOf = (name: string): Entry[] => {
    const field = entry.fields.get(name);
    if (!field) return [];
    return field.value.split(',').flatMap((part) => {
      const key = part.trim();
      const parent = find(key, field);
      if (!parent) onMissing(field, key);
      if (!parent || above.includes(parent.key) || parent.key === entry.key) return [];
      return [withParents(parent, find, () => {}, [...above, entry.key])];
    });
  };
  for (const parent of parentsOf('xdata'))
    for (const [name, field] of parent.fields) if (!own.has(name) && !fields.has(name)) fields.set(name, field);
  for (const parent of parentsOf('crossref')) {
    for (const [name, field] of inherited(parent, entry.type)) if (!fields.has(name)) fields.set(name, field);
  }
  return { ...entry, fields };
}

/** The fields of a parent under the names that they have in a part of it (BibLaTeX 3.20, appendix B). */
function inherited(parent: Entry, type: string): Map<string, Field> {
  const fields = new Map<string, Field>();
  const titles = titlesFor(parent.type, type);
  for (const [name, field] of parent.fields) {
    if (own.has(name) || ofItself.has(name)) continue;
    const isTitle = /^(title|subtitle|titleaddon)$/.test(name);
    fields.set(isTitle ? (titles ?? '') + name : name, field);
    if (name === 'author' && /^(mv)?book$/.test(parent.type) && isPart(type)) fields.set('bookauthor', field);
  }
  const isEdited = /^(mv)?(collection|proceedings|reference)$/.test(parent.type);
  if (isPart(type) && isEdited) fields.delete('author');
  return fields;
}

function titlesFor(parent: string, child: string): string | undefined {
  if (parent === 'periodical') return 'journal';
  if (parent.startsWith('mv')) return isWhole(child) || isPart(child) ? 'main' : undefined;
  if (isPart(child)) return 'book';
  return undefined;
}

function isWhole(type: string): boolean {
  return /^(mv)?(book|collection|proceedings|reference)$/.test(type);
}

function isPart(type: string): boolean {
  return /^(in|supp|bookinbook|conference)/.test(type);
}

/** Fields that no part has from its whole. */
const own = new Set(
  'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey'.split(
    ' ',
  ),
);
const ofItself = new Set('shorttitle sorttitle indextitle indexsorttitle pages pagetotal doi abstract'.split(' '));
