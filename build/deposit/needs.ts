import { crossrefNeeds } from './crossref/needs.ts';
import { dataciteNeeds } from './datacite/needs.ts';
import { doajNeeds } from './doaj/needs.ts';
import type { ReportNeeds } from './need.ts';
import { ojsNeeds } from './ojs/needs.ts';
import { pubmedNeeds } from './pubmed/needs.ts';

/** The checks of what each recipient asks for. */
export const needsOf: Readonly<Record<'crossref' | 'doaj' | 'datacite' | 'ojs' | 'pubmed', ReportNeeds>> = {
  crossref: crossrefNeeds,
  doaj: doajNeeds,
  datacite: dataciteNeeds,
  ojs: ojsNeeds,
  pubmed: pubmedNeeds,
};
