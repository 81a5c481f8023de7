import { typesetText } from '../typography/typeset.ts';

/** A title in a language's quotation marks; marks that stand in it become inner ones. */
export function quoteTitle(title: string, lang: string): string {
  // Typography keeps the marks that an English author typed, so there they are exchanged by hand.
  if (lang.split('-')[0] === 'en') return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
  // «Mot» has spaces inside in French; »Wort« opens with the other mark.
  const plain = title.replace(/(?<=^|[\s([])[«»]\s?|\s?[«»](?=$|[\s.,;:!?)\]])|[«»„“”]/g, '"');
  return typesetText(`"${plain}"`, lang);
}
