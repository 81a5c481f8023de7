import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { bareDoi } from '../../text/identifiers.ts';
import { checkItem } from '../check-item.ts';
import { readDate } from '../dates.ts';
import type { CslDate, CslItem, CslName, Reference } from '../item.ts';
import { guessLanguage, languageTag } from '../languages.ts';
import { placesIn } from '../places-in.ts';
import { risTypes } from './types.ts';

/** A line of a record: a tag of two signs and its value, which may run on over lines without a tag. */
interface Line {
  tag: string;
  value: string;
  from: number;
  to: number;
}

/** Reads a file in RIS, as reference managers and catalogues export it. A fault costs at most its record. */
export function readRis(file: VFile): Reference[] {
  const source = String(file);
  const place = placesIn(source);
  const references = new Map<string, Reference>();
  for (const record of recordsOf(source)) {
    const [head] = record.lines;
    const at = place(record.from, record.to);
    const headAt = head ? place(head.from, head.to) : at;
    if (head?.tag !== 'TY') {
      report(file, 'reference-entry', {
        at: headAt,
        found: `A record begins with ${head?.tag ?? 'nothing'}`,
        expected: 'TY  - and the type of the work, such as BOOK or JOUR',
        fix: 'Write that line above it; without it the record is left out.',
      });
      continue;
    }
    if (!record.closed)
      report(file, 'reference-entry', {
        at: headAt,
        found: 'A record does not end',
        expected: 'a line ER  - below its last line',
        fix: 'Write that line; the record is read up to where the next one begins.',
      });
    const item = itemOf(record.lines, (line, why) =>
      report(file, why, {
        at: place(line.from, line.to),
        ...(why === 'reference-type'
          ? {
              found: `The record is of the type ${line.value}`,
              expected: 'a type of RIS, such as BOOK, CHAP, JOUR, THES, ELEC',
              fix: 'Take the nearest, or GEN.',
            }
          : {
              found: `The date ${line.value} cannot be understood`,
              expected: 'a year, or a date such as 2019/03/05/',
              fix: 'Write year, month and day as numbers, with slashes between.',
            }),
      }),
    );
    if (!item.id) {
      report(file, 'reference-entry', {
        at: headAt,
        found: 'A record has no key',
        expected: 'a line such as ID  - roe2019',
        fix: 'Write that line; without a key nothing can cite the record.',
      });
      continue;
    }
    const first = references.get(item.id);
    if (first) {
      report(file, 'reference-once', {
        at: headAt,
        found: `The key ${item.id} is taken: line ${first.at.start.line} has it`,
        fix: 'Give one of the two records another ID, here and where it is cited.',
      });
      continue;
    }
    const placeOf = (field: string): Position => {
      const line = record.lines.find(({ tag }) => (tags[field] ?? []).includes(tag));
      return line ? place(line.from, line.to) : headAt;
    };
    checkItem(
      item,
      file,
      placeOf,
      record.lines.some(({ tag }) => /^(PY|Y1|DA)$/.test(tag)),
    );
    references.set(item.id, { key: item.id, item, file, at });
  }
  return [...references.values()];
}

const tags: Record<string, string[]> = {
  title: ['TI', 'T1', 'CT', 'BT'],
  issued: ['PY', 'Y1', 'DA'],
  DOI: ['DO'],
  ISBN: ['SN'],
  ISSN: ['SN'],
};

interface RisRecord {
  lines: Line[];
  from: number;
  to: number;
  closed: boolean;
}

function recordsOf(source: string): RisRecord[] {
  const records: RisRecord[] = [];
  let open: RisRecord | undefined;
  for (const { 0: whole, index, groups } of source.matchAll(
    /^(?:(?<tag>[A-Z][A-Z0-9]) {1,2}-(?: |\r?$)(?<value>.*)|.*)$/gm,
  )) {
    const { tag, value = '' } = groups ?? {};
    const to = index + whole.trimEnd().length;
    if (!tag) {
      const last = open?.lines.at(-1);
      if (open && last && whole.trim()) [last.value, last.to, open.to] = [`${last.value} ${whole.trim()}`, to, to];
      continue;
    }
    if (tag === 'ER') {
      if (open) [open.closed, open.to] = [true, to];
      open = undefined;
      continue;
    }
    if (!open || tag === 'TY') {
      open = { lines: [], from: index, to, closed: false };
      records.push(open);
    }
    open.lines.push({ tag, value: value.trim(), from: index, to });
    open.to = to;
  }
  return records;
}

