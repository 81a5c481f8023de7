import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { reportKinds } from '../../diagnostics/report.ts';
import { readBlockAttributes } from './attributes/below-blocks.ts';
import { readAlerts } from './blocks/alerts.ts';
import { readDefinitionLists } from './definition-lists/read.ts';
import { readInnerHeadings } from './headings/inner.ts';
import { readSignedLists } from './lists/signs.ts';
import { readSpacing } from './lists/spacing.ts';
import { readTasks } from './lists/tasks.ts';
import { findHandNotes } from './notes/by-hand.ts';
import { readSources } from './quotations/read.ts';
import { readLeftovers, readRules } from './rules/read.ts';
import { leaveOutSpacers } from './rules/spacers.ts';
import { readVerse } from './verse/read.ts';

/**
 * Reads blocks that Markdown does not know or reads differently, each by its own function. Reports what was mended in
 * the source.
 */
export function readBlocks() {
  return (tree: Root, file: VFile): void => {
    const notices = [...(tree.data?.mended ?? [])];
    const handNotes = findHandNotes(tree, file);
    readBlockAttributes(tree, file);
    readAlerts(tree, file);
    const rules = readRules(tree, file);
    readSignedLists(tree, file);
    readDefinitionLists(tree, file);
    readTasks(tree, file);
    readSpacing(tree);
    readSources(tree, file);
    const verse = readVerse(tree, file);
    const spacers = leaveOutSpacers(tree);
    reportKinds(file, [
      ...notices,
      ...handNotes,
      ...rules,
      ...verse,
      ...spacers,
      ...readInnerHeadings(tree, file),
      ...readLeftovers(tree),
    ]);
  };
}
