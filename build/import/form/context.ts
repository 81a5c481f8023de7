import type { Doubt, Imported } from '../imported.ts';
import type { FormWords } from './form-words.ts';

/** The input of recognition by form. */
export interface FormContext {
  imported: Imported;
  words: FormWords;
  lang: string;
  decided(rule: Doubt['rule'], words: string): string | undefined;
}
