import * as v from 'valibot';

/*
 * What a file in `templates/languages/` says of a language. Spaces that have to be seen are written as signs: `~` does
 * not break, `|` is thin and does not break either.
 */

const text = v.pipe(v.string('text'), v.nonEmpty('text'));
const texts = v.pipe(v.array(text, 'a list of texts'), v.minLength(1, 'a list of texts'));
const pairForm = 'two marks in brackets: ["«", "»"]';
const pair = v.tuple([v.pipe(v.string(pairForm), v.nonEmpty(pairForm)), v.string(pairForm)], pairForm);
const yes = v.boolean('true or false');
const dash = v.picklist(['–', '—'], '– or —');
const sourceForm = 'the name of an entry of “sources”, or a list of such names';
/** What an entry follows: names of `sources`. */
const source = v.union([v.string(), v.array(v.string())], sourceForm);
const monthsForm = 'a list of twelve months';
const months = v.pipe(v.array(text, monthsForm), v.length(12, monthsForm));
const daysForm = 'a list of seven days, Monday first';
const days = v.pipe(v.array(text, daysForm), v.length(7, daysForm));
const leastForm = 'a whole number from 1';
const least = v.pipe(v.number(leastForm), v.integer(leastForm), v.minValue(1, leastForm));
const dayForm = 'a form such as "{day} {month} {year}"';
const monthForm = 'a form such as "{month} {year}"';

/** The words of an article: what a journal’s `templates/terms.yaml` may say, too. */
export const articleWords = [
  'abstract',
  'keywords',
  'colon',
  'notes',
  'references',
  'note',
  'tip',
  'important',
  'warning',
  'caution',
  'figure',
  'table',
  'formula',
  'table-continued',
  'continued',
  'description',
  'page',
  'pages',
  'back-to-text',
  'contents',
  'email',
  'received',
  'accepted',
  'funding',
  'license',
  'reviewed',
  'edited-by',
  'translated-by',
  'translation',
  'original',
  'interviewer',
  'interviewee',
  'contributions',
  'acknowledgements',
  'competing-interests',
  'data-availability',
  'corrects',
  'retracts',
  'concerns',
  'corrected-by',
  'letter',
  'document',
  'obituary',
  'erratum',
  'retraction',
  'expression-of-concern',
  'corresponding',
  'about-author',
  'about-authors',
  'and',
  'and-others',
  'doi',
] as const;

/** The words of an issue’s own pages: cover, masthead, colophon; likewise. */
export const issueWords = [
  'cover',
  'proof',
  'proof-how',
  'title-page',
  'masthead',
  'colophon',
  'page-list',
  'landmarks',
  'start',
  'interview',
  'index-subjects',
  'index-names',
  'index-note',
  'see',
  'see-also',
  'contributors',
  'volume',
  'number',
  'whole',
  'vol',
  'no',
  'founded',
  'editors',
  'editor',
  'board',
  'publisher',
  'published-by',
  'contacts',
  'website',
  'phone',
  'address',
  'issn',
  'issn-print',
  'issn-online',
  'identifiers',
  'rights',
  'license-says',
  'copyright',
  'set-in',
  'made-with',
] as const;

/** The kinds of theorems and proofs that Quarto, bookdown and MyST have. Their words are labels of the same name. */
export const theoremKinds = [
  'theorem',
  'lemma',
  'corollary',
  'proposition',
  'conjecture',
  'hypothesis',
  'definition',
  'example',
  'exercise',
  'remark',
  'solution',
  'proof',
  'axiom',
  'criterion',
  'property',
  'observation',
  'assumption',
  'algorithm',
] as const;

/** The labels of theorems, proofs and listings; likewise. An author’s proof is a word of an issue. */
export const labelWords = [
  ...theoremKinds.map((kind) => (kind === 'proof' ? 'proof-of-theorem' : kind)),
  'listing',
] as const;

/** The roles of contributors, of the Contributor Role Taxonomy (CRediT, ANSI/NISO Z39.104-2022). */
export const creditRoles = [
  'conceptualization',
  'data-curation',
  'formal-analysis',
  'funding-acquisition',
  'investigation',
  'methodology',
  'project-administration',
  'resources',
  'software',
  'supervision',
  'validation',
  'visualization',
  'writing-original-draft',
  'writing-review-editing',
] as const;

/** An optional text for each of some words. */
function entriesFor<T extends string>(words: readonly T[]): Record<T, v.OptionalSchema<typeof text, undefined>> {
  return Object.fromEntries(words.map((name) => [name, v.optional(text)])) as ReturnType<typeof entriesFor<T>>;
}

