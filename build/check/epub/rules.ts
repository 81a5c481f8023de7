import type { EpubRule } from './finding.ts';
import { checkAlternatives } from './rules/alternatives.ts';
import { checkClasses } from './rules/classes.ts';
import { checkContents } from './rules/contents.ts';
import { checkHeadings } from './rules/headings.ts';
import { checkHtml } from './rules/html.ts';
import { checkIds } from './rules/ids.ts';
import { checkLanguages } from './rules/languages.ts';
import { checkMetadata } from './rules/metadata.ts';
import { checkNotes } from './rules/notes.ts';
import { checkOrder } from './rules/order.ts';
import { checkPageList } from './rules/page-list.ts';
import { checkPictures } from './rules/pictures.ts';
import { checkRoles } from './rules/roles.ts';

/** What the validator that needs no Java does not see. */
export const epubRules: readonly EpubRule[] = [
  checkHtml,
  checkRoles,
  checkLanguages,
  checkAlternatives,
  checkPictures,
  checkHeadings,
  checkIds,
  checkClasses,
  checkNotes,
  checkContents,
  checkOrder,
  checkPageList,
  checkMetadata,
];
