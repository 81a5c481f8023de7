import type { RootContent } from 'mdast';
import type { Doubt, Fact, Imported } from '../imported.ts';
import type { FormWords } from './form-words.ts';

/** The input of recognition by form. */
export interface FormInput {
  imported: Imported;
  words: FormWords;
  /** The journal’s language. */
  lang: string;
  decided(rule: Doubt['rule'], words: string): string | undefined;
}

/** The input with what is known of the whole text before its parts are looked at. */
export interface FormContext extends FormInput {
  /** The language of the article. */
  language: Fact<string>;
  /** The blocks of a title page, none of which is a heading; empty if the text has none. */
  titlePage: readonly RootContent[];
}
