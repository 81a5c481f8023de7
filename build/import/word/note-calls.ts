import { childrenOf, elements, type Xml } from '../office/xml.ts';
import { textOfRun } from './run-text.ts';
import { isOn } from './styles.ts';

/**
 * The sign that a run has in place of its note's number; undefined if it has none. Whole words are not a sign: somebody
 * made their note by it, and they are words of the text.
 */
export function ownMarkOf(run: Xml): string | undefined {
  if (!run.children.some((one) => typeof one !== 'string' && isOn(one.attributes['w:customMarkFollows'] ?? '0')))
    return undefined;
  const mark = childrenOf(run, 'w:t').map(textOfRun).join('').trim();
  return mark.length <= 3 ? mark : undefined;
}

/** The pieces of a run, with a call that words follow as its mark behind them. */
export function behindWords(pieces: Xml[]): Xml[] {
  const call = pieces.find(({ attributes }) => isOn(attributes['w:customMarkFollows'] ?? '0'));
  return call ? [...pieces.filter((one) => one !== call), call] : pieces;
}

/** The identifier of the note that a call leads to, `footnote 2`: either kind counts for itself. */
export function idOfCall({ name, attributes }: Xml): string {
  return `${name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${attributes['w:id']}`;
}

/** The identifier of the note of the last call in a run; empty if it has none. */
export function lastCall(run: Xml): string {
  const call = elements(run).findLast(({ name }) => /^w:(?:foot|end)noteReference$/.test(name));
  return call ? idOfCall(call) : '';
}