function itemOf(
  lines: readonly Line[],
  fault: (line: Line, rule: 'reference-type' | 'reference-date') => void,
): CslItem {
  const all = (...names: string[]) => lines.filter(({ tag, value }) => names.includes(tag) && value !== '');
  const one = (...names: string[]) => names.flatMap((name) => all(name))[0]?.value;
  const [head] = lines as [Line];
  const type = risTypes[head.value.toUpperCase()];
  if (!type) fault(head, 'reference-type');
  const csl = type ?? 'document';
  const isPart = /^(chapter|paper-conference|entry)/.test(csl);
  const inPeriodical = csl.startsWith('article') || csl === 'periodical';
  const date = (...names: string[]): CslDate | undefined => {
    const [line] = names.flatMap((name) => all(name));
    if (!line) return undefined;
    const read = readRisDate(line.value);
    if (!read) fault(line, 'reference-date');
    return read;
  };
  const names = (...of: string[]): CslName[] | undefined => {
    const found = all(...of).map(({ value }) => nameOf(value));
    return found.length > 0 ? found : undefined;
  };
  const title = one('TI', 'T1', 'CT') ?? (isPart ? undefined : one('BT'));
  const container = one('T2', 'JF', 'JO', 'BT', 'JA');
  const [start, end] = [one('SP'), one('EP')];
  const serial = one('SN');
  const isSerial = serial !== undefined && /^\d{4}-?\d{3}[\dXx]\b/.test(serial);
  const said = one('LA');
  const item: Record<string, unknown> = {
    id: one('ID') ?? '',
    type: csl,
    language: (said && languageTag(said)) ?? guessLanguage(title ?? '', `${container ?? ''} ${one('PB') ?? ''}`),
    title: title?.replace(/\.$/, ''),
    'title-short': one('ST'),
    author: names('AU', 'A1'),
    editor: names('ED') ?? (isPart || csl === 'book' ? names('A2') : undefined),
    translator: names('A4'),
    'container-title':
      container && container !== title && (inPeriodical || isPart || csl === 'webpage') ? container : undefined,
    'container-title-short': one('J2'),
    'collection-title': one('T3') ?? (csl === 'book' || csl === 'thesis' ? one('T2') : undefined),
    issued: date('DA', 'PY', 'Y1'),
    accessed: date('Y2'),
    volume: one('VL'),
    issue: one('IS', 'CP'),
    page: start && end && !start.includes('-') ? `${start}-${end}` : (start ?? undefined),
    edition: one('ET'),
    publisher: one('PB'),
    'publisher-place': one('CY', 'PP'),
    [isSerial ? 'ISSN' : 'ISBN']: serial,
    DOI: one('DO') && bareDoi(one('DO') as string),
    URL: one('UR'),
    genre: csl === 'thesis' ? one('M3') : undefined,
    note: one('N1'),
  };
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== undefined && value !== null),
  ) as CslItem;
}

/** `2019`, `2019/03/05/`, `2019/03//Spring`. */
function readRisDate(value: string): CslDate | undefined {
  const [year = '', month = '', day = ''] = value.split('/').map((part) => part.trim());
  if (!/^\d{3,4}$/.test(year)) return readDate(value);
  return readDate([year, ...(month ? [month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])] : [])].join('-'));
}

/** `Roe, Ann`, `Roe, Ann, Jr.`; without a comma it is not taken apart. */
function nameOf(value: string): CslName {
  const [family = '', given, suffix] = value.split(',').map((part) => part.trim());
  if (!given) return { literal: family };
  return { family, given, ...(suffix ? { suffix } : {}) };
}
