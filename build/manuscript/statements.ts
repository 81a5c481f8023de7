import type { ElementContent } from 'hast';
import type { Phrase, Statement, StatementName } from '../issue/model.ts';
import type { FrontMatter, RelatedArticle } from '../issue/schema.ts';
import { creditWord } from '../languages/language-words.ts';
import type { Located } from '../settings/located.ts';
import { formatDate } from '../text/date.ts';
import { phraseOf, phrasesOf } from './phrase.ts';
import { reviewedWork } from './reviewed-work.ts';
import { doiPart, languagePart, phraseOfParts, type StatementContext, textPart } from './statement-parts.ts';

/**
 * The statements of front matter about an article, in type, in the order in which they are printed: at the opening what
 * it is about and whose it is, at the end who did what, thanks, and declarations.
 */
export function statementsOf({ value: front, at }: Located<FrontMatter>, context: StatementContext): Statement[] {
  const { own, file } = context;
  const texts = (name: 'original' | (typeof declarations)[number]): Phrase[] => {
    const value = front[name];
    return typeof value === 'string' ? phrasesOf(value, own, file, at(name)) : [];
  };
  const related = (articles: readonly RelatedArticle[] = []): Phrase[] =>
    articles.map((article) => relatedArticle(article, context));
  const opening: [StatementName, Phrase[]][] = [
    ['reviewed', (front.reviewed ?? []).map((work, i) => reviewedWork(work, context, at('reviewed', i, 'title')))],
    ['interviewer', names(front.interviewers, context)],
    ['interviewee', names(front.interviewees, context)],
    ['translation', names(front.translators, context)],
    ['original', texts('original')],
    [relations[front.kind] ?? 'corrects', related(front.corrects)],
    ['corrected-by', related(front['corrected-by'])],
  ];
  const end: [StatementName, Phrase[]][] = [
    ['contributions', contributions(front, context)],
    ...declarations.map((name): [StatementName, Phrase[]] => [
      name,
      name === 'funding' && Array.isArray(front.funding) ? grants(front.funding, context) : texts(name),
    ]),
  ];
  return [
    ...opening.map(([name, paragraphs]): Statement => ({ name, place: 'opening', paragraphs })),
    ...end.map(([name, paragraphs]): Statement => ({ name, place: 'end', paragraphs })),
  ].filter(({ paragraphs }) => paragraphs.length > 0);
}

/** Statements at the end that are texts of the author. */
const declarations = ['acknowledgements', 'funding', 'competing-interests', 'data-availability'] as const;

/** What an article of some kind does with those that it names by `corrects:`. */
const relations: Partial<Record<FrontMatter['kind'], StatementName>> = {
  retraction: 'retracts',
  'expression-of-concern': 'concerns',
};

function relatedArticle({ title, doi, date }: RelatedArticle, context: StatementContext): Phrase {
  const { tree } = phraseOf(title, context.own, context.file, undefined);
  return phraseOfParts([
    languagePart('em', tree, context.own.lang, context),
    textPart(date ? ` (${formatDate(date, context.terms)})` : '', context),
    ...(doi ? [textPart('. ', context), doiPart(doi)] : []),
  ]);
}

/** The names of people in one phrase: “A, B and C”. */
function names(people: readonly { name: string }[] = [], context: StatementContext): Phrase[] {
  if (people.length === 0) return [];
  const all = people.map(({ name }) => name);
  const last = all.length > 1 ? ` ${context.terms.and} ${all.pop()}` : '';
  return [phraseOfParts([textPart(`${all.join(', ')}${last}`, context)])];
}

/** What each author did: “A. Author: methodology, software”. */
function contributions({ authors }: FrontMatter, context: StatementContext): Phrase[] {
  const parts = authors.flatMap(({ name, roles = [] }) =>
    roles.map((role, i): ElementContent[] => {
      const { word, lang } = creditWord(context.own.languages, context.own.lang, role);
      return [
        textPart(i === 0 ? `${name}${context.terms.colon ?? ':'} ` : ', ', context),
        languagePart('span', [textPart(word, context, lang)], lang, context),
        textPart(i === roles.length - 1 ? '. ' : '', context),
      ];
    }),
  );
  const flat = parts.flat();
  const last = flat.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return flat.length > 0 ? [phraseOfParts(flat)] : [];
}

function grants(
  funding: readonly { funder: string; award?: string | undefined }[],
  context: StatementContext,
): Phrase[] {
  const all = funding.map(({ funder, award }) => (award ? `${funder} (${award})` : funder)).join('; ');
  return [phraseOfParts([textPart(all.endsWith('.') ? all : `${all}.`, context)])];
}
