import type { Root } from 'mdast';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { Terms } from '../theme/terms.ts';
import { readDirectives } from './constructs/blocks/read.ts';
import { readForeignCitations } from './constructs/citations/foreign.ts';
import { readCitations } from './constructs/citations/read.ts';
import { readChunks } from './constructs/code/chunks.ts';
import { checkCode } from './constructs/code/read.ts';
import { readCrossReferences } from './constructs/cross-references/read.ts';
import { readFigures } from './constructs/figures/read.ts';
import { readWrittenAttributes } from './constructs/figures/written-attributes.ts';
import { readFormulas } from './constructs/formulas/read.ts';
import { readHeadings } from './constructs/headings/read.ts';
import { readForeignIndexMarks } from './constructs/index-marks/foreign.ts';
import { resolveDefinitions } from './constructs/links/addresses.ts';
import { checkLinks } from './constructs/links/read.ts';
import { readListings } from './constructs/listings/read.ts';
import { checkNotes } from './constructs/notes/check.ts';
import { closeCalls } from './constructs/notes/close-calls.ts';
import { gatherNotes } from './constructs/notes/gather.ts';
import { plainElements } from './constructs/raw-html/plain-elements.ts';
import { sanitiseHtml } from './constructs/raw-html/read.ts';
import { readBlocks } from './constructs/read-blocks.ts';
import { markSpans } from './constructs/spans/read.ts';
import { readScripts } from './constructs/spans/scripts.ts';
import { readTables } from './constructs/tables/read.ts';
import { readTexNames } from './constructs/text/tex-names.ts';
import { reportDialects } from './dialects/report-dialects.ts';
import { numberCaptions } from './numbering/captions.ts';
import { giveIds } from './numbering/ids.ts';

/**
 * Reads an article’s conventions from its Markdown, and returns the manuscript’s tree (`tree.ts`). Each plug-in knows
 * one convention. Their order matters: texts first, then blocks. `lang` is the article’s.
 */
export function readTree(tree: Root, file: VFile, terms: Terms): Root {
  return unified()
    .use(readWrittenAttributes)
    .use(readFormulas)
    .use(readCitations)
    .use(readForeignCitations)
    .use(checkNotes)
    .use(checkCode)
    .use(readChunks)
    .use(readBlocks)
    .use(resolveDefinitions)
    .use(readCrossReferences)
    .use(readForeignIndexMarks)
    .use(checkLinks)
    .use(readDirectives, terms)
    .use(sanitiseHtml)
    .use(readScripts)
    .use(markSpans)
    .use(closeCalls)
    .use(readFigures)
    .use(readTables)
    .use(readListings)
    .use(readHeadings)
    .use(readTexNames)
    .use(reportDialects)
    .use(gatherNotes)
    .use(plainElements)
    .runSync(tree, file) as Root;
}

/** Gives ids to headings, and numbers to captions. `lang` is the article’s. */
export function numberTree(tree: Root, file: VFile, lang: string, terms: Terms): Root {
  return unified().use(giveIds, lang).use(numberCaptions, terms).runSync(tree, file) as Root;
}
