import { cyrillicLanguage, scriptIn } from '../../text/script.ts';
import { type AuthorPlace, type Fact, firstWords, type Imported } from '../imported.ts';
import type { FormContext } from './context.ts';
import { allText } from './opening-blocks.ts';

/** The language of the article: by its small words, its letters, or the journal’s. */
export function mainLanguageOf(context: FormContext): Fact<string> {
  const known = languages.get(context.imported) ?? findLanguage(context);
  languages.set(context.imported, known);
  return known;
}

/** The languages of texts that were looked at. */
const languages = new WeakMap<Imported, Fact<string>>();

function findLanguage({ imported, lang, words }: FormContext): Fact<string> {
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
