import { ideograph } from '../../text/ideographs.ts';
import type { Call, Token } from '../model.ts';

/** The looks and the place of a piece of text, which its words share. */
export interface Surroundings {
  page: string | undefined;
  looks: string;
  link?: string | undefined;
  made?: string | undefined;
}

/** Collects the tokens of a text, piece by piece: a word may go on over the ends of elements. */
export class TokenList {
  readonly tokens: Token[] = [];
  readonly calls: Call[] = [];
  #space = '';
  #open: Token | undefined;

  /** Adds text. */
  add(text: string, around: Surroundings): void {
    for (const [part] of text.matchAll(/[^\S\u00a0\u202f]+|[\u00a0\u202f]+|[^\s\u00a0\u202f]+/g)) {
      if (/^[\s\u00a0\u202f]/.test(part)) this.part(/[\u00a0\u202f]/.exec(part)?.[0] ?? ' ');
      else for (const sign of ideograph.test(part) ? signsOf(part) : [part]) this.#put(sign, around);
    }
  }

  /** Ends a word, as a space or the end of a block does. */
  part(space = ' '): void {
    this.#open = undefined;
    if (this.#space === '' || space !== ' ') this.#space = space;
  }

  /** Adds the call of a note where the text has come to. */
  call(note: string): void {
    const open = this.#open;
    if (open) this.calls.push({ note, after: this.tokens.length - 1, letters: open.text.length });
    else this.calls.push({ note, after: this.tokens.length, letters: 0 });
  }

  /** Adds words that the build made, as one token unless a word stands right before or after them. */
  addMade(text: string, made: string, around: Surroundings): void {
    this.#put(text.replace(/\s+/g, '\u2005'), { ...around, made });
  }

  #put(text: string, { page, looks, link, made }: Surroundings): void {
    const open = this.#open;
    if (open && !ideograph.test(text) && !ideograph.test(open.text)) {
      if (made !== undefined || open.made !== undefined) open.made = (open.made ?? open.text) + (made ?? text);
      open.text += text;
      if (looks !== open.looks) open.looks = [open.looks, looks].filter(Boolean).join('/');
      open.link ??= link;
      return;
    }
    this.#open = {
      text,
      space: this.#space,
      page,
      looks,
      ...(link === undefined ? {} : { link }),
      ...(made === undefined ? {} : { made }),
    };
    this.#space = '';
    this.tokens.push(this.#open);
  }
}

/** Signs of Chinese and Japanese are words by themselves, and others between them stay together. */
function signsOf(text: string): string[] {
  return text.match(new RegExp(`${ideograph.source}|(?:(?!${ideograph.source}).)+`, 'gu')) ?? [text];
}
