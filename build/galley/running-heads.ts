import type { AtRule } from 'postcss';
import { articlePages } from '../issue/ids.ts';
import { issueLine } from '../issue/issue-line.ts';
import type { Article, Issue } from '../issue/model.ts';
import { points } from '../styles/lengths.ts';
import { parsedSheet } from '../styles/parsed.ts';
import { textWidthOf } from '../styles/reckon.ts';
import { tokenDeclarations } from '../styles/tokens.ts';
import type { Terms } from '../theme/terms.ts';

/** A running head has one line; a longer title is cut at a word. In letters. */
const longest = 64;

/** The possible running heads of an article’s pages, by the words that styles have for them; `none` for nothing. */
export type Heads = Record<'title' | 'journal' | 'author' | 'section' | 'none', string>;

/**
 * The pages of each article: every `@page article` rule of the style again under the name that its pages have, with the
 * article's words for var(--running-title), var(--running-left) and so on; and without, under that of the page on which
 * the article opens.
 */
export function runningHeads(issue: Issue, css: string, words: Terms): string {
  const rulesOf = pageRules(css);
  const room = headRoom(css);
  return issue.articles
    .flatMap((article) => [
      rulesOf('article', articlePages(article.id).rest, headsOf(issue, article, words, room)),
      rulesOf('article', articlePages(article.id).first, sameHeads('')),
    ])
    .join('\n');
}

/** The running heads of an article; `width` is how many letters there is room for. */
export function headsOf(issue: Issue, article: Article, words: Terms, width = longest): Heads {
  const { front, title } = article;
  const room = Math.min(width, longest);
  const issueShort = issueLine(issue, words).short;
  const [long, short] = [issue.journal.title, issue.journal.short].map((name) => `${name}\u00a0 · \u00a0${issueShort}`);
  return {
    title: shorten(front['short-title'] ?? title.text, room),
    journal: (long ?? '').length <= width ? (long ?? '') : shorten(short ?? '', width),
    author: authorsOf(article, words, room),
    section: shorten(issue.sections.find(({ articles }) => articles.includes(article))?.title?.text ?? '', room),
    none: '',
  };
}

/** The same words at the head of every page, whatever else a style has there. */
export function sameHeads(text: string): Heads {
  return { title: text, journal: text, author: text, section: text, none: text };
}

/** The number of letters for which a running head has room, by the measures of a stylesheet. */
export function headRoom(css: string): number {
  const tokens = new Map([...tokenDeclarations(parsedSheet(css))].map(([name, { value }]) => [name, value]));
  const width = textWidthOf(tokens);
  const size = points(tokens.get('--label-size'));
  // Letters of a sans are half an em wide, a little more with their spacing.
  return width === undefined || !size ? longest : Math.max(12, Math.floor(width / (size * 0.56)));
}

/**
 * Gives the `@page` rules that a style has for the pages of a name again, for those of another name that have such
 * heads.
 */
export function pageRules(css: string): (of: string, name: string, heads: Heads) => string {
  const sheet = parsedSheet(css);
  const all = sheet.nodes.filter((node): node is AtRule => node.type === 'atrule' && node.name === 'page');
  const sides = tokenDeclarations(sheet);
  const wordFor = (which: string): string => sides.get(`--running-${which}`)?.value.trim() ?? which;
  return (of, name, heads) =>
    all
      .filter(({ params }) => params.startsWith(of) && /^(?!\w)/.test(params.slice(of.length)))
      .map((pattern) => {
        const rule = pattern.clone({ params: `${name}${pattern.params.slice(of.length)}` });
        rule.walkDecls((declaration) => {
          declaration.value = declaration.value.replace(/var\(--running-(\w+)\)/g, (_, which: string) =>
            quote(heads[wordFor(which) as keyof Heads] ?? ''),
          );
        });
        return rule.toString();
      })
      .join('\n');
}

/** The authors in one line: both of two, the first of more, where there is room. */
function authorsOf({ front }: Article, words: Terms, room: number): string {
  const names = front.authors.map(({ name }) => name);
  const all = names.length === 2 ? names.join(` ${words.and} `) : (names[0] ?? '');
  if (names.length <= 2 && all.length <= room) return all;
  const first = names.length === 1 ? (names[0] ?? '') : `${names[0]} ${words['and-others']}`;
  return shorten(first, room);
}

/** Cuts a title to one line: at its colon if that leaves enough, else after a word. */
function shorten(title: string, room: number): string {
  if (title.length <= room) return title;
  const main = /^(.{12,}?)[:.?!]\s/.exec(title)?.[1];
  if (main && main.length <= room) return main;
  return `${title.slice(0, room).replace(/[\s,;:–—-]+\S*$/, '')} …`;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\s*\n\s*/g, ' ')}"`;
}
