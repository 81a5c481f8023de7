import type { VFile } from 'vfile';
import { type Finding, report } from '../../diagnostics/report.ts';
import type { RuleId } from '../../diagnostics/rules.ts';
import { closestWord } from '../../text/closest-word.ts';
import { scriptOf } from '../../text/script.ts';
import { checkItem } from '../check-item.ts';
import { isUndated } from '../dates.ts';
import type { CslItem, Reference } from '../item.ts';
import { type PlaceAt, placesIn } from '../places-in.ts';
import { type Entry, type Field, readEntry, readMacros, type UnknownMacro, withParents } from './entry.ts';
import { cslTypes, isSilent, readFields, unreadFields } from './fields.ts';
import { splitBib } from './split.ts';
import { texToText } from './tex.ts';
import { languageOf, toCsl } from './to-csl.ts';

/**
 * Reads a .bib file, and reports its faults at their lines; a fault costs at most the entry that it is in. `beside` are
 * the texts of those that are named with it: BibTeX reads them as one, so their macros hold here, and entries here may
 * refer to entries there.
 */
export function readBib(file: VFile, beside: readonly string[] = []): Reference[] {
  return new BibReader(file).read(beside);
}

class BibReader {
  private readonly place: PlaceAt;
  private readonly reported = new Set<string>();
  private usual: string | undefined;
  /** The entries of the files that are named with this one, by their keys. */
  private readonly elsewhere = new Map<string, Entry>();
  private searched = 0;

  constructor(private readonly file: VFile) {
    this.place = placesIn(String(file));
  }

  read(beside: readonly string[]): Reference[] {
    const others = beside.map(splitBib);
    const { entries: raw, strings, faults } = splitBib(String(this.file));
    for (const { from, to, comma: _, ...finding } of faults) this.report('reference-entry', from, to, finding);
    if (raw.length + strings.length + faults.length === 0)
      this.report('reference-entry', 0, 1, {
        found: 'No entry stands in the file',
        expected: '@book{roe2019, title = {…}, …}, with @ at the head of a line',
        fix: 'Export the file again as BibLaTeX.',
      });
    const onMacro = (macro: UnknownMacro) => this.reportMacro(macro);
    const outside = readMacros(
      others.flatMap((one) => one.strings),
      ignore,
    );
    const macros = readMacros(strings, onMacro, outside);
    const entries = raw.map((entry) =>
      readEntry(entry, macros, onMacro, (field) =>
        this.report('reference-once', field.from, field.to, {
          found: `The field ${field.name} stands twice in the entry ${entry.key}`,
          fix: 'Keep one of the two; the first is taken.',
        }),
      ),
    );
    const known = this.byKey(entries);
    for (const raw of others.flatMap((one) => one.entries)) {
      const entry = readEntry(raw, macros, ignore, ignore);
      if (!known.has(entry.key) && !this.elsewhere.has(entry.key)) this.elsewhere.set(entry.key, entry);
    }
    this.usual = usualLanguage([...known.values()]);
    return [...known.values()].flatMap((entry) => (entry.type === 'xdata' ? [] : [this.reference(entry, known)]));
  }

  /** The entry of a key to which a field refers. What one of another file has, has its place at that field. */
  private parent(key: string, known: ReadonlyMap<string, Entry>, at: Field): Entry | undefined {
    const found = known.get(key);
    const outside = found ? undefined : this.elsewhere.get(key);
    if (!outside) return found;
    const { from, to } = at;
    const fields = [...outside.fields].map(([name, { value }]): [string, Field] => [name, { name, value, from, to }]);
    return { ...outside, fields: new Map(fields) };
  }

  /** Entries by their keys; of two with one key, the first. */
  private byKey(entries: readonly Entry[]): Map<string, Entry> {
    const known = new Map<string, Entry>();
    for (const entry of entries) {
      const first = known.get(entry.key);
      if (!first) known.set(entry.key, entry);
      else
        this.report('reference-once', entry.keyFrom, entry.keyFrom + entry.key.length, {
          found: `The key ${entry.key} is taken: line ${this.place(first.from).start.line} has it`,
          fix: sameText(first, entry)
            ? 'Remove one of the two entries, which say the same.'
            : 'Give one of the two entries another key, here and where it is cited.',
        });
    }
    return known;
  }

  private reference(written: Entry, known: ReadonlyMap<string, Entry>): Reference {
    const entry = withParents(
      written,
      (key, field) => this.parent(key, known, field),
      (field, key) => {
        // A search among all keys takes its time.
        const close = this.searched++ < 50 ? closestWord(key, [...known.keys()]) : undefined;
        this.report('reference-parent', field.from, field.to, {
          found: `The entry ${written.key} refers to ${key}, which is not in the file${this.elsewhere.size > 0 ? ', nor in those named with it' : ''}`,
          alike: 'missing parent',
          fix: close ? `Did you mean ${close}?` : 'Add that entry, or take the field out.',
        });
      },
    );
    this.checkType(entry);
    this.checkFields(written);
    let isDateReported = false;
    const item = toCsl(
      entry,
      {
        command: (field, name, at) => this.reportCommand(field, name, at),
        date: (field) => {
          isDateReported = true;
          this.report('reference-date', field.from, field.to, {
            found: `The ${field.name} of ${entry.key} is “${field.value}”`,
            expected: 'a date such as 2019, 2019-03-05, 2019/2021, 1900~ or “in press”',
            fix: 'Write it as year, month and day.',
          });
        },
        language: (field) =>
          this.report('reference-language', field.from, field.to, {
            found: `The language of ${entry.key} is “${field.value}”`,
            expected: 'a language tag such as en, uk or de-AT, or a name that babel has for it, such as ukrainian',
            fix: 'Write its tag: langid = {uk},',
          }),
        lowered: (field, words) => this.reportLowered(field, words),
      },
      this.usual,
    );
    const written_date = entry.fields.get('date') ?? entry.fields.get('year');
    const isWhole = written.type === 'set' || written.type.startsWith('mv') || this.isParent(written, known);
    if (!isWhole)
      checkItem(
        item,
        this.file,
        (field) => this.placeOf(entry, field),
        isDateReported || isUndated(texToText(written_date?.value ?? '')),
      );
    const aliases = entry.fields
      .get('ids')
      ?.value.split(',')
      .map((id) => id.trim())
      .filter(Boolean);
    return {
      key: entry.key,
      item: item as CslItem,
      file: this.file,
      at: this.place(written.from, written.to),
      ...(aliases?.length ? { aliases } : {}),
    };
  }

