import type { Element } from 'xast';
import type { CitableIssue } from '../../citable/citable.ts';
import type { Article, Phrase } from '../../issue/model.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { inline } from '../text/inline.ts';
import { authorNotes } from './author-notes.ts';
import { contribGroups } from './contributors.ts';
import { history, pubDates } from './dates.ts';
import { fundingGroup } from './funding.ts';
import { permissions } from './permissions.ts';
import { relatedArticles, reviewedWorks } from './related.ts';

/** The facts of an article, in the order of the DTD. */
export function articleMeta(setting: JatsSetting): Element {
  const { article, cited, citedIssue } = setting;
  return element(
    'article-meta',
    {},
    element('article-id', { 'pub-id-type': 'publisher-id' }, article.name),
    cited.doi && element('article-id', { 'pub-id-type': 'doi' }, cited.doi),
    categories(setting),
    titles(setting),
    contribGroups(setting),
    authorNotes(setting),
    pubDates(setting),
    // An article ahead of its issue is of none.
    citedIssue.isAhead ? undefined : issueFacts(citedIssue),
    cited.pages && [element('fpage', {}, cited.pages.first), element('lpage', {}, cited.pages.last)],
    reviewedWorks(setting),
    history(setting),
    permissions(setting),
    relatedArticles(setting),
    elementIfAny('abstract', {}, paragraphs(article.abstract, setting)),
    article.translations.map(({ lang, abstract }) =>
      elementIfAny('trans-abstract', { 'xml:lang': lang }, paragraphs(abstract, setting)),
    ),
    keywords(cited.keywords, undefined),
    cited.translations.map(({ lang, keywords: words = [] }) => keywords(words, lang)),
    fundingGroup(setting),
  );
}

/** The section of the issue that an article is in; without one, its kind, where that is a word. */
function categories({ issue, article, words }: JatsSetting): Element | undefined {
  const section = issue.sections.find(({ articles }) => articles.includes(article));
  const heading = section?.title?.text ?? words[article.front.kind];
  const lang = section?.title && issue.journal.lang !== article.lang ? issue.journal.lang : undefined;
  return heading
    ? element(
        'article-categories',
        {},
        element('subj-group', { 'subj-group-type': 'heading', 'xml:lang': lang }, element('subject', {}, heading)),
      )
    : undefined;
}

function titles(setting: JatsSetting): Element {
  const { article } = setting;
  const short = article.front['short-title'];
  const calls = article.frontCalls?.title ?? [];
  return element(
    'title-group',
    {},
    element('article-title', {}, inline(article.title.tree, setting), inline(calls, setting)),
    article.subtitle && element('subtitle', {}, inline(article.subtitle.tree, setting)),
    article.translations.map(({ lang, title }: Article['translations'][number]) =>
      title
        ? element('trans-title-group', { 'xml:lang': lang }, element('trans-title', {}, inline(title.tree, setting)))
        : undefined,
    ),
    short ? element('alt-title', { 'alt-title-type': 'running-head' }, short) : undefined,
  );
}

function issueFacts({ volume, number, whole, doi, theme }: CitableIssue) {
  return [
    element('volume', {}, volume),
    element('issue', {}, number),
    whole && element('issue-id', { 'pub-id-type': 'publisher-id' }, whole),
    doi && element('issue-id', { 'pub-id-type': 'doi' }, doi),
    theme && element('issue-title', {}, theme),
  ];
}

function paragraphs(phrases: readonly Phrase[], setting: JatsSetting): Element[] {
  return phrases.map(({ tree }) => element('p', {}, inline(tree, setting)));
}

function keywords(words: readonly string[], lang: string | undefined): Element | undefined {
  return elementIfAny(
    'kwd-group',
    { 'kwd-group-type': 'author', 'xml:lang': lang },
    words.map((word) => element('kwd', {}, word)),
  );
}
