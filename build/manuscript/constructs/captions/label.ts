import type { PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** The words and number that an author put before a caption: “Figure 3.”, “Рис. 2 —”. */
export interface CaptionLabel {
  number: string;
  kind: 'figure' | 'table';
  /** The caption without them. */
  children: PhrasingContent[];
}

const names =
  'figures?|figs?|abbildung|abb|bild|рисунок|рис|малюнок|мал|ілюстрація|іл|иллюстрация|илл?|фото|photo|image|illustration|ill|plate|map|карта|схема|' +
  'tables?|tab|табл|ryc(?:ina)?|rys(?:unek)?|obr(?:ázek|ázok)?|figura|figuur|abbildungen|kuva';
/** What a table is called where its caption begins `Table:`. */
export const tableNames = 'table|tabelle|таблиця|таблица|tableau|tabela|tabulka|tabuľka|tabla|tabella|tabel|taulukko';
const label = new RegExp(
  `^\\s*(?:${names}|${tableNames})\\.?[\\s\\u00a0]*(?:№|no\\.?|nr\\.?)?[\\s\\u00a0]*(\\d+(?:[.-]\\d+)*\\p{Ll}?)(?![\\p{L}\\d])`,
  'iu',
);
const ends = /^\s*(?:[.:)|]|[—–-](?=\s|$))\s*/;

/** A caption “Figure 4 A view of the town” has no sign behind its number: a sentence would go on with a small letter. */
const beforeCapital = /^[\s\u00a0]+(?=\p{Lu}\p{L}*[\s\u00a0]+\p{L})/u;

/** A caption’s own label, taken off; undefined where it begins with none, or goes on as a sentence: “Figure 3 shows”. `isCaption` says that the words are a caption whatever they are. */
export function takeLabel(children: readonly PhrasingContent[], isCaption = false): CaptionLabel | undefined {
  const [first, ...rest] = children;
  if (!first) return undefined;
  const text = textOf(first);
  const match = label.exec(text);
  if (!match) return undefined;
  const found = {
    number: match[1] ?? '',
    kind: /^\s*ta[bu]/i.test(text) || /^\s*та/i.test(text) ? ('table' as const) : ('figure' as const),
  };
  const after = text.slice(match[0].length);
  if (first.type === 'text') {
    const end = ends.exec(after) ?? (isCaption ? beforeCapital.exec(after) : undefined);
    if (!end && after.trim() !== '') return undefined;
    const words = after.slice(end?.[0].length ?? 0);
    return { ...found, children: words ? [{ ...first, value: words }, ...rest] : trimmed(rest) };
  }
  if (!('children' in first)) return undefined;
  // A label alone in its bold or italic letters.
  if (after.replace(ends, '').trim() === '') {
    const left = trimmed(rest);
    return { ...found, children: left };
  }
  const inner = takeLabel(first.children as PhrasingContent[], isCaption);
  return inner && { ...found, children: [{ ...first, children: inner.children } as PhrasingContent, ...rest] };
}

function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return [...children];
  const value = first.value.replace(/^[\s\u00a0]*(?:[.:)|]|[—–-]+(?=\s|$))?[\s\u00a0]*/, '');
  return value ? [{ ...first, value }, ...rest] : rest;
}

/** A caption that is italic or bold as a whole, without that: how a caption looks is the style’s. */
export function unwrapped(children: readonly PhrasingContent[]): PhrasingContent[] {
  const said = children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  const [only, ...others] = said;
  return only && others.length === 0 && (only.type === 'emphasis' || only.type === 'strong')
    ? only.children
    : [...children];
}
