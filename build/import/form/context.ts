import type { RootContent } from 'mdast';
import type { Doubt, Imported } from '../imported.ts';
import type { FormWords } from './form-words.ts';

/** The input of recognition by form. */
export interface FormContext {
  imported: Imported;
  words: FormWords;
  lang: string;
  /** The blocks of a title page, none of which is a heading. */
  titlePage?: readonly RootContent[];
  decided(rule: Doubt['rule'], words: string): string | undefined;
}
