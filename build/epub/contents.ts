import type { ElementContent } from 'hast';
import { articleFile } from '../issue/ids.ts';
import type { Article, Heading, Issue, Phrase } from '../issue/model.ts';
import { classesOf } from '../reflow/class-names.ts';
import type { Terms } from '../theme/terms.ts';
import { toXhtml } from '../theme/xhtml.ts';

/** An entry of the contents. */
export interface ContentsEntry {
  /** The entry in XHTML, and its plain words. */
  xhtml: string;
  text: string;
  /** The address it leads to. A section has none: it begins with its first article. */
  href?: string;
  /** The language, where it is not the journal's. */
  lang?: string;
  authors?: string[];
  kind: 'matter' | 'section' | 'article' | 'heading';
  entries: ContentsEntry[];
}

/**
 * The contents of an issue, or of one article of it, in the order of the book. Articles have their headings, two levels
 * deep.
 */
export function contentsOf(issue: Issue, words: Terms, only?: Article): ContentsEntry[] {
  const matter = (word: string | undefined, href: string): ContentsEntry => ({
    xhtml: word ?? '',
    text: word ?? '',
    href,
    kind: 'matter',
    entries: [],
  });
  const sections = issue.sections.flatMap(({ title, articles }): ContentsEntry[] => {
    const entries = articles.map((article) => articleEntry(article, issue));
    return title ? [{ ...lineOf(title), kind: 'section', entries }] : entries;
  });
  if (only) return [articleEntry(only, issue), matter(words.colophon, 'colophon.xhtml')];
  const indexes = (issue.indexes ?? []).map(({ id }) => matter(words[id], `${id}.xhtml`));
  return [matter(words.masthead, 'masthead.xhtml'), ...sections, ...indexes, matter(words.colophon, 'colophon.xhtml')];
}

function articleEntry(article: Article, issue: Issue): ContentsEntry {
  const path = articleFile(article.id);
  return {
    ...lineOf(article.title),
    href: path,
    ...(article.lang === issue.journal.lang ? {} : { lang: article.lang }),
    authors: article.front.authors.map(({ name }) => name),
    kind: 'article',
    entries: headingEntries(article.headings, path),
  };
}

/** Entries for headings of the second level, with those of the third within them. */
function headingEntries(headings: readonly Heading[], path: string): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  for (const { id, level, title } of headings) {
    if (level > 3) continue;
    const entry: ContentsEntry = { ...lineOf(title), href: `${path}#${id}`, kind: 'heading', entries: [] };
    const above = level === 3 ? entries.at(-1) : undefined;
    (above?.entries ?? entries).push(entry);
  }
  return entries;
}

function lineOf({ tree, text }: Phrase): Pick<ContentsEntry, 'xhtml' | 'text'> {
  return { xhtml: toXhtml(plainLine(tree)), text };
}

/**
 * A title for an entry, which is a link itself: without links and calls, and without ids, because an id may occur only
 * once.
 */
function plainLine(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (classesOf(node).includes('call')) return [];
    const children = plainLine(node.children);
    if (node.tagName === 'a') return children;
    const { id: _id, ...properties } = node.properties;
    return [{ ...node, properties, children }];
  });
}
