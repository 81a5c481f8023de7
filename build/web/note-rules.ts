import type { Issue } from '../issue/model.ts';

/** The greatest numbers of notes in the articles of an issue: of those that are counted, and of those with signs. */
export interface NoteCounts {
  counted: number;
  signed: number;
}

/**
 * The rules that put notes beside their calls on a wide screen: each note begins on the line of its first call, or
 * below the note before it. Notes are told apart by the ends of their ids, as `note-2` and `call-2`; those to title and
 * authors have signs, `note-s1`. The stylesheet says where this holds; without it, notes stand at the end of the text.
 */
export function noteRules({ counted, signed }: NoteCounts): string {
  const signs = Array.from({ length: signed }, (_, i) => `s${i + 1}`);
  const numbers = Array.from({ length: counted }, (_, i) => `${i + 1}`);
  const rule = (name: string, before: readonly string[]) => {
    const line = `calc(anchor(--call-${name} top, 0px) + 0.4rem)`;
    const below = before.map((one) => `calc(anchor(--note-${one} bottom, 0px) + 0.6rem)`);
    const top = below.length > 0 ? `max(${[line, ...below].join(', ')})` : line;
    return (
      `[id$="--call-${name}"] { anchor-name: --call-${name}; }\n` +
      `.note[id$="--note-${name}"] { anchor-name: --note-${name}; top: ${top}; }\n`
    );
  };
  return [
    ...signs.map((name, i) => rule(name, signs.slice(Math.max(0, i - 1), i))),
    // An article may have fewer signs than others.
    ...numbers.map((name, i) => rule(name, i === 0 ? signs : numbers.slice(i - 1, i))),
  ].join('');
}

/** Counts the notes of an issue. */
export function noteCounts({ articles }: Pick<Issue, 'articles'>): NoteCounts {
  const most = (counts: number[]) => Math.max(0, ...counts);
  return {
    counted: most(articles.map(({ notes }) => notes.filter(({ sign }) => sign === undefined).length)),
    signed: most(articles.map(({ notes }) => notes.filter(({ sign }) => sign !== undefined).length)),
  };
}
