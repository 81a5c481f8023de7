import type { Root } from 'mdast';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { Terms } from '../theme/terms.ts';
import { readBlocks } from './blocks/read-blocks.ts';
import { checkNotes } from './check-notes.ts';
import { closeCalls } from './close-calls.ts';
import { checkCode } from './code.ts';
import { readCrossReferences } from './cross-references.ts';
import { resolveDefinitions } from './definitions.ts';
import { readDirectives } from './directives.ts';
import { readFigures } from './figures.ts';
import { gatherNotes } from './gather-notes.ts';
import { readHeadings } from './headings.ts';
import { giveIds } from './ids.ts';
import { checkLinks } from './links.ts';
import { numberCaptions } from './number-captions.ts';
import { plainElements } from './plain-elements.ts';
import { sanitiseHtml } from './raw-html.ts';
import { readScripts } from './scripts.ts';
import { markSpans } from './spans.ts';
import { readTables } from './tables.ts';
import { tellDialects } from './tell-dialects.ts';

/**
 * The manuscript’s tree (`tree.ts`): an article’s conventions read out of its Markdown. Each plug-in knows one. The order matters: texts
 * first, then blocks. `lang` is the article’s.
 */
export function readTree(tree: Root, file: VFile, terms: Terms): Root {
  return unified()
    .use(checkNotes)
    .use(checkCode)
    .use(readBlocks)
    .use(resolveDefinitions)
    .use(readCrossReferences)
    .use(checkLinks)
    .use(readDirectives, terms)
    .use(sanitiseHtml)
    .use(readScripts)
    .use(markSpans)
    .use(closeCalls)
    .use(readFigures)
    .use(readTables)
    .use(readHeadings)
    .use(tellDialects)
    .use(gatherNotes)
    .use(plainElements)
    .runSync(tree, file) as Root;
}

/** Gives headings their ids, and captions their numbers. `lang` is the article’s. */
export function numberTree(tree: Root, file: VFile, lang: string, terms: Terms): Root {
  return unified().use(giveIds, lang).use(numberCaptions, terms).runSync(tree, file) as Root;
}
