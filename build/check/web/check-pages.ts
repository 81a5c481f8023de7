import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toXast } from 'hast-util-to-xast';
import type { VFile } from 'vfile';
import type { Root as XmlRoot } from 'xast';
import type { Cache } from '../../cache/cache.ts';
import { report } from '../../diagnostics/report.ts';
import { webFile } from '../../issue/ids.ts';
import { type BookWords, proveBookWords } from '../epub/prove-words.ts';
import { checkAlone } from './alone.ts';
import { checkPageLinks, idsOf } from './links.ts';
import { movedElement } from './same-tree.ts';

/** A page as it was read. */
export interface ReadPage {
  /** Its path in the folder. */
  name: string;
  file: VFile;
  text: string;
  /** True if it was made of the manuscripts as they are. */
  current?: boolean | undefined;
}

/** The means of checking pages. */
export interface PageSurroundings extends Pick<BookWords, 'issue' | 'terms' | 'folios'> {
  /** The paths of all files of the folder. */
  names: ReadonlySet<string>;
  cache: Cache;
}

/**
 * Checks the pages of an issue on the web: as a browser parses them, one by one, and the links between them; and proves
 * that the words of each article are those of its manuscript.
 */
export async function checkPages(pages: readonly ReadPage[], surroundings: PageSurroundings): Promise<void> {
  const parsed = pages.map((page) => ({ ...page, tree: parseAsBrowser(page) }));
  const ids = new Map(parsed.map(({ name, tree, file }) => [name, idsOf(tree, file)]));
  for (const { name, tree, file, text } of parsed) {
    const moved = movedElement(text, tree);
    if (moved) reportParse(file, moved.line, `they put the element ${moved.name} elsewhere`);
    checkPageLinks(tree, file, { name, ids, names: surroundings.names });
    checkAlone(tree, file);
  }
  const current = parsed.filter((page) => page.current);
  if (current.length === 0) return;
  const { issue, terms, folios, cache } = surroundings;
  // A build of some articles has no pages of the others.
  const articles = issue.articles.filter(({ id }) => current.some(({ name }) => name === webFile(id)));
  const documents = current.map(({ name, text, tree }) => ({
    path: name,
    text,
    tree: () => toXast(tree) as XmlRoot,
  }));
  const words = { issue: { ...issue, articles }, terms, folios, webFile };
  await proveBookWords(documents, words, cache);
}

/** The tree that browsers make of a page; what they would repair is reported. */
function parseAsBrowser({ text, file }: ReadPage): Root {
  return fromHtml(text, { onerror: ({ line, reason }) => reportParse(file, line, reason) });
}

function reportParse(file: VFile, line: number | undefined, reason: string): void {
  report(file, 'web-html', {
    at: line ? { line, column: 1 } : undefined,
    found: `The page is not HTML as browsers read it: ${reason}`,
    expected: 'elements that are open, closed and nested as HTML says',
    fix: 'Where a template of the journal’s own made it, correct that; else please report it with the manuscript.',
  });
}
