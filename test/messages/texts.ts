/** A text that code can make: letters that stand in the code, and what is put between them. */
export type Text = readonly Piece[];
export type Piece = string | Slot | Choice;

/** A place for a value, with the texts of the code that can come there. */
export interface Slot {
  texts: Text[];
}

/** One of several texts, as the code decides. */
export interface Choice {
  of: Text[];
}

/** A text as the table of messages has it: slots are numbered in their order. */
export function patternOf(text: Text): string {
  let count = 0;
  const write = (pieces: Text): string =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const number = ++count;
        if ('of' in piece) return `{${number}?${piece.of.map(write).join('|')}}`;
        return `{${number}}`;
      })
      .join('');
  return write(text);
}

/** True if there is something in a text that can be translated. */
export function hasWords(text: Text): boolean {
  return text.some((piece) => {
    if (typeof piece === 'string') return /\p{L}/u.test(piece);
    return 'of' in piece ? piece.of.some(hasWords) : piece.texts.length > 0;
  });
}

/** True for words, and false for names: keys, tags, paths, ids. */
export function isPhrase(text: Text): boolean {
  const letters = lettersOf(text);
  if (/[^\P{Cc}\n]/u.test(letters)) return false;
  if (!/\p{L}{2}/u.test(letters.replace(/[<`"][^>`"]*[>`"]/g, '')))
    return /\p{L}/u.test(letters) && /^\p{L}$/u.test(letters) === false && /\s\p{L}/u.test(letters);
  return /\s/.test(letters.trim()) || /^["“]?\p{Lu}?\p{Ll}+[.,:;!?”"]?$/u.test(letters.trim());
}

/** True for words that are joined by signs alone: `{1}: {2}`. */
export function isJoint(text: Text): boolean {
  return /[ “]/.test(lettersOf(text).trim()) && wordsIn(text).length > 0;
}

/** The letters of a text that stand in the code. */
function lettersOf(text: Text): string {
  return text
    .map((piece) => (typeof piece === 'string' ? piece : 'of' in piece ? piece.of.map(lettersOf).join(' ') : '0'))
    .join('');
}

/** The texts of the code that can come to slots, by the numbers of these. */
export function wordsIn(text: Text): [number, string[]][] {
  let count = 0;
  const search = (pieces: Text): [number, string[]][] =>
    pieces.flatMap((piece): [number, string[]][] => {
      if (typeof piece === 'string') return [];
      const number = ++count;
      return 'of' in piece
        ? piece.of.flatMap(search)
        : [[number, piece.texts.filter((one) => isPhrase(one) || isJoint(one)).map(patternOf)]];
    });
  return search(text).filter(([, texts]) => texts.length > 0);
}

/** Pieces as a text, with letters that stand side by side as one piece. */
export function joined(pieces: readonly Piece[]): Text {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') found[found.length - 1] = last + piece;
    else if (piece !== '') found.push(piece);
  }
  return found;
}

/** Texts, each once. */
export function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [patternOf(text), text])).values()];
}
