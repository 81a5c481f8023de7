import type { Root } from 'mdast';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { Terms } from '../terms.ts';
import { readBlocks } from './blocks/read-blocks.ts';
import { checkNotes } from './check-notes.ts';
import { checkCode } from './code.ts';
import { resolveDefinitions } from './definitions.ts';
import { readDirectives } from './directives.ts';
import { readFigures } from './figures.ts';
import { readHeadings } from './headings.ts';
import { giveIds } from './ids.ts';
import { readInterviews } from './interview.ts';
import { checkLinks } from './links.ts';
import { refuseNotYet } from './not-yet.ts';
import { numberCaptions } from './number-captions.ts';
import { sanitiseHtml } from './raw-html.ts';
import { markSpans } from './spans.ts';
import { readTables } from './tables.ts';

/** Reads an article’s conventions out of its Markdown: each plug-in knows one. The order matters: texts first, then blocks, then numbers. `lang` is the article’s. */
export function structure(tree: Root, file: VFile, lang: string, terms: Terms): Root {
  return unified()
    .use(checkNotes)
    .use(checkCode)
    .use(readBlocks)
    .use(refuseNotYet)
    .use(resolveDefinitions)
    .use(checkLinks)
    .use(readDirectives, terms)
    .use(sanitiseHtml)
    .use(markSpans)
    .use(readInterviews)
    .use(readFigures)
    .use(readTables)
    .use(readHeadings)
    .use(giveIds, lang)
    .use(numberCaptions, terms)
    .runSync(tree, file) as Root;
}
