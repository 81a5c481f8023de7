import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import type { Decisions } from '../../build/import/decisions.ts';
import { readFormWords } from '../../build/import/form/form-words.ts';
import { importFile, type MadeManuscript } from '../../build/import/import-file.ts';
import { readTerms, termsFor } from '../../build/theme/terms.ts';

const repository = await openRepository(offprintRoot);
const book = await readTerms(repository);
export const words = await readFormWords(repository, book.languages);

/** What a test may say of an import. */
export interface TestOptions {
  ocr?: boolean;
  lang?: string;
  article?: string;
  until?: string;
  changes?: 'accept' | 'reject';
  annotate?: boolean;
  decisions?: Decisions;
  beside?: (path: string) => Uint8Array | undefined;
}

/** Imports a file as the command does, without writing anything; the article is called `article`. */
export function imported(
  name: string,
  bytes: Uint8Array | string,
  { ocr = false, lang = 'en', annotate = false, decisions = { all: [] }, beside, ...options }: TestOptions = {},
): Promise<MadeManuscript> {
  const data = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return importFile(
    { name, bytes: data, beside: beside ?? (() => undefined) },
    {
      lang,
      terms: termsFor(book, lang),
      languages: book.languages,
      words,
      ocr,
      annotate,
      decisions,
      nameOf: () => 'article',
      ...options,
    },
  );
}
