import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { reportKinds } from '../../diagnostics/report.ts';
import { readAlerts } from './alerts.ts';
import { readBlockAttributes } from './block-attributes.ts';
import { readDefinitionLists } from './definition-lists.ts';
import { findHandNotes } from './hand-notes.ts';
import { readInnerHeadings } from './inner-headings.ts';
import { readLeftovers, readRules } from './leftovers.ts';
import { readSignedLists } from './signed-lists.ts';
import { readSources } from './sources.ts';
import { readTasks } from './tasks.ts';
import { readVerse } from './verse.ts';

/** Reads blocks that Markdown does not know, or knows as something else, each by a function of its own. What was mended in the source is told here. */
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
    readSources(tree, file);
    const verse = readVerse(tree, file);
    reportKinds(file, [
      ...notices,
      ...handNotes,
      ...rules,
      ...verse,
      ...readInnerHeadings(tree, file),
      ...readLeftovers(tree),
    ]);
  };
}
