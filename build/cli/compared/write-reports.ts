import { relative } from 'node:path';
import type { Chrome } from '../../browser/browser.ts';
import type { Comparison } from '../../compare/compare.ts';
import type { Stage } from '../../diagnostics/stage.ts';
import { writeAside } from '../../disk/write-aside.ts';
import { spoken, terminalLanguage } from '../spoken/spoken.ts';
import type { CompareOptions } from './compare-command.ts';

/** Writes the reports that are asked for beside the text; a notice without a file goes to standard output. */
export async function writeReports(
  comparison: Comparison,
  { html, notice, quiet }: CompareOptions,
  { chrome, stage }: { chrome: () => Promise<Chrome>; stage: Stage },
): Promise<void> {
  const write = async (path: string, text: string): Promise<void> => {
    await writeAside(path, text);
    if (!quiet) process.stderr.write(`${spoken(`made ${relative('.', path)}`)}\n`);
  };
  if (notice !== undefined) {
    const { correctionNotice } = await import('../../compare/report/notice.ts');
    const text = await correctionNotice(comparison, spoken);
    if (notice === true) process.stdout.write(text);
    else await write(notice, text);
  }
  if (html !== undefined) {
    const { htmlReport } = await import('../../compare/report/html-report.ts');
    const report = () => htmlReport(comparison, { chrome, lang: terminalLanguage(), speak: spoken });
    await write(html, await stage('Drawing pages', report));
  }
}
