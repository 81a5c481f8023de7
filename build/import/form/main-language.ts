import { cyrillicLanguage, scriptIn } from '../../text/script.ts';
import { type AuthorPlace, type Fact, firstWords } from '../imported.ts';
import type { FormInput } from './context.ts';
import { allText } from './opening-blocks.ts';

/** Finds the language of an article that does not tell it: by its small words, its letters, or the journal’s. */
export function findMainLanguage({ imported, lang, words }: FormInput): Fact<string> {
  const text = allText({
    ...imported.tree,
    children: imported.tree.children.filter(({ type }) => type !== 'footnoteDefinition'),
  });
  const at: AuthorPlace = { words: firstWords(text) };
  const script = scriptIn(text);
  const byWords = words.languageOf(text);
  if (byWords) return { value: byWords, confidence: 0.95, at };
  if (script === 'Cyrl') return { value: cyrillicLanguage(text) ?? lang, confidence: 0.7, at };
  return { value: lang, confidence: 0.5, at };
}
