import { type Cache, keyOf, noCache } from '../cache/cache.ts';
import { report } from '../diagnostics/report.ts';
import type { Repository } from '../disk/repository.ts';
import { readPicture } from '../images/picture.ts';
import { copyrightLine } from '../issue/copyright-line.ts';
import type { Article, Issue, IssueSource, Section } from '../issue/model.ts';
import { creationDate, sourceDateEpoch } from '../text/creation-date.ts';
import type { TermsBook } from '../theme/terms.ts';
import { typesetFacts } from '../typography/facts.ts';
import { headingsOf } from './article.ts';
import { checkCharacters } from './checks/characters.ts';
import { keepFirstMessages } from './checks/first-messages.ts';
import { checkLanguages } from './checks/languages.ts';
import { openCiting } from './citing/open-citing.ts';
import { setFormulasOf } from './constructs/formulas/set.ts';
import { type DraftContext, draftArticle, finishDraft } from './draft.ts';
import { makeIndexes } from './indexing/make-indexes.ts';
import { markEnds } from './numbering/ends.ts';
import { namePages } from './numbering/name-pages.ts';
import type { ReferencedArticle } from './numbering/references.ts';
import { languagesOf, phraseOf, phrasesOf } from './phrase.ts';

/**
 * Sets an issue in type: makes a tree and notes from every manuscript, numbers them, fills in cross-references, marks
 * languages, and sets quotation marks, dashes and spaces. Faults are diagnostics on the issue’s files; the trees are
 * complete only if there are none.
 */
export async function prepareIssue(
  source: IssueSource,
  repository: Repository,
  terms: TermsBook,
  cache: Cache = noCache,
): Promise<Issue> {
  for (const file of source.files) checkCharacters(file);
  checkLanguages(source, terms);
  const { lang, 'repeated-authors': repeatedAuthors } = source.journal.value;
  const { citingOf, citations: citationsOf } = await openCiting(source, repository, cache);
  const context: DraftContext = { journalLang: lang, repeatedAuthors, citingOf, repository, terms, cache };
  const known = new Map<string, ReferencedArticle>();
  const { file, at, value: facts } = source.facts;
  const languages = languagesOf(lang, lang, terms.languages);
  const manuscripts = source.sections.flatMap((section) => section.manuscripts);
  // While the citations of one are being written, the next is read.
  const drafts = await Promise.all(manuscripts.map((manuscript) => draftArticle(manuscript, context)));
  for (const draft of drafts) known.set(draft.manuscript.file.path, draft);
  const citations = citationsOf(drafts);
  const articles: Article[] = [];
  for (const draft of drafts) articles.push(await finishDraft(draft, known, context));
  const indexes = makeIndexes(
    articles.map(({ indexMarks = [], file }) => ({ marks: indexMarks, file })),
    {
      names: facts.indexes ?? [],
      lang,
      file,
      at: (name) => at('indexes', (facts.indexes ?? []).indexOf(name)),
    },
  );
  const named = facts.ahead ? namePages(articles, terms) : new Map<string, string[]>();
  for (const [id, written] of [...named, ...markEnds(articles)]) {
    const changed = articles.find((one) => one.id === id) as Article;
    changed.headings = headingsOf(changed.body);
    changed.key &&= keyOf({ key: changed.key, written });
  }
  const pictures = drafts.flatMap((draft) => draft.pictures.filter((one) => one !== undefined));
  await setFormulasOf([source.sections.map(({ title }) => title), facts], lang, cache);
  const left = articles.values();
  const sections = source.sections.map(
    (section, s): Section => ({
      ...(section.title ? { title: phraseOf(section.title, languages, file, at('contents', s, 'section')) } : {}),
      articles: section.manuscripts.map(() => left.next().value as Article),
    }),
  );
  const cover = facts.cover ? await readPicture(repository, facts.cover, file, at('cover'), 'cover') : undefined;
  if (cover) pictures.push(cover);
  if (facts['cover-words'] && !facts.cover)
    report(file, 'value-form', {
      at: at('cover-words'),
      found: '“cover-words” without a picture',
      expected: 'a picture that the words are laid over, or that has its own',
      fix: 'Name it by cover:, or remove this line. A cover without a picture is drawn, and has words.',
    });
  const { value: stated } = source.journal;
  if (stated.barcode && !stated.issn?.print)
    report(source.journal.file, 'value-form', {
      at: source.journal.at('barcode'),
      found: '“barcode” without the ISSN of the printed edition',
      expected: 'issn: with print:, which the barcode says',
      fix: 'Give it, or remove this line.',
    });
  const phrases = {
    ...(facts.title ? { theme: phraseOf(facts.title, languages, file, at('title')) } : {}),
    topics: (facts.topics ?? []).map((topic, i) => phraseOf(topic, languages, file, at('topics', i))),
    ...(facts['publishers-note']
      ? { publishersNote: phrasesOf(facts['publishers-note'], languages, file, at('publishers-note')) }
      : {}),
  };
  for (const read of source.files) keepFirstMessages(read);
  const journal = typesetFacts(source.journal.value, lang, terms.languages);
  return {
    folder: source.folder,
    slug: source.slug,
    journal: {
      ...journal,
      ...(journal.copyright ? { copyright: copyrightLine(journal.copyright, source.facts.value.date) } : {}),
    },
    facts: typesetFacts(facts, lang, terms.languages),
    made: creationDate(facts.date, sourceDateEpoch()),
    phrases,
    sections,
    articles,
    pictures,
    ...(indexes.length > 0 ? { indexes } : {}),
    ...(cover ? { cover } : {}),
    ...(citations ? { citations } : {}),
    files: source.files,
  };
}
