import type { Element, ElementContent, Root } from 'hast';
import type { Root as Markdown } from 'mdast';
import type { VFile } from 'vfile';
import { type Cache, noCache } from '../cache/cache.ts';
import { report } from '../diagnostics/report.ts';
import type { CitedPlaces } from '../issue/citations.ts';
import { articleId, idIn } from '../issue/ids.ts';
import type { Article, Heading, Manuscript } from '../issue/model.ts';
import { directionOf } from '../text/direction.ts';
import { findTooDeep, reportNesting } from '../text/nesting.ts';
import { visit } from '../text/visit.ts';
import { type TermsBook, termsFor } from '../theme/terms.ts';
import { markDirections } from '../typography/directions.ts';
import { typesetFacts } from '../typography/facts.ts';
import { markLanguages } from '../typography/languages.ts';
import { reportMixedScript } from '../typography/mixed-script.ts';
import { typeset } from '../typography/typeset.ts';
import { reportRunLanguages } from './checks/languages.ts';
import { runOrReport } from './checks/time-limit.ts';
import { type CitedTree, type Citing, citeTree } from './citing/cite-tree.ts';
import type { RepeatedAuthors } from './constructs/blocks/repeated-authors.ts';
import { takeDescriptions } from './constructs/figures/descriptions.ts';
import { type NamedPicture, type PlacedPicture, picturesIn, placePictures } from './constructs/figures/pictures.ts';
import { knowCommands, setFormulasIn, setFormulasOf } from './constructs/formulas/set.ts';
import { markTables } from './constructs/tables/mark-tables.ts';
import { frontNotesOf } from './front-notes.ts';
import { takeMarks } from './indexing/take-marks.ts';
import { prefixIds } from './numbering/prefix-ids.ts';
import {
  type ReferencedArticle,
  type ReferenceTargets,
  referenceTargets,
  resolveReferences,
} from './numbering/references.ts';
import { languagesOf, phraseOf, phrasesOf, plainPhrase } from './phrase.ts';
import { statementsOf } from './statements.ts';
import { numberTree, readTree } from './structure.ts';
import { type ArticleHtml, toHtml } from './to-html.ts';

/** The surroundings in which an article is prepared. */
export interface ArticleSetting {
  journalLang: string;
  terms: TermsBook;
  /** How the journal’s bibliographies say an author again; an article may say otherwise. */
  repeatedAuthors?: RepeatedAuthors | undefined;
  /** What its citations are written with; undefined if nothing in the issue is cited. */
  citing?: Citing | undefined;
  /** Where results of earlier builds are kept. */
  cache?: Cache;
  /** Reads the pictures that it names. */
  readPictures: (named: readonly NamedPicture[]) => Promise<readonly (PlacedPicture | undefined)[]>;
}

/** An article that is prepared as far as it can be done without the other articles. */
export interface PreparedArticle {
  article: Article;
  /** The places in it that references can point to. */
  targets: ReferenceTargets;
  /** The pictures that it names. */
  named: NamedPicture[];
  /** The works that it cites. */
  cited: CitedPlaces[];
}

/** Prepares an article; `finishArticle` does what needs the other articles. */
export async function prepareArticle(
  { file, name, front, body: markdown }: Manuscript,
  { journalLang, terms, repeatedAuthors, citing, cache = noCache, readPictures }: ArticleSetting,
): Promise<PreparedArticle> {
  const lang = front.value.lang ?? journalLang;
  const id = articleId(name);
  const own = termsFor(terms, lang);
  knowCommands(front.value.math, file);
  const ofFront = await frontNotesOf(front, markdown, { file, lang, terms: own, cache });
  const tree: Markdown = runOrReport(file, () => numberTree(readTree(ofFront.body, file, own), file, lang, own)) ?? {
    type: 'root',
    children: [],
  };
  await setFormulasIn(tree, file, lang, cache);
  const named = picturesIn(tree, id, lang);
  placePictures(tree, named, await readPictures(named));
  const cited = await citeTree(tree, file, lang, own.references ?? 'References', citing);
  const { body, notes, labels } =
    runOrReport(file, () => htmlOf(tree, file, front.value['repeated-authors'] ?? repeatedAuthors, cited)) ?? nothing;
  const descriptions = takeDescriptions(body, file);
  if (body.children.length === 0 && file.messages.length === 0)
    report(file, 'article-text', { at: markdown.position, found: 'The article has no text' });
  const languages = languagesOf(lang, journalLang, terms.languages);
  const { title, subtitle, abstract, translations = [], authors } = front.value;
  await setFormulasOf(front.value, lang, cache, file);
  for (const translation of translations) await setFormulasOf(translation, translation.lang, cache, file);
  const article: Article = {
    name,
    id,
    lang,
    front: typesetFacts(front.value, lang, terms.languages),
    title: phraseOf(title, languages, file, front.at('title')),
    ...(subtitle ? { subtitle: phraseOf(subtitle, languages, file, front.at('subtitle')) } : {}),
    abstract: abstract ? phrasesOf(abstract, languages, file, front.at('abstract')) : [],
    translations: translations.map((translation, i) => {
      const own = languagesOf(translation.lang, journalLang, terms.languages);
      return {
        lang: translation.lang,
        ...(translation.title
          ? { title: phraseOf(translation.title, own, file, front.at('translations', i, 'title')) }
          : {}),
        abstract: translation.abstract
          ? phrasesOf(translation.abstract, own, file, front.at('translations', i, 'abstract'))
          : [],
        keywords: typesetFacts(translation.keywords ?? [], translation.lang, terms.languages),
      };
    }),
    statements: statementsOf(front, { own: languages, file, terms: own }),
    bios: authors.flatMap((author, i) =>
      author.bio ? phrasesOf(author.bio, languages, file, front.at('authors', i, 'bio')) : [],
    ),
    body,
    ...(ofFront.calls ? { frontCalls: ofFront.calls } : {}),
    notes: [...ofFront.notes, ...notes],
    ...(descriptions.length > 0 ? { descriptions } : {}),
    headings: [],
    file,
  };
  const trees = [body, ...article.notes.map((note) => asRoot(note.body))];
  return { article, targets: referenceTargets(trees, id, labels), named, cited: cited.works };
}

