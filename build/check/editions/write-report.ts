import { join } from 'node:path';
import { type Rule, rules } from '../../diagnostics/rules.ts';
import { writeAside } from '../../disk/write-aside.ts';
import { reportName } from '../../dist/manifest.ts';
import { issueLine } from '../../issue/issue-line.ts';
import type { Issue } from '../../issue/model.ts';
import { asWritten, type Speak } from '../../messages/speak.ts';
import { termsFor } from '../../theme/terms.ts';
import type { Theme } from '../../theme/theme.ts';
import type { CheckedFile } from './checked.ts';
import type { FinishedEditions } from './read-editions.ts';

/**
 * Writes the preflight report beside the editions: a page that an editor can read, print and send to the printer. It
 * has no date: the same editions give the same report, in the language that `speak` speaks. Returns its path. Throws
 * TemplateError.
 */
export async function writeReport(
  { finished, checked }: { finished: FinishedEditions; checked: readonly CheckedFile[] },
  issue: Issue,
  { templates, terms }: Theme,
  { lang, speak }: { lang: string; speak: Speak } = { lang: 'en', speak: asWritten },
): Promise<string> {
  const files = checked.map((file) => ({
    ...file,
    failed: file.clauses.filter(({ state }) => state === 'failed'),
    passed: file.clauses.filter(({ state }) => state === 'passed'),
    skipped: file.clauses.filter(({ state }) => state === 'skipped'),
  }));
  const notes = finished.reported.flatMap((file) =>
    file.messages
      .filter(({ ruleId }) => ruleId === 'edition-whole' || ruleId === 'edition-current')
      .map(({ reason, note }) => ({ file: file.basename, found: reason, fix: note })),
  );
  const html = await templates.render('preflight.html.ejs', {
    title: `${issue.journal.title}, ${issueLine(issue, termsFor(terms, issue.journal.lang)).short}`,
    lang,
    speak,
    files,
    notes,
    rules: rules as Record<string, Rule>,
  });
  const path = join(finished.folder, reportName);
  await writeAside(path, html);
  return path;
}
