import * as v from 'valibot';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { closestWord } from '../../text/closest-word.ts';
import { bareDoi } from '../../text/identifiers.ts';
import { checkItem } from '../check-item.ts';
import { readDate } from '../dates.ts';
import type { CslDate, CslItem, Reference } from '../item.ts';
import { guessLanguage, languageTag } from '../languages.ts';
import { placesIn } from '../places-in.ts';
import { cslItemTypes } from './item-types.ts';
import { type JsonSpan, memberOf, objectsIn } from './json-places.ts';

const text = v.union([v.string(), v.number()], 'text');
const name = v.looseObject(
  { family: v.optional(text), given: v.optional(text), literal: v.optional(text), suffix: v.optional(text) },
  'a name, with the keys family and given, or literal',
);
const date = v.looseObject(
  {
    'date-parts': v.optional(
      v.array(v.array(v.union([v.number(), v.string()], 'a number'), 'a list of numbers'), 'a list of dates'),
    ),
    raw: v.optional(text),
    literal: v.optional(text),
  },
  'a date, with the key date-parts, raw or literal',
);
const names = v.optional(v.array(name, 'a list of names'));

/** An item of CSL-JSON, as far as it is held to a form. */
const itemSchema = v.looseObject({
  id: v.pipe(text, v.transform(String), v.nonEmpty('an id')),
  type: v.string('a type such as book or article-journal'),
  title: v.optional(text),
  ...Object.fromEntries(
    'author editor translator container-author collection-editor composer director illustrator interviewer recipient reviewed-author'
      .split(' ')
      .map((field) => [field, names]),
  ),
  ...Object.fromEntries(
    ['issued', 'accessed', 'event-date', 'original-date', 'submitted'].map((field) => [field, v.optional(date)]),
  ),
});

/** Reads a file of CSL-JSON: a list of items, or one. A fault costs at most the item that it is in. */
export function readCslJson(file: VFile): Reference[] {
  const source = String(file);
  const place = placesIn(source);
  const { spans, fault } = objectsIn(source);
  if (fault)
    report(file, 'reference-entry', {
      at: place(fault.at, fault.at + 1),
      found: fault.found,
      expected: 'a list of items in brackets: [{"id": "roe2019", "type": "book", …}]',
      fix: 'Export the file again, or look for a comma or a brace that is missing.',
    });
  const references = new Map<string, Reference>();
  for (const span of spans) {
    const reference = readItem(span);
    if (!reference) continue;
    const first = references.get(reference.key);
    if (first)
      report(file, 'reference-once', {
        at: reference.at,
        found: `The id ${reference.key} is taken: line ${first.at.start.line} has it`,
        fix: 'Give one of the two items another id, here and where it is cited.',
      });
    else references.set(reference.key, reference);
  }
  return [...references.values()];

  function readItem({ from, to }: JsonSpan): Reference | undefined {
    const written = source.slice(from, to);
    const at = place(from, to);
    const lost = (found: string, fix: string, where = at, expected?: string): undefined => {
      report(file, 'reference-entry', { at: where, found, fix, ...(expected ? { expected } : {}) });
    };
    let value: unknown;
    try {
      value = JSON.parse(written);
    } catch {
      return lost(
        'An item cannot be read as JSON',
        'Look for a comma, a quotation mark or a brace that is missing in it, or for a comma before a closing brace.',
        { start: at.start, end: place(from + 1).start },
      );
    }
    const result = v.safeParse(itemSchema, value);
    const fieldAt = (field: string) => {
      const found = memberOf(written, field);
      return found ? place(from + found.from, from + found.to) : { start: at.start, end: place(from + 1).start };
    };
    if (!result.success) {
      const [issue] = result.issues;
      const [step] = issue.path ?? [];
      const field = String(step?.key ?? '');
      return lost(
        issue.received === 'undefined' ? `An item has no ${field}` : `The value of ${field} has another form`,
        issue.received === 'undefined' ? `Write it: "${field}": "…".` : 'Correct it; without it the item is left out.',
        fieldAt(field),
        issue.received === 'undefined' ? undefined : issue.message,
      );
    }
    const item = tidied(result.output as CslItem, (field) =>
      report(file, 'reference-date', {
        at: fieldAt(field),
        found: `The date ${field} of ${result.output.id} cannot be understood`,
        expected: '{"date-parts": [[2019, 3, 5]]}',
        fix: 'Write year, month and day as numbers.',
      }),
    );
    if (!cslItemTypes.has(item.type)) {
      const close = closestWord(item.type, [...cslItemTypes]);
      report(file, 'reference-type', {
        at: fieldAt('type'),
        found: `The item ${item.id} is of the type ${item.type}`,
        expected: 'a type of CSL 1.0.2, such as book, chapter, article-journal, thesis, webpage',
        fix: close ? `Did you mean ${close}?` : 'Take the nearest, or document.',
      });
      item.type = 'document';
    }
    checkItem(item, file, fieldAt, 'issued' in result.output);
    return { key: item.id, item, file, at };
  }
}

/** An item in the form that is expected of all: its language as a tag, its dates in parts, its DOI bare. */
function tidied(written: CslItem, onDate: (field: string) => void): CslItem {
  const item: CslItem = { ...written };
  for (const field of ['issued', 'accessed', 'event-date', 'original-date', 'submitted']) {
    const found = item[field];
    if (found === undefined) continue;
    const read = dateOf(found as Record<string, unknown>);
    if (read) item[field] = read;
    else {
      delete item[field];
      onDate(field);
    }
  }
  if (typeof item.title === 'number') item.title = String(item.title);
  if (typeof item.DOI === 'string') item.DOI = bareDoi(item.DOI);
  const said = typeof item.language === 'string' ? languageTag(item.language) : undefined;
  const language =
    said ?? guessLanguage(String(item.title ?? ''), `${item['container-title'] ?? ''} ${item.publisher ?? ''}`);
  if (language) item.language = language;
  else delete item.language;
  return item;
}

function dateOf(written: Record<string, unknown>): CslDate | undefined {
  const { raw, 'date-parts': parts, circa, season, literal } = written;
  const more = {
    ...(circa && circa !== 'false' ? { circa: true } : {}),
    ...(season ? { season: Number(season) } : {}),
  };
  if (Array.isArray(parts)) {
    const numbers = (parts as unknown[][]).map((part) => part.filter((one) => one !== '' && one !== null).map(Number));
    const isRight = numbers.every(
      ([year, month = 1, day = 1]) =>
        Number.isInteger(year) && Number.isInteger(month) && month >= 1 && month <= 24 && day >= 1 && day <= 31,
    );
    return numbers.length > 0 && isRight ? { 'date-parts': numbers, ...more } : undefined;
  }
  if (typeof literal === 'string') return { literal, ...more };
  const read = raw === undefined ? undefined : readDate(String(raw));
  return read && { ...read, ...more };
}
