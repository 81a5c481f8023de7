import type { EpubRule } from './finding.ts';
import { alternativeRule } from './rules/alternatives.ts';
import { classRule } from './rules/classes.ts';
import { contentsRule } from './rules/contents.ts';
import { headingRule } from './rules/headings.ts';
import { htmlRule } from './rules/html.ts';
import { idRule } from './rules/ids.ts';
import { languageRule } from './rules/languages.ts';
import { metadataRule } from './rules/metadata.ts';
import { noteRule } from './rules/notes.ts';
import { orderRule } from './rules/order.ts';
import { pageListRule } from './rules/page-list.ts';
import { pictureRule } from './rules/pictures.ts';
import { roleRule } from './rules/roles.ts';

/** The checks for faults that the validator without Java does not find. */
export const epubRuleChecks: readonly EpubRule[] = [
  htmlRule,
  roleRule,
  languageRule,
  alternativeRule,
  pictureRule,
  headingRule,
  idRule,
  classRule,
  noteRule,
  contentsRule,
  orderRule,
  pageListRule,
  metadataRule,
];