  /** Keys that others refer to; such an entry may have less than one that is cited. */
  private parents: Set<string> | undefined;

  private isParent(entry: Entry, known: ReadonlyMap<string, Entry>): boolean {
    this.parents ??= new Set(
      [...known.values(), ...this.elsewhere.values()].flatMap(
        ({ fields }) => fields.get('crossref')?.value.trim() ?? [],
      ),
    );
    return this.parents.has(entry.key);
  }

  private checkType({ type, key, from }: Entry): void {
    if (Object.hasOwn(cslTypes, type) || type === 'set') return;
    const close = closestWord(type, Object.keys(cslTypes));
    this.report('reference-type', from, from + type.length + 1, {
      found: `The entry ${key} is of the type @${type}`,
      expected: 'a type of BibTeX or BibLaTeX, such as @article, @book, @incollection, @thesis, @online',
      fix: close ? `Did you mean @${close}?` : 'Take the nearest, or @misc.',
    });
  }

  private checkFields({ fields, key }: Entry): void {
    for (const { name, from } of fields.values()) {
      if (readFields.has(name) || isSilent(name)) continue;
      const close = unreadFields.has(name) ? undefined : misspelt(name);
      this.report('reference-field', from, from + name.length, {
        found: `The field ${name} of ${key} is not read`,
        fix: close
          ? `Did you mean ${close}?`
          : 'Nothing of it is printed; move what should be to a field such as note.',
        ...(close ? {} : { level: 'info' as const, alike: `field ${name}` }),
      });
    }
  }

  private reportMacro({ name, from, to }: UnknownMacro): void {
    this.report('reference-macro', from, to, {
      found: `“${name}” stands without braces, and no @string defines it`,
      fix: `Write it in braces: {${name}}; or define it above: @string{${name} = {…}}.`,
      alike: `macro ${name}`,
    });
  }

  private reportCommand(field: Field, name: string, at: number): void {
    const from = field.valueFrom === undefined ? field.from : field.valueFrom + at;
    const to = field.valueFrom === undefined ? field.to : from + name.length + 1;
    this.report('reference-command', from, to, {
      found: `The command \\${name} in the field ${field.name}`,
      fix: 'Write the letter or sign itself, as Unicode; its words are kept, what it does is not.',
      alike: `command ${name}`,
    });
  }

  private reportLowered(field: Field, words: readonly string[]): void {
    this.report('reference-case', field.from, field.to, {
      found: `The ${field.name} is in Title Case: ${shown(words)} ${words.length === 1 ? 'is' : 'are'} written small`,
      fix: 'Names stand in braces: {Kyiv}. Write the title in sentence case, and nothing is changed.',
      alike: 'title case',
    });
  }

  private placeOf(entry: Entry, field: string) {
    const written = (places[field] ?? [field.toLowerCase()]).flatMap((name) => entry.fields.get(name) ?? [])[0];
    return written ? this.place(written.from, written.to) : this.place(entry.keyFrom, entry.keyFrom + entry.key.length);
  }

  /** Reports a finding; of a field that several entries have from one parent, once. */
  private report(rule: RuleId, from: number, to: number, finding: Omit<Finding, 'at'>): void {
    const once = `${rule} ${from} ${finding.found}`;
    if (this.reported.has(once)) return;
    this.reported.add(once);
    report(this.file, rule, { at: this.place(from, to), ...finding });
  }
}

/** Reports nothing: faults of a file beside are reported where that file is read itself. */
function ignore(): void {}

/** The field that a name differs from by a letter or two. */
function misspelt(name: string): string | undefined {
  const close = name.length > 3 ? closestWord(name, likely) : undefined;
  return close && close[0] === name[0] && Math.abs(close.length - name.length) < 2 ? close : undefined;
}

const likely = [...readFields].filter((name) => name.length > 3);

/** The language of most works in Latin letters that tell it; English, if none does. */
function usualLanguage(entries: readonly Entry[]): string | undefined {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const lang = languageOf(entry);
    if (lang && scriptOf(lang) === 'Latn') counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  const [[most = 'en', count = 1] = []] = [...counts].sort((a, b) => b[1] - a[1]);
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return count * 2 > total ? most : undefined;
}

const places: Record<string, string[]> = { issued: ['date', 'year'], DOI: ['doi', 'url'] };

function sameText(a: Entry, b: Entry): boolean {
  return (
    a.type === b.type &&
    a.fields.size === b.fields.size &&
    [...a.fields.values()].every(({ name, value }) => b.fields.get(name)?.value === value)
  );
}

function shown(words: readonly string[]): string {
  const some = words.slice(0, 5).join(', ');
  return words.length > 5 ? `${some} …` : some;
}
