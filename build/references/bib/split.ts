/** A value as it is written: texts in braces or quotation marks, bare numbers, and names of macros, joined by #. */
export interface ValuePart {
  kind: 'text' | 'macro';
  text: string;
  /** The offset of the text in the file. */
  from: number;
}

/** A field of an entry; offsets are in the file. */
export interface RawField {
  /** In lower case. */
  name: string;
  from: number;
  to: number;
  value: ValuePart[];
}

/** An entry as it is written: its values are not read yet. */
export interface RawEntry {
  /** In lower case, without @. */
  type: string;
  key: string;
  from: number;
  to: number;
  keyFrom: number;
  fields: RawField[];
}

/** A mistake in the form of a file, which costs at most the entry that it is in. */
export interface SplitFault {
  from: number;
  to: number;
  found: string;
  expected?: string;
  fix: string;
  /** The offset at which a comma is missing, if that is all. */
  comma?: number;
}

/** The parts of a .bib file. */
export interface SplitBib {
  entries: RawEntry[];
  /** The macros that @string defines, by their names in lower case, in order. */
  strings: RawField[];
  faults: SplitFault[];
}

/**
 * Parts the text of a .bib file into entries. An entry begins with `@word{` at the head of a line, or behind another
 * entry, and ends at its closing brace; one that is not closed ends where the next begins at the head of a line. What
 * stands between entries is a comment.
 */
export function splitBib(text: string): SplitBib {
  const result: SplitBib = { entries: [], strings: [], faults: [] };
  let at = 0;
  for (;;) {
    const start = nextStart(text, at);
    reportLost(text, at, start?.index ?? text.length, result);
    if (!start) return result;
    at = readEntry(text, start, result);
  }
}

