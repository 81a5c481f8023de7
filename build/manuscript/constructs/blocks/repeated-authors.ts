import type { Nodes, PhrasingContent, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** The way in which entries of a bibliography say an author who is also that of the entry above. */
export type RepeatedAuthors = 'name' | 'dash';

/** An entry without the author with whom it begins, from the sign behind the name on. */
interface WithoutAuthor {
  author: string;
  rest: PhrasingContent[];
}

/**
 * For each entry of a bibliography, the entry without its author if the one above has the same; undefined for others,
 * and where the author is not sure.
 */
export function repeatedAuthors(entries: readonly (readonly PhrasingContent[])[]): (WithoutAuthor | undefined)[] {
  const all = entries.map(withoutAuthor);
  return all.map((one, i) => (one && nameOf(one) === nameOf(all[i - 1]) ? one : undefined));
}

/** The name without its last stop, which belongs to the entry as often as to an initial. */
function nameOf(one: WithoutAuthor | undefined): string | undefined {
  return one?.author.replace(/\.$/, '');
}

function withoutAuthor([first, ...rest]: readonly PhrasingContent[]): WithoutAuthor | undefined {
  // A name with a look of its own, such as small capitals, is the author.
  if (first?.type === 'span' || first?.type === 'strong') {
    const [, author = '', sign = ''] = /^(.*?)([.,:]?)$/u.exec(textOf(first).trim()) ?? [];
    const mark: Text[] = sign ? [{ type: 'text', value: sign }] : [];
    return author.length < mostLetters ? { author, rest: [...mark, ...rest] } : undefined;
  }
  if (first?.type !== 'text') return undefined;
  const next = rest[0];
  const author = authorIn(first.value, next !== undefined && isTitle(next))?.replace(/[.,:]$/, '');
  if (!author) return undefined;
  // Before a year in brackets, the full stop is that of an initial.
  const value = first.value.slice(author.length).replace(/^\. (?=\()/, ' ');
  return { author, rest: value ? [{ ...first, value }, ...rest] : rest };
}

/** The author at the head of an entry, with the sign that ends it; undefined if that is not sure. */
function authorIn(text: string, isBeforeTitle: boolean): string | undefined {
  const dated = /^(.{3,}?)(?:,? ?\(|[.,] )(?=(?:1[4-9]|20)\d\d[a-z]?(?![\d–-]))/u.exec(text);
  const quoted = /^(.{3,}?[.,:]) (?=["“„«‘'])/u.exec(text);
  const initials = /^\p{Lu}[\p{L}\p{M}’'-]+,? (?:\p{Lu}\.[ -]?){1,3}(?=\p{Lu}[\p{Ll}\s])/u.exec(text);
  const plain = isBeforeTitle && /[.,:]\s*$/.test(text) ? text : undefined;
  const found = [dated?.[1], quoted?.[1], initials?.[0].trimEnd(), plain?.trimEnd()]
    .filter((one) => one !== undefined)
    .sort((a, b) => a.length - b.length)[0];
  return found !== undefined && found.length < mostLetters && /^\p{L}/u.test(found) ? found : undefined;
}

/** Longer than this, it is more than authors. */
const mostLetters = 120;

function isTitle({ type }: Nodes): boolean {
  return type === 'emphasis' || type === 'link';
}
