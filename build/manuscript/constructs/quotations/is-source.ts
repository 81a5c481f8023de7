import type { PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** A dash at the head of a source. */
export const dash = /^(?:-{2,3}|[—–―])[ \t\u00a0]*(?=\S|$)/;

/** True if words name a title, a year or a page, or have a link. */
export function isCited(children: readonly PhrasingContent[]): boolean {
  return children.some((child) => child.type === 'emphasis' || child.type === 'link' || /\d/.test(textOf(child)));
}

/**
 * True if words can be a source: they are few, and begin like a name or a title, or with an abbreviation. Letters of
 * scripts without capitals may begin either.
 */
export function canBeSource(text: string): boolean {
  return (
    text.length <= 200 &&
    text.length >= 2 &&
    !/[?!…:;]$/.test(text) &&
    (/^["'“„«‘_*[(]?(?:[\p{Lu}\p{Lo}]|\d+[.,] )/u.test(text) || firstWords.test(text) || abbreviation.test(text))
  );
}

/** The small words with which names and sources begin, in the languages of the house. */
const firstWords =
  /^["'“„«‘]?(?:(?:von|van|ten|zu|zum|zur|aus|nach|de|del|della|di|da|du|des|le|la|les|ibn|from|after|in|з|із|зі|за|из|по)(?![\p{L}\p{M}’'])|(?:[dlo][’']|al-)(?=\p{L}))/u;

/** An abbreviation at the head of a source: о. Феодор, св. Климент, zit. nach Rand, ebd., S. 3. */
const abbreviation = /^\p{Ll}{1,6}\.(?:,|-?\p{Ll}{1,4}\.)? ?[\p{L}\d]/u;

/**
 * True for few words in lower case that end as sources do: with a title, an address, a year or a page behind a comma.
 */
export function isSurelyCited(text: string, rest: readonly PhrasingContent[]): boolean {
  if (text.length > 200 || !/^\p{Ll}/u.test(text)) return false;
  return (
    /,.*\d[\p{L})\]]{0,2}\.?$/u.test(text) || (/,/.test(text) && /^(?:emphasis|link)$/.test(rest.at(-1)?.type ?? ''))
  );
}
