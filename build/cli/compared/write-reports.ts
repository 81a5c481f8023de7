import type { Chrome } from '../../browser/browser.ts';
import type { Comparison } from '../../compare/compare.ts';
import type { Stage } from '../../diagnostics/stage.ts';
import type { CompareOptions } from '../compare-command.ts';

/** Writes the reports that are asked for beside the text. */
export async function writeReports(
  _comparison: Comparison,
  _options: CompareOptions,
  _means: { chrome: () => Promise<Chrome>; stage: Stage },
): Promise<void> {}
