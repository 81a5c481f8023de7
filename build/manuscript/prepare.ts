import type { Repository } from '../disk/repository.ts';
import { readPicture } from '../images/picture.ts';
import { copyrightLine } from '../issue/copyright-line.ts';
import type { Article, Issue, IssueSource, Picture, Section } from '../issue/model.ts';
import { creationDate, sourceDateEpoch } from '../text/creation-date.ts';
import type { TermsBook } from '../theme/terms.ts';
import { typesetFacts } from '../typography/facts.ts';
import { finishArticle, headingsOf, prefixArticle, prepareArticle } from './article.ts';
import { checkCharacters } from './checks/characters.ts';
import { keepFirstMessages } from './checks/first-messages.ts';
import { checkLanguages, reportRightToLeft } from './checks/languages.ts';
import { markEnds } from './numbering/ends.ts';
import type { ReferencedArticle } from './numbering/references.ts';
import { languagesOf, phraseOf, phrasesOf } from './phrase.ts';

/**
 * Sets an issue in type: makes a tree and notes from every manuscript, numbers them, fills in cross-references, marks
 * languages, and sets quotation marks, dashes and spaces. Faults are diagnostics on the issue’s files; the trees are
 * complete only if there are none.
 */
export async function prepareIssue(source: IssueSource, repository: Repository, terms: TermsBook): Promise<Issue> {
  for (const file of source.files) checkCharacters(file);
  checkLanguages(source, terms);
  const { lang } = source.journal.value;
  const pictures: Picture[] = [];
  const sections: Section[] = [];
  const articles: Article[] = [];
  const known = new Map<string, ReferencedArticle>();
  const { file, at, value: facts } = source.facts;
  const languages = languagesOf(lang, lang);
  for (const [s, section] of source.sections.entries()) {
    const set: Article[] = [];
    for (const manuscript of section.manuscripts) {
      const context = { journalLang: lang, repository, terms, pictures };
      const { article, targets } = await prepareArticle(manuscript, context);
      known.set(article.file.path, { id: article.id, targets });
      articles.push(article);
      set.push(article);
    }
    sections.push({
      ...(section.title ? { title: phraseOf(section.title, languages, file, at('contents', s, 'section')) } : {}),
      articles: set,
    });
  }
  for (const article of articles) prefixArticle(article);
  for (const article of articles) finishArticle(article, lang, known, terms);
  markEnds(articles);
  for (const article of articles) article.headings = headingsOf(article.body);
  for (const article of articles) reportRightToLeft(article);
  const cover = facts.cover ? await readPicture(repository, facts.cover, file, at('cover'), 'cover') : undefined;
  if (cover) pictures.push(cover);
  const phrases = {
    ...(facts.title ? { theme: phraseOf(facts.title, languages, file, at('title')) } : {}),
    topics: (facts.topics ?? []).map((topic, i) => phraseOf(topic, languages, file, at('topics', i))),
    ...(facts['publishers-note']
      ? { publishersNote: phrasesOf(facts['publishers-note'], languages, file, at('publishers-note')) }
      : {}),
  };
  for (const read of source.files) keepFirstMessages(read);
  const journal = typesetFacts(source.journal.value, lang);
  return {
    folder: source.folder,
    slug: source.slug,
    journal: {
      ...journal,
      ...(journal.copyright ? { copyright: copyrightLine(journal.copyright, source.facts.value.date) } : {}),
    },
    facts: typesetFacts(facts, lang),
    made: creationDate(facts.date, sourceDateEpoch()),
    phrases,
    sections,
    articles,
    pictures,
    ...(cover ? { cover } : {}),
    files: source.files,
  };
}
