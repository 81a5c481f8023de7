import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workingCache } from '../../cache/working-cache.ts';
import type { ComparedEdition } from '../../compare/edition.ts';
import { bytesOfFile, type OutputFiles } from '../../disk/output-files.ts';
import { dressedIssue } from '../../editions/dressed-issue.ts';
import { epub } from '../../editions/epub.ts';
import { screen } from '../../editions/screen.ts';
import type { SetPages } from '../../editions/set-pages.ts';
import { startFinishing } from '../../finishing/finisher.ts';
import { idsIn } from '../../galley/galley.ts';

/**
 * The pages of an issue that was set as an edition to compare: its e-book and its screen PDF, as a build makes them,
 * in a folder of their own. Throws TemplateError.
 */
export async function shownEdition(
  name: string,
  { context, printed, record, style }: SetPages,
  folder: string,
): Promise<ComparedEdition> {
  const { galley, theme, cache } = context;
  const issue = await context.once(dressedIssue);
  const files = filesIn(folder);
  const working = workingCache(cache);
  try {
    const finisher = startFinishing({
      issue,
      terms: theme.terms,
      ids: galley ? idsIn(galley) : new Set(),
      wanted: { screen: true, offprints: false, press: undefined },
      checks: undefined,
      working,
    });
    const [book] = await epub.make(context, files);
    const [pdf] = await screen.make({ ...context, pages: { printed, record, issue, style, finisher } }, files);
    const { citations, files: manuscripts } = context.issue;
    const texts = [...manuscripts, ...(citations?.bibliographies ?? []).map(({ file }) => file)];
    return {
      name,
      book: join(folder, book?.path ?? ''),
      pdf: join(folder, pdf?.path ?? ''),
      record,
      sources: texts.map((file) => ({ path: file.path, text: String(file.value) })),
    };
  } finally {
    await working.close();
  }
}

/** Files of a folder. */
function filesIn(folder: string): OutputFiles {
  return {
    write: async (path, content) => writeFile(join(folder, path), await bytesOfFile(content)),
    read: async () => {
      throw new Error('What was written is not read again');
    },
  };
}