const opening = /@[ \t]*([A-Za-z]+)\s*([{(])/y;

/** The next entry from an offset on: behind nothing but spaces, or at the head of a line. */
function nextStart(text: string, from: number): RegExpExecArray | undefined {
  for (let at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = text.slice(Math.max(from, text.lastIndexOf('\n', at - 1) + 1), at);
    if (before.trim() !== '') continue;
    opening.lastIndex = at;
    const found = opening.exec(text);
    if (found) return found;
  }
  return undefined;
}

/** Reports fields that stand behind the end of an entry, which a brace too many has closed. */
function reportLost(text: string, from: number, to: number, { entries, faults }: SplitBib): void {
  const last = entries.at(-1);
  if (!last || last.to !== from) return;
  const rest = /^[\s,}]*[A-Za-z]+\s*=\s*(?:[{"\d]|[a-z]{3}\b)/.exec(text.slice(from, to));
  if (!rest) return;
  faults.push({
    from: from - 1,
    to: from,
    found: `A brace closes the entry ${last.key} here, and fields follow it`,
    fix: 'Remove the closing brace that is too many; the fields below it are not read.',
  });
}

/** A fault that ends the reading of an entry. */
class Broken extends Error {
  constructor(readonly fault: SplitFault) {
    super(fault.found);
  }
}

/** Reads the entry that a match of `opening` begins, and returns the offset behind it. */
function readEntry(text: string, start: RegExpExecArray, result: SplitBib): number {
  const type = (start[1] as string).toLowerCase();
  const from = start.index;
  const inside = from + start[0].length;
  const end = boundOf(text, inside);
  const reader = new EntryReader(text, inside, end, start[2] === '{' ? '}' : ')', result.faults);
  try {
    if (type === 'comment' || type === 'preamble') return reader.skip();
    if (type === 'string') {
      const { fields, to } = reader.fields();
      result.strings.push(...fields);
      return to;
    }
    const { key, keyFrom } = reader.key(type);
    const { fields, to } = reader.fields();
    result.entries.push({ type, key, from, to, keyFrom, fields });
    return to;
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    if (type !== 'comment') result.faults.push(error.fault);
    return end;
  }
}

/** The offset at which the next entry begins for certain: `@word{key,` at the head of a line. */
function boundOf(text: string, from: number): number {
  const next = /^[ \t]*@[A-Za-z]+\s*[{(](?:\s*[^\s,={}()"]+\s*,|\s*\w+\s*=\s*["{])/gm;
  next.lastIndex = text.indexOf('\n', from) + 1 || text.length;
  return next.exec(text)?.index ?? text.length;
}

class EntryReader {
  private at: number;

  constructor(
    private readonly text: string,
    private readonly from: number,
    private readonly end: number,
    private readonly closing: string,
    private readonly faults: SplitFault[],
  ) {
    this.at = from;
  }

  /** Skips to the closing brace, and returns the offset behind it. */
  skip(): number {
    return this.closed(this.from, this.closing) + 1;
  }

  key(type: string): { key: string; keyFrom: number } {
    this.space();
    const keyFrom = this.at;
    const key = /[^,\s{}()="#%]*/y;
    key.lastIndex = keyFrom;
    const [found = ''] = key.exec(this.text) ?? [];
    this.at += found.length;
    this.space();
    const next = this.text[this.at];
    if (found && next === ',') this.at++;
    else if (!found || next !== this.closing) {
      const rest = this.text.slice(keyFrom, this.lineEnd(keyFrom));
      const written = /^[^,=]*/.exec(rest)?.[0].trim() ?? '';
      const keyless = !found || next === '=';
      throw this.broken(
        keyFrom,
        keyFrom + Math.max(1, keyless ? found.length : written.length),
        keyless
          ? `The entry @${type} has no key`
          : /\s/.test(written)
            ? `The key “${written}” has a space in it`
            : `No comma stands behind the key ${found}`,
        keyless || /\s/.test(written)
          ? `Write a key without spaces and a comma behind the brace: @${type}{roe2019,`
          : `Write a comma: @${type}{${found},`,
      );
    }
    return { key: found, keyFrom };
  }

  fields(): { fields: RawField[]; to: number } {
    const fields: RawField[] = [];
    for (;;) {
      this.space();
      if (this.at >= this.end) {
        // Its brace has closed a field that was left open.
        const open = fields.find(({ value }) => value.some(({ text }) => /[,\n]\s*[A-Za-z]+\s*=\s*["{\d]/.test(text)));
        throw open
          ? this.broken(
              open.from,
              open.from + open.name.length,
              `The brace that opens the field ${open.name} is not closed`,
              'Count the braces of the field: each { has its }.',
            )
          : this.broken(
              this.start(),
              this.start() + 1,
              'The entry is not closed',
              fields[0]
                ? 'Write a closing brace below its last field.'
                : 'Write its fields, and a closing brace below them.',
            );
      }
      if (this.text[this.at] === this.closing) return { fields, to: this.at + 1 };
      if (this.text[this.at] === ',') {
        this.at++;
        continue;
      }
      fields.push(this.field());
      this.space();
      const next = this.text[this.at];
      if (next === ',') this.at++;
      else if (next !== this.closing && this.at < this.end) this.noComma(fields.at(-1) as RawField);
    }
  }

  private field(): RawField {
    const from = this.at;
    const name = /[A-Za-z_][\w:+.-]*/y;
    name.lastIndex = from;
    const [found] = name.exec(this.text) ?? [];
    if (!found) {
      const written = this.text.slice(from, Math.min(this.lineEnd(from), from + 30)).trim();
      throw this.broken(
        from,
        from + 1,
        `“${written}” stands where a field should begin`,
        'Write “name = {value},”; look for a brace or a quotation mark in the line above that closes too early.',
      );
    }
    this.at += found.length;
    this.space();
    if (this.text[this.at] !== '=')
      throw this.broken(
        from,
        this.at,
        `“${found}” is not followed by =`,
        'Write “name = {value},”; look for a brace or a quotation mark in the line above that closes too early.',
      );
    this.at++;
    const value: ValuePart[] = [];
    do {
      this.space();
      value.push(this.part(found));
      this.space();
    } while (this.text[this.at] === '#' && ++this.at);
    const last = value.at(-1) as ValuePart;
    return { name: found.toLowerCase(), from, to: last.from + last.text.length, value };
  }

  private part(name: string): ValuePart {
    const from = this.at;
    const sign = this.text[from];
    if (sign === '{' || sign === '"') {
      const to = this.closed(from + 1, sign === '{' ? '}' : '"', name, from);
      this.at = to + 1;
      return { kind: 'text', text: this.text.slice(from + 1, to), from: from + 1 };
    }
    const bare = /[^\s,{}()#"=]+/y;
    bare.lastIndex = from;
    const [found] = bare.exec(this.text) ?? [];
    if (!found)
      throw this.broken(from, from + 1, `The field ${name} has no value`, `Write it in braces: ${name} = {…},`);
    this.at += found.length;
    return { kind: /^\d/.test(found) ? 'text' : 'macro', text: found, from };
  }

  /** The offset of the sign that closes a text; braces in it are counted, except those behind a backslash. */
  private closed(from: number, sign: string, name?: string, opened = from): number {
    let depth = 0;
    // True if the next field stands in the text: the sign was forgotten.
    let runsOn = false;
    for (let at = from; at < this.end; at++) {
      const here = this.text[at];
      if (here === '\\') at++;
      else if (here === sign && depth === 0) return at;
      else if (here === '{') depth++;
      else if (here === '}') depth--;
      if (depth < 0) {
        runsOn = /[,\n]\s*[A-Za-z]+\s*=/.test(this.text.slice(from, at));
        break;
      }
    }
    const quoted = sign === '"';
    throw this.broken(
      opened,
      opened + 1,
      name
        ? quoted && depth < 0 && !runsOn
          ? `A brace is closed in the field ${name} that was never opened`
          : `The ${quoted ? 'quotation mark' : 'brace'} that opens the field ${name} is not closed`
        : 'The brace is not closed',
      quoted ? `Write the value in braces: ${name} = {…},` : 'Count the braces of the field: each { has its }.',
    );
  }

  private noComma(last: RawField): void {
    const fault = (found: string, fix: string) => ({ from: last.to, to: last.to + 1, found, fix });
    const rest = this.text.slice(this.at, this.end);
    if (/^[A-Za-z_][\w:+.-]*\s*=/.test(rest)) {
      const comma = this.at - (/\s*$/.exec(this.text.slice(Math.max(0, this.at - 200), this.at))?.[0].length ?? 0);
      this.faults.push({
        ...fault(`No comma stands behind the field ${last.name}`, 'Write one; the entry is read anyway.'),
        comma,
      });
      return;
    }
    throw new Broken(
      fault(
        `Something stands behind the value of the field ${last.name}`,
        'Look for a brace or a quotation mark inside the value, which closes it too early.',
      ),
    );
  }

  private space(): void {
    for (; this.at < this.end; this.at++) {
      const here = this.text[this.at] as string;
      if (here === '%') this.at = Math.min(this.lineEnd(this.at), this.end) - 1;
      else if (!/\s/.test(here)) return;
    }
  }

  private start(): number {
    return this.text.lastIndexOf('@', this.from);
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end;
  }

  private broken(from: number, to: number, found: string, fix: string): Broken {
    return new Broken({ from, to, found, fix });
  }
}
