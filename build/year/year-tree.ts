import type { BlockContent, Heading, ListItem, PhrasingContent, RootContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import type { IndexEntry, IndexReference, IssueIndex } from '../issue/index-model.ts';
import { issueLine } from '../issue/issue-line.ts';
import type { Phrase } from '../issue/model.ts';
import { collationOf } from '../languages/collate.ts';
import { sortName } from '../languages/part-name.ts';
import { plainWords } from '../manuscript/constructs/text/plain-words.ts';
import { readInline } from '../manuscript/inline.ts';
import type { Terms, TermsBook } from '../theme/terms.ts';
import type { BuiltIssue } from './built-issue.ts';
import type { WritePages, YearPlace } from './year-pages.ts';

/** The means of writing a year’s pages. */
export interface YearMeans {
  issues: readonly BuiltIssue[];
  lang: string;
  terms: TermsBook;
  words: Terms;
  pagesOf: WritePages;
}

/** The year’s contents: issues, their sections, and articles with authors and pages. */
export function contentsTree({ issues, lang, words }: YearMeans): RootContent[] {
  return issues.flatMap(({ issue, source, record }): RootContent[] => {
    const line = issueLine(issue, words);
    const articles = issue.articles.values();
    return [
      heading(2, [line.short, ', ', line.date.charAt(0).toLocaleLowerCase(lang), line.date.slice(1)].map(text)),
      ...source.sections.flatMap(({ title, manuscripts }): RootContent[] => [
        ...(title ? [heading(3, inline(title, source.facts.file))] : []),
        entries(
          manuscripts.map(({ front, file }): ListItem => {
            const { id, lang: own } = articles.next().value as (typeof issue.articles)[number];
            const { title: written, subtitle, authors } = front.value;
            const { first = '', last = '' } = record.articles.find((one) => one.id === id) ?? {};
            const words = [
              ...inline(written, file),
              ...(subtitle ? [text(/[?!…]$/.test(written) ? ' ' : '. '), ...inline(subtitle, file)] : []),
            ];
            return item([
              text(`${authors.map(({ name }) => name).join(', ')}. `),
              ...inLanguage(own, [{ type: 'emphasis', children: words }], lang),
              text(`, ${first === last ? first : `${first}–${last}`}`),
            ]);
          }),
        ),
      ]),
    ];
  });
}

/** The list of all who wrote, translated or spoke, by their family names, with the pages of their articles. */
export function contributorsTree({ issues, lang, terms, pagesOf }: YearMeans): RootContent[] {
  const { compare } = collationOf(lang);
  const all = new Map<string, YearPlace[]>();
  for (const built of issues)
    for (const article of built.issue.articles) {
      const { authors, translators = [], interviewers = [], interviewees = [] } = article.front;
      const { first = '', last = '' } = built.record.articles.find(({ id }) => id === article.id) ?? {};
      const place: YearPlace = { issue: built, first, last, isNote: false };
      for (const person of [...authors, ...translators, ...interviewers, ...interviewees]) {
        const name = sortName(person, article.lang, terms.languages);
        all.set(name, [...(all.get(name) ?? []), place]);
      }
    }
  return [
    entries(
      [...all]
        .sort(([one], [other]) => compare(one, other))
        .map(([name, places]) => item([name, ', ', pagesOf(places)].map(text))),
    ),
  ];
}

/** An index of the year: letters, and entries with those below them. */
export function indexTree(
  { groups }: IssueIndex,
  placesOf: (entry: IndexEntry) => YearPlace[],
  means: YearMeans,
): RootContent[] {
  const { words, pagesOf, lang } = means;
  const referred = (word: string, references: readonly IndexReference[]): PhrasingContent[] =>
    references.length === 0
      ? []
      : [
          text(', '),
          { type: 'emphasis', children: [text(words[word] ?? '')] },
          text(' '),
          ...references.flatMap(({ names }, i) => [
            ...(i > 0 ? [text('; ')] : []),
            ...names.flatMap((name, j) => [...(j > 0 ? [text(': ')] : []), ...wordsOf(name.tree)]),
          ]),
        ];
  const made = (entry: IndexEntry): ListItem => {
    const pages = pagesOf(placesOf(entry));
    return item(
      [
        ...inLanguage(entry.lang, wordsOf(entry.phrase.tree), lang),
        ...(pages ? [text(`, ${pages}`)] : []),
        ...referred('see', entry.see),
        ...referred('see-also', entry.seeAlso),
      ],
      entry.entries.map(made),
    );
  };
  return groups.flatMap(({ letter, entries: own }) => [heading(2, [text(letter)]), entries(own.map(made))]);
}

/** Words of a language among those of another, or of the same. */
function inLanguage(own: string, words: PhrasingContent[], lang: string): PhrasingContent[] {
  return own === lang ? words : [{ type: 'span', children: words, data: { attributes: { lang: own } } }];
}

/** A phrase in type as Markdown’s nodes, as far as entries have them: emphasis, and words. */
function wordsOf(tree: Phrase['tree']): PhrasingContent[] {
  return tree.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return [text(node.value)];
    if (node.type !== 'element') return [];
    if (node.tagName === 'sup' || node.tagName === 'sub') return [text(plainWords(node))];
    const children = wordsOf(node.children);
    return node.tagName === 'em' || node.tagName === 'strong'
      ? [{ type: node.tagName === 'em' ? 'emphasis' : 'strong', children }]
      : children;
  });
}

function inline(written: string, file: VFile): PhrasingContent[] {
  return readInline(written, file, undefined).paragraphs.flat();
}

/** A text node. Its words are assigned: they are a journal’s, and the test of messages follows those in literals. */
function text(words: string): PhrasingContent {
  const node: Text = { type: 'text', value: '' };
  node.value = words;
  return node;
}

const heading = (depth: Heading['depth'], children: PhrasingContent[]): Heading => ({
  type: 'heading',
  depth,
  children,
});

function item(words: PhrasingContent[], below: readonly ListItem[] = []): ListItem {
  const paragraph: BlockContent = { type: 'paragraph', children: words };
  return { type: 'listItem', spread: false, children: [paragraph, ...(below.length > 0 ? [list(below)] : [])] };
}

function list(items: readonly ListItem[]): BlockContent {
  return { type: 'list', ordered: false, spread: false, children: [...items] };
}

function entries(items: readonly ListItem[]): RootContent {
  return { type: 'containerDirective', name: 'entries', children: [list(items)] } as RootContent;
}
