import type { Recipient } from './endpoint.ts';

/** The answer of a server. */
export interface ServerAnswer {
  status: number;
  /** The media type: `text/html`. */
  type: string;
  text: string;
  /** Where it sends those who ask. */
  location?: string | undefined;
}

/** The meaning of an answer, for the user. */
export interface Verdict {
  isTaken: boolean;
  why: string;
}

/** Reads the answer of a recipient’s server. */
export function verdictOf({ status, type, text, location }: ServerAnswer, recipient: Recipient): Verdict {
  const said = wordsOf(text);
  if (status >= 300 && status < 400)
    return no(
      `The server sends elsewhere, to ${hostOf(location)}. Nothing was sent there, since the credentials would go along.`,
    );
  if (status === 401 || status === 403) return no(`The server refuses the credentials (${status}). ${said}`);
  if (status >= 500)
    return no(`The server has a fault of its own (${status}). Try again later; nothing has to be changed. ${said}`);
  if (status >= 400) return no(`The server refuses the data (${status}). ${said}`);
  // The servlet answers in HTML, and by a status of its own in it.
  if (recipient === 'crossref')
    return /success/i.test(said) && !/fail/i.test(said)
      ? { isTaken: true, why: 'Crossref has it in its queue, and sends its report by mail.' }
      : no(`It cannot be told from the answer if it was taken: ${said}`);
  if (type !== 'application/json' && !type.endsWith('+json'))
    return no(`The answer is ${type || 'without a type'}, where JSON was expected: ${said}`);
  return { isTaken: true, why: `The server has it (${status}).` };
}

function no(why: string): Verdict {
  return { isTaken: false, why: why.trim() };
}

/** The first words of an answer, without markup. */
function wordsOf(text: string): string {
  const words = text
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return words.length > 300 ? `${words.slice(0, 300)}…` : words;
}

function hostOf(location: string | undefined): string {
  return location && URL.canParse(location) ? new URL(location).host : 'another address';
}
