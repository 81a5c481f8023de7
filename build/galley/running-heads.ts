import postcss, { type AtRule } from 'postcss';
import { issueLine } from '../issue/issue-line.ts';
import type { Issue } from '../issue/model.ts';
import type { Terms } from '../terms.ts';

/** A running head has one line; a longer title is cut at a word. */
const longest = 64;

/**
 * The pages of each article: every `@page article` rule of the style again as `@page a1` and so on, with the article's words for
 * var(--running-title) and var(--running-journal); and as `@page a1-open`, without, for the page on which the article opens.
 */
export function runningHeads(issue: Issue, css: string, words: Terms): string {
  const patterns = patternsIn(css);
  const journal = `${issue.journal.title}\u00a0 · \u00a0${issueLine(issue, words).short}`;
  return issue.articles
    .flatMap((article) => {
      const title = shorten(article.front['short-title'] ?? article.title.text);
      return [
        pagesOf(article.id, { title, journal }, patterns),
        pagesOf(`${article.id}-open`, { title: '', journal: '' }, patterns),
      ];
    })
    .join('\n');
}

/** The rules once more for the pages on which articles open, each with a line at its head where they have none: by the article’s id. */
export function openingHeads(lines: ReadonlyMap<string, string>, css: string): string {
  const patterns = patternsIn(css);
  return [...lines].map(([id, line]) => pagesOf(`${id}-open`, { title: line, journal: line }, patterns)).join('\n');
}

function patternsIn(css: string): AtRule[] {
  return postcss
    .parse(css)
    .nodes.filter((node): node is AtRule => node.type === 'atrule' && node.name === 'page')
    .filter((rule) => /^article\b/.test(rule.params));
}

function pagesOf(name: string, words: Record<'title' | 'journal', string>, patterns: readonly AtRule[]): string {
  const rules = patterns.map((pattern) => {
    const rule = pattern.clone({ params: pattern.params.replace(/^article/, name) });
    rule.walkDecls((declaration) => {
      declaration.value = declaration.value.replace(
        /var\(--running-(title|journal)\)/g,
        (_, which: 'title' | 'journal') => quote(words[which]),
      );
    });
    return rule.toString();
  });
  return rules.join('\n');
}

/** Cuts a title to one line: at its colon if that leaves enough, else after a word. */
function shorten(title: string): string {
  if (title.length <= longest) return title;
  const main = /^(.{12,}?)[:.?!]\s/.exec(title)?.[1];
  if (main && main.length <= longest) return main;
  return `${title.slice(0, longest).replace(/[\s,;:–—-]+\S*$/, '')} …`;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\s*\n\s*/g, ' ')}"`;
}
