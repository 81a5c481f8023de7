import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { report } from '../diagnostics/report.ts';
import { readPicture } from '../images/picture.ts';
import type { Article, Heading, Issue, IssueSource, Manuscript, Picture, Section } from '../issue/model.ts';
import type { Repository } from '../repository.ts';
import { type TermsBook, termsFor } from '../terms.ts';
import { typesetFacts } from '../typography/facts.ts';
import { markLanguages } from '../typography/languages.ts';
import { reportMixedScript } from '../typography/mixed-script.ts';
import { scriptOf } from '../typography/script.ts';
import { typeset } from '../typography/typeset.ts';
import { type PhraseLanguages, phraseOf, phrasesOf, plainPhrase } from './phrase.ts';
import { placePictures } from './pictures.ts';
import { prefixIds } from './prefix-ids.ts';
import { resolveReferences, type Targets, targetsOf } from './references.ts';
import { structure } from './structure.ts';
import { toHtml } from './to-html.ts';

/**
 * Sets an issue in type: every manuscript as one tree and its notes, numbered, cross-references filled, languages told, quotation marks,
 * dashes and spaces set. Faults are diagnostics on the issue’s files; the trees are whole only where there are none.
 */
export async function prepareIssue(source: IssueSource, repository: Repository, terms: TermsBook): Promise<Issue> {
  const journal = typesetFacts(source.journal.value, source.journal.value.lang);
  const facts = typesetFacts(source.facts.value, journal.lang);
  const languages = languagesOf(journal.lang, journal.lang);
  const { file, at } = source.facts;
  const pictures: Picture[] = [];
  const sections: Section[] = [];
  const articles: Article[] = [];
  const known = new Map<string, { id: string; targets: Targets }>();
  for (const [s, section] of source.sections.entries()) {
    const set: Article[] = [];
    for (const manuscript of section.manuscripts) {
      const { article, targets } = await prepareArticle(manuscript, articles.length + 1, journal.lang, {
        repository,
        terms,
        pictures,
      });
      known.set(article.file.path, { id: article.id, targets });
      articles.push(article);
      set.push(article);
    }
    sections.push({
      ...(section.title ? { title: phraseOf(section.title, languages, file, at('contents', s, 'section')) } : {}),
      articles: set,
    });
  }
  for (const article of articles) finish(article, journal.lang, known);
  const cover = facts.cover ? await readPicture(repository, facts.cover, file, at('cover'), 'cover') : undefined;
  if (cover) pictures.push(cover);
  return {
    folder: source.folder,
    slug: source.slug,
    journal,
    facts,
    phrases: {
      ...(facts.title ? { theme: phraseOf(facts.title, languages, file, at('title')) } : {}),
      topics: (facts.topics ?? []).map((topic, i) => phraseOf(topic, languages, file, at('topics', i))),
      ...(facts['publishers-note']
        ? { publishersNote: phrasesOf(facts['publishers-note'], languages, file, at('publishers-note')) }
        : {}),
    },
    sections,
    articles,
    pictures,
    ...(cover ? { cover } : {}),
    files: source.files,
  };
}

interface Means {
  repository: Repository;
  terms: TermsBook;
  pictures: Picture[];
}

async function prepareArticle(
  manuscript: Manuscript,
  number: number,
  journalLang: string,
  { repository, terms, pictures }: Means,
): Promise<{ article: Article; targets: Targets }> {
  const { file, name, front } = manuscript;
  const lang = front.value.lang ?? journalLang;
  const id = `a${number}`;
  const tree = structure(manuscript.body, file, termsFor(terms, lang));
  pictures.push(...(await placePictures(tree, repository, file, id)));
  const { body, notes, labels } = toHtml(tree, file);
  if (body.children.length === 0 && file.messages.length === 0) {
    report(file, 'article-text', { at: manuscript.body.position, found: 'The article has no text' });
  }
  const targets = targetsOf([body, ...notes.map((note) => asRoot(note.body))], id, labels);
  const languages = languagesOf(lang, journalLang);
  const { title, subtitle, abstract, translations = [], authors } = front.value;
  const article: Article = {
    name,
    id,
    number,
    lang,
    front: typesetFacts(front.value, lang),
    title: phraseOf(title, languages, file, front.at('title')),
    ...(subtitle ? { subtitle: phraseOf(subtitle, languages, file, front.at('subtitle')) } : {}),
    abstract: abstract ? phrasesOf(abstract, languages, file, front.at('abstract')) : [],
    translations: translations.map((translation, i) => {
      const own = languagesOf(translation.lang, journalLang);
      return {
        lang: translation.lang,
        ...(translation.title
          ? { title: phraseOf(translation.title, own, file, front.at('translations', i, 'title')) }
          : {}),
        abstract: translation.abstract
          ? phrasesOf(translation.abstract, own, file, front.at('translations', i, 'abstract'))
          : [],
        keywords: typesetFacts(translation.keywords ?? [], translation.lang),
      };
    }),
    bios: authors.flatMap((author, i) =>
      author.bio ? phrasesOf(author.bio, languages, file, front.at('authors', i, 'bio')) : [],
    ),
    body,
    notes,
    headings: [],
    file,
  };
  return { article, targets };
}

/** What needs the whole issue: references between articles; then, with every word in its place, ids, languages and typography. */
function finish(
  article: Article,
  journalLang: string,
  known: ReadonlyMap<string, { id: string; targets: Targets }>,
): void {
  const { latin } = languagesOf(article.lang, journalLang);
  const whole = asRoot([...(article.body.children as ElementContent[]), ...article.notes.flatMap((note) => note.body)]);
  prefixIds(whole, article.id);
  resolveReferences(whole, article, known);
  reportMixedScript(whole, article.file);
  markLanguages(whole, article.lang, latin, article.file);
  typeset(whole, article.lang);
  article.notes = article.notes.map((note) => ({
    ...note,
    id: `${article.id}-${note.id}`,
    calls: note.calls.map((call) => `${article.id}-${call}`),
  }));
  article.headings = headingsOf(article.body);
}

function headingsOf(body: Root): Heading[] {
  const headings: Heading[] = [];
  visit(body, 'element', (element: Element) => {
    const level = /^h([2-6])$/.exec(element.tagName)?.[1];
    if (level && typeof element.properties.id === 'string')
      headings.push({ id: element.properties.id, level: Number(level), title: plainPhrase(element.children) });
  });
  return headings;
}

/** Latin words in a Cyrillic article are in the journal’s language if that is a Latin one, else most likely in English. */
function languagesOf(lang: string, journalLang: string): PhraseLanguages {
  return { lang, latin: scriptOf(journalLang) === 'Latn' ? journalLang : 'en' };
}

function asRoot(children: ElementContent[]): Root {
  return { type: 'root', children };
}