/** A text as an author types it, and as it is set; each with `~` and `|` for spaces. */
const sample = v.strictObject(
  { typed: text, set: text },
  'a text that is typed, and what it becomes: {typed: …, set: …}',
);

export const languageSchema = v.strictObject(
  {
    name: text,
    /** The language whose file says all that this one does not. */
    base: v.optional(text),
    sources: v.optional(v.record(v.string(), text, 'names, each with a title')),
    quotes: v.optional(v.strictObject({ outer: pair, inner: pair, 'as-typed': v.optional(yes), source })),
    dashes: v.optional(v.strictObject({ sentence: dash, speech: v.optional(dash), source })),
    spaces: v.optional(v.strictObject({ before: v.record(text, v.picklist(['~', '|'], '~ or |')), source })),
    'no-break': v.optional(v.strictObject({ after: v.optional(text), keep: v.optional(texts), source })),
    numbers: v.optional(
      v.strictObject({
        decimal: v.picklist(['.', ','], '. or ,'),
        group: text,
        list: v.picklist([',', ';'], ', or ;'),
        source,
      }),
    ),
    ordinals: v.optional(v.strictObject({ form: text, first: v.optional(text), raised: v.optional(yes), source })),
    dates: v.optional(
      v.strictObject({
        months,
        'months-of-day': v.optional(months),
        'months-short': v.optional(months),
        days: v.optional(days),
        'days-short': v.optional(days),
        day: v.pipe(v.string(dayForm), v.regex(/\{day\}.*\{month\}|\{month\}.*\{day\}/, dayForm)),
        month: v.pipe(v.string(monthForm), v.regex(/\{month\}/, monthForm)),
        'first-day': v.optional(text),
        source,
      }),
    ),
    hyphenation: v.optional(
      v.strictObject({
        /** The name of patterns of the package `hyphen`; `syllables` for division by these; or `none`. */
        patterns: text,
        /** The vowels, and which groups of consonants may begin a syllable, beside each consonant of these by itself. */
        syllables: v.optional(v.strictObject({ vowels: text, consonants: text, groups: v.optional(text) })),
        before: least,
        after: least,
        /** True if a hyphen at a line’s end stands again at the beginning of the next: biało-/-czerwony. */
        'repeated-hyphen': v.optional(yes),
        /** The patterns for words that have any letter from one to another: those of Greek with all its accents. */
        'with-letters': v.optional(v.strictObject({ from: text, to: text, patterns: text })),
        /** What an editor should know of it. */
        note: v.optional(text),
        source,
      }),
    ),
    /** How names of persons are sorted, where the front matter does not say their parts. */
    names: v.optional(
      v.strictObject({
        order: v.optional(v.picklist(['given-first', 'family-first'], 'given-first or family-first')),
        'particles-first': v.optional(texts),
        'particles-behind': v.optional(texts),
        surnames: v.optional(v.picklist([1, 2], '1 or 2')),
        'second-given': v.optional(texts),
        'joined-by': v.optional(texts),
        'suffixes-behind': v.optional(texts),
        'suffixes-of-family': v.optional(texts),
        'no-family': v.optional(texts),
        patronymics: v.optional(texts),
        source,
      }),
    ),
    /** Words at the head of a title that do not count where titles are sorted. */
    titles: v.optional(v.strictObject({ 'not-sorted': texts, source })),
    /** Endings that a search cuts off the words that are looked for, where no stemmer knows the language. */
    search: v.optional(v.strictObject({ endings: texts, source })),
    /** The roles of CRediT, by their identifiers; those that are not here are in English. */
    contributions: v.optional(v.strictObject({ ...entriesFor(creditRoles), source })),
    'before-numbers': v.optional(v.strictObject({ words: text, source })),
    words: v.optional(v.strictObject({ ...entriesFor(articleWords), source })),
    'label-words': v.optional(v.strictObject({ ...entriesFor(labelWords), source })),
    'issue-words': v.optional(v.strictObject({ ...entriesFor(issueWords), source })),
    tests: v.optional(
      v.strictObject({
        sentences: v.array(sample),
        /** Words with a hyphen wherever they may be divided. */
        divided: v.optional(texts),
        dates: v.optional(v.record(text, text)),
        labels: v.optional(v.record(text, text)),
        /** Names and titles, and their form for sorting. */
        names: v.optional(v.record(text, text)),
        titles: v.optional(v.record(text, text)),
      }),
    ),
  },
  'a language',
);

/** A language, as its file has it. */
export type LanguageFile = v.InferOutput<typeof languageSchema>;
