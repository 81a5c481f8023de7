import type { Speak } from '../../messages/speak.ts';
import type { ChangePlace, EditionChange } from '../change.ts';

/** The head of a change, in a line: `note 12: changed`. */
export function changeHead(change: EditionChange, speak: Speak): string {
  const { kind, what, name, remark } = change;
  const kindName = speak(kindNames[kind]);
  const named = name ? speak(name) : '';
  if (kind === 'moved') {
    const head = `${named || speak('words')}: ${speak('moved')}`;
    return remark ? `${head} (${speak(remark)})` : head;
  }
  const first = named === '' || kind === 'typography' || kind === 'metadata' ? [kindName, named] : [named];
  const head = `${first.filter(Boolean).join(', ')}: ${whatSaid(what, speak)}`;
  return remark ? `${head} (${speak(remark)})` : head;
}

const kindNames: Readonly<Record<EditionChange['kind'], string>> = {
  metadata: 'metadata',
  order: 'order of articles',
  heading: 'heading',
  words: 'words',
  note: 'note',
  figure: 'figure',
  table: 'table',
  reference: 'reference',
  index: 'index',
  typography: 'typography',
  moved: 'moved',
};

/** What happened, in a word. */
function whatSaid(what: EditionChange['what'], speak: Speak): string {
  if (what === 'added') return speak('added');
  if (what === 'removed') return speak('removed');
  return what === 'moved' ? speak('moved') : speak('changed');
}

/** The places of a change in both editions: `p. 12 manuscripts/2026-1/on-margins.md:14:5 → p. 13 :15:5`. */
export function changePlaces({ places: { before, after } }: EditionChange, speak: Speak): string {
  const [one, other] = [placeOf(before, speak), placeOf(after, speak, before)];
  if (!one || !other) return one || other;
  const whole = placeOf(after, speak);
  // Where a line is known in one of them only, the same page is not said twice.
  if (beginsWith(whole, one)) return whole;
  return beginsWith(one, whole) ? one : `${one} → ${other}`;
}

const beginsWith = (place: string, page: string): boolean => place === page || place.startsWith(`${page} `);

function placeOf({ page, at }: ChangePlace, speak: Speak, beside?: ChangePlace): string {
  const where = page === undefined ? '' : speak(`p. ${page}`);
  const path = at && beside?.at?.path !== at.path ? at.path : '';
  const line = at ? `${path}:${at.line}:${at.column}` : '';
  return [where, line].filter(Boolean).join(' ');
}

/** The words of a change, with a little of what stands around them: `… the [-old-]{+new+} word …`. */
export function wordsOfChange(
  { before, after, around, what, kind }: EditionChange,
  most = 300,
  marks: { removed(text: string): string; added(text: string): string } = plainMarks,
): string {
  const [lead, trail] = around;
  const short = (text: string) => (text.length > most ? `${text.slice(0, most).trimEnd()} …` : text);
  if (what === 'moved' && kind !== 'order') {
    if (before === after) return short(after);
    return `${before} → ${after}`;
  }
  const [old, now] = [short(before), short(after)];
  const middle = [old && marks.removed(old), now && marks.added(now)].filter(Boolean).join(' ');
  return [lead && `… ${lead}`, middle, trail && `${trail} …`].filter(Boolean).join(' ');
}

const plainMarks = { removed: (text: string) => `[-${text}-]`, added: (text: string) => `{+${text}+}` };
