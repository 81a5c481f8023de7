/** The characters that matter where formulas are searched for, by their codes. */
const dollar = 36;
const backslash = 92;
const opening = 123;
const closing = 125;

/** The state of a search for the end of a formula, character by character. */
export interface FormulaScan {
  /** Takes the next character; null at the end of the text. Returns whether the formula goes on, ended, or is none. */
  take(code: number | null): 'more' | 'end' | 'none';
  /** True if the formula began with two dollar signs. */
  readonly isDouble: boolean;
}

/**
 * Scans a formula from behind its first dollar sign. By Pandoc’s rule no space stands inside either of single dollar
 * signs, and no digit behind the second, so that sums of money are left alone; a sum with words behind it is none
 * either. Dollar signs within `\text{…}` belong to it.
 */
export function scanFormula(): FormulaScan {
  let isDouble = false;
  let content = '';
  let isEscaped = false;
  // The level of braces in a command for text, and the word behind the last backslash.
  let depth = 0;
  let word: string | undefined;
  // A dollar sign that may be the last.
  let isClosing = false;
  let isOpen = true;
  return {
    get isDouble() {
      return isDouble;
    },
    take(code) {
      if (isOpen) {
        isOpen = false;
        if (code === dollar) {
          isDouble = true;
          return 'more';
        }
        if (code === null || isSpace(code)) return 'none';
      } else if (isClosing) {
        isClosing = false;
        if (isDouble ? code === dollar : code === null || !isDigit(code))
          return isDouble || isMeant(content) ? 'end' : 'none';
        if (!isDouble) return 'none';
        content += '$';
      }
      if (code === null) return 'none';
      if (isEscaped) {
        isEscaped = false;
        word = isLetter(code) ? String.fromCharCode(code) : undefined;
      } else if (code === backslash) {
        isEscaped = true;
        word = undefined;
      } else if (code === opening) {
        if (depth > 0 || (word !== undefined && textCommand.test(word))) depth++;
        word = undefined;
      } else if (code === closing) {
        if (depth > 0) depth--;
        word = undefined;
      } else if (code === dollar && depth === 0) {
        if (isDouble ? content.trim() === '' : endsInSpace(content)) return 'none';
        isClosing = true;
        return 'more';
      } else word = word !== undefined && isLetter(code) ? word + String.fromCharCode(code) : undefined;
      content += code < 0 ? '\n' : String.fromCharCode(code);
      return content.length > mostCharacters ? 'none' : 'more';
    },
  };
}

/** The end of the formula that begins at a dollar sign of a text; undefined if none begins there. */
export function formulaEnd(text: string, from: number): number | undefined {
  const scan = scanFormula();
  for (let at = from + 1; at <= text.length; at++) {
    const state = scan.take(at < text.length ? text.charCodeAt(at) : null);
    // The second of two dollar signs belongs to the formula, what follows a single one does not.
    if (state === 'end') return scan.isDouble ? at + 1 : at;
    if (state === 'none') return undefined;
  }
  return undefined;
}

/** No formula is longer: a stray dollar sign does not make the parser read the rest of a long paragraph again. */
const mostCharacters = 5000;

const textCommand = /^(?:text[a-z]*|[mhf]box|tag|label)$/;

/** True if a space stands inside the last sign; that of TeX, `\ `, does not count behind a command. */
function endsInSpace(content: string): boolean {
  return /\s$/.test(content) && !(content.endsWith('\\ ') && /\\[A-Za-z]/.test(content));
}

/** True unless a text begins as a sum and goes on with words: `$5 and more than A$`. */
function isMeant(content: string): boolean {
  return !/^[\d.,]+\s*\D/.test(content) || !/\p{L}{2}/u.test(content) || /[\\^_={}+*<>]/.test(content);
}

function isSpace(code: number): boolean {
  return code < 0 || code === 32 || code === 9 || code === 10;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
