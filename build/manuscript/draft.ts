import { VFile } from 'vfile';
import { type Cache, keyOf, noCache } from '../cache/cache.ts';
import { type Said, saidSince, sayAgain } from '../diagnostics/said.ts';
import type { Repository } from '../disk/repository.ts';
import type { CitedPlaces } from '../issue/citations.ts';
import { articleId } from '../issue/ids.ts';
import type { Article, Manuscript, Picture } from '../issue/model.ts';
import type { TermsBook } from '../theme/terms.ts';
import { finishArticle, prepareArticle, wholeOf } from './article.ts';
import { isOfThisMachine } from './checks/time-limit.ts';
import type { CitingOfArticle } from './citing/open-citing.ts';
import type { RepeatedAuthors } from './constructs/blocks/repeated-authors.ts';
import { type NamedPicture, readPictures } from './constructs/figures/pictures.ts';
import { otherArticlesIn } from './numbering/other-articles.ts';
import type { ReferencedArticle, ReferenceTarget, ReferenceTargets } from './numbering/references.ts';

/** The surroundings that all articles of an issue share. */
export interface DraftContext {
  journalLang: string;
  repeatedAuthors: RepeatedAuthors | undefined;
  /** What an article is cited with; undefined for one that cites nothing. */
  citingOf: (manuscript: Manuscript) => CitingOfArticle | undefined;
  repository: Repository;
  terms: TermsBook;
  cache: Cache;
}

/** An article of which everything is known that other articles and the issue ask for, but perhaps not its trees. */
export interface Draft {
  manuscript: Manuscript;
  id: string;
  targets: ReferenceTargets;
  /** The paths of the other manuscripts that it refers to. */
  others: readonly string[];
  /** The works that it cites. */
  cited: readonly CitedPlaces[];
  /** The pictures that it names, in order; undefined for one that cannot be read. */
  pictures: readonly (Picture | undefined)[];
  /** The key of all that it was prepared with, except its pictures; undefined if nothing of it is kept. */
  key: string | undefined;
  /** Its trees as far as they can be made without the other articles. */
  prepare: () => Promise<Article>;
}

/** The part of a draft that is kept. */
interface Outline {
  targets: [string, ReferenceTarget][];
  others: string[];
  cited: CitedPlaces[];
  named: NamedPicture[];
  /** The diagnostics before and after the pictures were read. */
  before: Said[];
  after: Said[];
}

/** A finished article as it is kept. */
interface KeptArticle {
  article: Omit<Article, 'file' | 'key'>;
  said: Said[];
}

/** Drafts an article, or takes the draft from an earlier build; its pictures are always read. */
export async function draftArticle(manuscript: Manuscript, context: DraftContext): Promise<Draft> {
  const { file, name } = manuscript;
  const { journalLang, repeatedAuthors, terms, repository, cache } = context;
  const id = articleId(name);
  const { citing, key: citingKey } = context.citingOf(manuscript) ?? {};
  const key =
    manuscript.key &&
    keyOf({ manuscript: manuscript.key, journalLang, repeatedAuthors, cited: citingKey, terms: terms as never });
  const outline = key && cache !== noCache ? await cache.find<Outline>('outline', key) : undefined;
  if (outline) {
    sayAgain(file, outline.before);
    const pictures = await readPictures(outline.named, repository, file);
    sayAgain(file, outline.after);
    const { targets, others, cited } = outline;
    const prepare = async (): Promise<Article> => {
      // What is wrong has been said.
      const again = { ...manuscript, file: new VFile({ path: file.path, cwd: file.cwd, value: file.value }) };
      const setting = { journalLang, repeatedAuthors, citing, terms, cache, readPictures: async () => pictures };
      return { ...(await prepareArticle(again, setting)).article, file };
    };
    return { manuscript, id, targets: new Map(targets), others, cited, pictures, key, prepare };
  }
  const start = file.messages.length;
  let [before, after] = [start, start];
  let pictures: (Picture | undefined)[] = [];
  const { article, targets, named, cited } = await prepareArticle(manuscript, {
    journalLang,
    repeatedAuthors,
    citing,
    terms,
    cache,
    readPictures: async (asked) => {
      before = file.messages.length;
      pictures = await readPictures(asked, repository, file);
      after = file.messages.length;
      return pictures;
    },
  });
  const others = otherArticlesIn([wholeOf(article)], file.path);
  const made: Outline = {
    targets: [...targets],
    others,
    cited,
    named,
    before: saidSince(file, start, before),
    after: saidSince(file, after),
  };
  const isKept = key !== undefined && ![...made.before, ...made.after].some(isOfThisMachine);
  if (isKept) await cache.keep('outline', key, made);
  return {
    manuscript,
    id,
    targets,
    others,
    cited,
    pictures,
    key: isKept ? key : undefined,
    prepare: async () => article,
  };
}

/**
 * Finishes a draft, or takes the article from an earlier build. `known` are all articles, by the paths of manuscripts.
 */
export async function finishDraft(
  { manuscript: { file }, others, pictures, key: draftKey, prepare }: Draft,
  known: ReadonlyMap<string, ReferencedArticle>,
  { journalLang, terms, cache }: DraftContext,
): Promise<Article> {
  const key =
    draftKey &&
    keyOf({
      draft: draftKey,
      pictures: pictures.map((one) => one && [one.name, one.width, one.height]),
      others: others.map((path) => plainTargets(known.get(path)) ?? [...known.keys()]),
    });
  const found = key && cache !== noCache ? await cache.find<KeptArticle>('article', key) : undefined;
  if (found) {
    sayAgain(file, found.said);
    return { ...found.article, file, key };
  }
  const article = await prepare();
  const start = file.messages.length;
  finishArticle(article, journalLang, known, terms);
  const said = saidSince(file, start);
  if (key === undefined || said.some(isOfThisMachine)) return article;
  const { file: _, ...whole } = article;
  await cache.keep<KeptArticle>('article', key, { article: whole, said });
  return { ...article, key };
}

/** What a reference needs to know of another article, as plain data; of one that is not there, what it is not. */
function plainTargets(article: ReferencedArticle | undefined) {
  return (
    article && { id: article.id, targets: [...article.targets].map(([id, target]) => ({ written: id, ...target })) }
  );
}
