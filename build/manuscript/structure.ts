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
import { readHeadings } from './headings.ts';
import { giveIds } from './ids.ts';
import { readInterviews } from './interview.ts';
import { checkLinks } from './links.ts';
import { numberCaptions } from './number-captions.ts';
import { sanitiseHtml } from './raw-html.ts';
import { readScripts } from './scripts.ts';
import { markSpans } from './spans.ts';
import { readTables } from './tables.ts';
import { tellDialects } from './tell-dialects.ts';

/** Reads an article’s conventions out of its Markdown: each plug-in knows one. The order matters: texts first, then blocks, then numbers. `lang` is the article’s. */
export function structure(tree: Root, file: VFile, lang: string, terms: Terms): Root {
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
    .use(readInterviews)
    .use(readFigures)
    .use(readTables)
    .use(readHeadings)
    .use(tellDialects)
    .use(giveIds, lang)
    .use(numberCaptions, terms)
    .runSync(tree, file) as Root;
}
