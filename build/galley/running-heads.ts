import postcss, { type AtRule } from 'postcss';
import { issueLine } from '../issue/issue-line.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { Terms } from '../terms.ts';

/** A running head has one line; a longer title is cut at a word. */
const longest = 64;

/** What stands at the heads of an article’s pages, for var(--running-title) and var(--running-journal). */
export interface Heads {
  title: string;
  journal: string;
}

/**
 * The pages of each article: every `@page article` rule of the style again as `@page a1` and so on, with the article's words for
 * var(--running-title) and var(--running-journal); and as `@page a1-open`, without, for the page on which the article opens.
 */
export function runningHeads(issue: Issue, css: string, words: Terms): string {
  const rulesOf = pageRules(css);
  return issue.articles
    .flatMap((article) => [
      rulesOf('article', article.id, headsOf(issue, article, words)),
      rulesOf('article', `${article.id}-open`, { title: '', journal: '' }),
    ])
    .join('\n');
}

/** The running heads of an article. */
export function headsOf(issue: Issue, { front, title }: Article, words: Terms): Heads {
  return {
    title: shorten(front['short-title'] ?? title.text),
    journal: `${issue.journal.title}\u00a0 · \u00a0${issueLine(issue, words).short}`,
  };
}

/** Gives the `@page` rules that a style has for the pages of a name again, for those of another name that have such heads. */
export function pageRules(css: string): (of: string, name: string, heads: Heads) => string {
  const all = postcss.parse(css).nodes.filter((node): node is AtRule => node.type === 'atrule' && node.name === 'page');
  return (of, name, heads) =>
    all
      .filter(({ params }) => params.startsWith(of) && /^(?!\w)/.test(params.slice(of.length)))
      .map((pattern) => {
        const rule = pattern.clone({ params: `${name}${pattern.params.slice(of.length)}` });
        rule.walkDecls((declaration) => {
          declaration.value = declaration.value.replace(
            /var\(--running-(title|journal)\)/g,
            (_, which: 'title' | 'journal') => quote(heads[which]),
          );
        });
        return rule.toString();
      })
      .join('\n');
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
