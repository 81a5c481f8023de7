import type { AtRule } from 'postcss';
import { articlePages } from '../issue/ids.ts';
import { issueLine } from '../issue/issue-line.ts';
import type { Article, Issue } from '../issue/model.ts';
import { textWidthOf } from '../styles/compute-tokens.ts';
import { points } from '../styles/lengths.ts';
import { parsedSheet } from '../styles/parsed.ts';
import { tokenDeclarations } from '../styles/tokens.ts';
import type { Terms } from '../theme/terms.ts';

/** The greatest number of letters in a running head, which has one line: a longer title is cut at a word. */
const maxLetters = 64;

/** The texts for the heads of an article’s pages, by the word that a style has for each; `none` for nothing. */
export type RunningHeads = Record<'title' | 'journal' | 'author' | 'section' | 'none', string>;

/**
 * The `@page` rules of articles: a copy of every `@page article` rule of the style, under the name of the article’s
 * pages and with its words for var(--running-title), var(--running-left) and so on; and one without words, under the
 * name of its opening page.
 */
export function runningHeads(issue: Issue, articles: readonly Article[], css: string, words: Terms): string {
  const rulesOf = copyPageRules(css);
  const room = maxHeadLetters(css);
  return articles
    .flatMap((article) => [
      rulesOf('article', articlePages(article.id).rest, headsOf(issue, article, words, room)),
      rulesOf('article', articlePages(article.id).first, sameHeads('')),
    ])
    .join('\n');
}

/** The running heads of an article; `width` is the number of letters that there is room for. */
export function headsOf(issue: Issue, article: Article, words: Terms, width = maxLetters): RunningHeads {
  const { front, title } = article;
  const room = Math.min(width, maxLetters);
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

/** The words of a style for the heads of left and right pages. */
export function headsOfSides(css: string): Record<'left' | 'right', keyof RunningHeads> {
  const sides = tokenDeclarations(parsedSheet(css));
  const on = (side: 'left' | 'right') => (sides.get(`--running-${side}`)?.value.trim() ?? 'none') as keyof RunningHeads;
  return { left: on('left'), right: on('right') };
}

/** The same words for every head, whatever the style asks for. */
export function sameHeads(text: string): RunningHeads {
  return { title: text, journal: text, author: text, section: text, none: text };
}

/** The number of letters that a running head has room for, by the measures of a stylesheet. */
export function maxHeadLetters(css: string): number {
  const tokens = new Map([...tokenDeclarations(parsedSheet(css))].map(([name, { value }]) => [name, value]));
  const width = textWidthOf(tokens);
  const size = points(tokens.get('--label-size'));
  // Letters of a sans are half an em wide, and a little more with their spacing.
  return width === undefined || !size ? maxLetters : Math.max(12, Math.floor(width / (size * 0.56)));
}

/**
 * Returns a function that copies the style’s `@page` rules `of` one page name to another `name`, with running heads
 * filled in.
 */
export function copyPageRules(css: string): (of: string, name: string, heads: RunningHeads) => string {
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
            quote(heads[wordFor(which) as keyof RunningHeads] ?? ''),
          );
        });
        return rule.toString();
      })
      .join('\n');
}

/** The authors in one line: one or two by name if there is room, otherwise the first and “and others”. */
function authorsOf({ front }: Article, words: Terms, room: number): string {
  const names = front.authors.map(({ name }) => name);
  const all = names.length === 2 ? names.join(` ${words.and} `) : (names[0] ?? '');
  if (names.length <= 2 && all.length <= room) return all;
  const first = names.length === 1 ? (names[0] ?? '') : `${names[0]} ${words['and-others']}`;
  return shorten(first, room);
}

/** Cuts a title to one line: at its colon if enough is left, otherwise after a word. */
function shorten(title: string, room: number): string {
  if (title.length <= room) return title;
  const main = /^(.{12,}?)[:.?!]\s/.exec(title)?.[1];
  if (main && main.length <= room) return main;
  return `${title.slice(0, room).replace(/[\s,;:–—-]+\S*$/, '')} …`;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\s*\n\s*/g, ' ')}"`;
}
