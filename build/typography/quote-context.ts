import { opaque } from './inline-run.ts';

/**
 * The characters around a quotation mark, beyond other marks beside it: marks that begin or end together are read
 * together.
 */
export interface QuoteContext {
  left: string;
  right: string;
}

/** A space represents the beginning or end of a text. */
export function contextOf(text: string, at: number): QuoteContext {
  let [from, to] = [at - 1, at + 1];
  while (isMark(text[from])) from--;
  while (isMark(text[to])) to++;
  const right = (text.startsWith('...', to) ? '…' : text[to]) ?? ' ';
  // An elision belongs to the word that follows: l'"Express", dell'"Espresso".
  const isElided = /\p{L}['’]$/u.test(text.slice(Math.max(0, at - 2), at)) && /[\p{L}\d]/u.test(right);
  return { left: isElided ? ' ' : (text[from] ?? ' '), right };
}

/**
 * True if a mark opens. `isOpen` says whether there is a pair that it could close. Between two letters or codes, it
 * closes if it can.
 */
export function opens({ left, right }: QuoteContext, isOpen: boolean): boolean {
  if (isSpace(right)) return false;
  // A closing mark behind a superfluous space, as in "No ", he said.
  if (isSpace(left)) return !(isOpen && /[,;:.?!)\]}]/.test(right));
  if (/[([{¿¡]/.test(left)) return true;
  // After a dash or a slash, as in —“No”, but not in “Wait—”, he said.
  if (/[–—/-]/.test(left)) return !isStop(right);
  return left === opaque && !isOpen && !isStop(right);
}

/** The side of a typed mark, by its surroundings; undefined if these do not decide it. */
export function typedSide({ left, right }: QuoteContext): 'opens' | 'closes' | undefined {
  const [open, shut] = [isSpace(left) || /[([{–—/-]/.test(left), isSpace(right) || isStop(right)];
  return open === shut ? undefined : open ? 'opens' : 'closes';
}

/** True for a sign with which no quotation begins, unless something is left out before it. */
export function isStop(sign: string): boolean {
  return /[,;:.?!)\]}…–—/-]/.test(sign) || sign === opaque;
}

export function isSpace(sign: string): boolean {
  return /\s/.test(sign);
}

function isMark(sign: string | undefined): boolean {
  return sign !== undefined && /["'«»„“”‚‘’‹›]/.test(sign);
}