/** Prefixes every id in an article with the article’s id, so that references between articles can be resolved. */
function prefixArticle(article: Article): void {
  const { id } = article;
  prefixIds(wholeOf(article), id);
  article.notes = article.notes.map((note) => ({
    ...note,
    id: idIn(id, note.id),
    calls: note.calls.map((call) => idIn(id, call)),
  }));
  const { title = [], authors = [] } = article.frontCalls ?? {};
  for (const calls of [title, ...authors]) prefixIds(asRoot(calls), id);
  for (const description of article.descriptions ?? []) description.figure = idIn(id, description.figure);
}

/**
 * Finishes a prepared article, once the whole issue is known: references between articles first, then, because every
 * word is in place, languages and typography.
 */
export function finishArticle(
  article: Article,
  journalLang: string,
  known: ReadonlyMap<string, ReferencedArticle>,
  terms: TermsBook,
): void {
  const { lang, file } = article;
  const { latin } = languagesOf(lang, journalLang, terms.languages);
  runOrReport(file, () => {
    prefixArticle(article);
    const whole = wholeOf(article);
    resolveReferences(whole, article, known, termsFor(terms, lang));
    reportMixedScript(whole, file);
    markLanguages(whole, lang, latin, file);
    markDirections(whole, directionOf(lang));
    typeset(whole, lang, terms.languages);
    markTables(whole, lang, termsFor(terms, lang), terms.languages);
  });
  const languages = (own: string) => languagesOf(own, journalLang, terms.languages);
  const marks = takeMarks(article, { file, languagesOf: languages });
  if (marks.length > 0) article.indexMarks = marks;
  article.headings = headingsOf(article.body);
  reportRunLanguages(article, terms.languages);
}

/** All text that an author wrote: the body, the notes and the descriptions. */
export function wholeOf({ body, notes, descriptions = [] }: Article): Root {
  return asRoot([...(body.children as ElementContent[]), ...[...notes, ...descriptions].flatMap((one) => one.body)]);
}

/** The headings of an article. All their words have to be in place. */
export function headingsOf(body: Root): Heading[] {
  const headings: Heading[] = [];
  visit(body, 'element', (element: Element) => {
    const level = /^h([2-6])$/.exec(element.tagName)?.[1];
    if (level && typeof element.properties.id === 'string')
      headings.push({ id: element.properties.id, level: Number(level), title: plainPhrase(element.children) });
  });
  return headings;
}

function htmlOf(
  tree: Markdown,
  file: VFile,
  repeated: RepeatedAuthors | undefined,
  cited: CitedTree,
): ArticleHtml | undefined {
  const html = toHtml(tree, file, repeated, cited);
  const deep = findTooDeep(
    asRoot([...(html.body.children as ElementContent[]), ...html.notes.flatMap((note) => note.body)]),
  );
  if (deep) reportNesting(file, deep);
  return deep ? undefined : html;
}

const nothing: ArticleHtml = { body: { type: 'root', children: [] }, notes: [], labels: [] };

function asRoot(children: ElementContent[]): Root {
  return { type: 'root', children };
}
