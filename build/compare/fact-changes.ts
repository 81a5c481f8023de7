import type { EditionChange } from './change.ts';
import { type ComparedFact, type ComparedSide, wordsOfTokens } from './model.ts';
import { foldTypography } from './text/fold-typography.ts';

/** The facts of an issue that are its own: its topics without the keywords of articles, which stand there, too. */
export function ownFacts({ facts, parts }: ComparedSide): ComparedFact[] {
  const keywords = parts.flatMap((part) => part.facts.filter(({ name }) => name === 'keywords'));
  const known = new Set(keywords.flatMap(({ tokens }) => wordsOfTokens(tokens).split(/\s*[,،、]\s*/)));
  return facts.filter(({ name, value }) => name !== 'topics' || !known.has(value));
}

/** The changes in the facts of an issue, each by its name. */
export function factChanges(before: readonly ComparedFact[], after: readonly ComparedFact[]): EditionChange[] {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  return names.flatMap((name) => {
    const valuesOf = (facts: readonly ComparedFact[]) =>
      facts
        .filter((fact) => fact.name === name)
        .map(({ value }) => value)
        .join('; ');
    const [one, other] = [valuesOf(before), valuesOf(after)];
    if (one === other) return [];
    const isOnlySet = one !== '' && other !== '' && foldTypography(one) === foldTypography(other);
    return [
      {
        kind: isOnlySet ? ('typography' as const) : ('metadata' as const),
        what: one === '' ? ('added' as const) : other === '' ? ('removed' as const) : ('changed' as const),
        name,
        article: '',
        before: one,
        after: other,
        around: ['', ''] as const,
        places: { before: {}, after: {} },
        spots: {},
      },
    ];
  });
}

/** True for a change on the title page or in the masthead that repeats one in the facts of the issue. */
export function isExplained(change: EditionChange, all: readonly EditionChange[]): boolean {
  const part = (change.spots.after ?? change.spots.before)?.part;
  if (!part || part.isArticle || change.kind === 'order') return false;
  const has = (whole: string, words: string) => {
    const known = new Set(wordsIn(whole));
    return wordsIn(words).every((word) => known.has(word));
  };
  return all.some(
    (one) =>
      one !== change &&
      one.article === '' &&
      (one.kind === 'metadata' || one.kind === 'typography') &&
      has(one.before, change.before) &&
      has(one.after, change.after),
  );
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
