import type { Repository } from '../disk/repository.ts';
import { openTemplates, type Templates } from './templates.ts';
import { readTerms, type TermsBook } from './terms.ts';

/** The look and the words of a journal: its templates and the house's words in each language. */
export interface Theme {
  templates: Templates;
  terms: TermsBook;
}

/** Opens the theme of a repository: the journal's own where it has it, else Offprint's. Throws TemplateError. */
export async function openTheme(repository: Repository): Promise<Theme> {
  return { templates: openTemplates(repository), terms: await readTerms(repository) };
}
