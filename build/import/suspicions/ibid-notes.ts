import type { Root } from 'mdast';
import type { FormWords } from '../form/form-words.ts';
import { type Doubt, firstWords } from '../imported.ts';
import { lineOfTree } from '../words-of-manuscript.ts';
import { placeWithin } from './texts.ts';

/** Notes that begin with “Ibid.” behind a note with no work, or with several: it says nothing, or two things. */
export function ibidNotes(tree: Root, words: FormWords): Doubt[] {
  const doubts: Doubt[] = [];
  let before: string | undefined;
  for (const note of tree.children) {
    if (note.type !== 'footnoteDefinition') continue;
    const text = lineOfTree(note);
    const head = /^[\p{L}\s]{2,12}?(?=[.,;:]|$)/u.exec(text)?.[0] ?? '';
    const isIbid = words.is('ibid', head);
    if (isIbid) {
      const why = before === undefined ? 'no note is before it' : whyNot(before);
      if (why)
        doubts.push({
          rule: 'import-ibid',
          confidence: 0.7,
          at: placeWithin(note, note, text),
          words: firstWords(`${note.label ?? note.identifier}: ${text}`),
          found: `Note ${note.label ?? note.identifier} is “${head}”, and ${why}`,
          fix: 'Ask what it means, and write the work out.',
          node: note,
        });
    }
    // A note that itself says “Ibid.” keeps the work of the one before.
    if (!isIbid) before = text;
  }
  return doubts;
}

/** Why a note is not one that “Ibid.” can mean. */
function whyNot(note: string): string | undefined {
  const years = note.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g) ?? [];
  const hasWork = years.length > 0 || /https?:|["“«„]|\bp\.|\bpp\.|с\.|С\.|S\./u.test(note);
  if (!hasWork) return `the note before it names no work: ${firstWords(note)}`;
  const works = note.split(/;\s+(?=\p{Lu})|\.\s+(?:See also|Cf\.|Див\. також|См\. также|Siehe auch)\s/u);
  const named = works.filter((part) => /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(part));
  return named.length > 1 ? `the note before it names ${named.length} works` : undefined;
}
