import type { FrontMatter } from '../issue/schema.ts';
import { bareText } from './bare-text.ts';
import type { CitableRelation } from './citable.ts';
import { doiIn } from './references.ts';
import { withoutMarks } from './without-marks.ts';

const notices = { retraction: 'retracts', 'expression-of-concern': 'concerns' } as const;

/** The relations of an article to other works: those it reviews, corrects or translates, and what corrects it. */
export function citableRelations(front: FrontMatter): CitableRelation[] {
  const notice = notices[front.kind as keyof typeof notices] ?? 'corrects';
  const original = front.original && bareText(withoutMarks(front.original));
  return [
    ...(front.reviewed ?? []).map(
      (work): CitableRelation => ({
        kind: 'reviews',
        title: bareText(withoutMarks(work.title)),
        doi: work.doi,
        isbn: work.isbn,
      }),
    ),
    ...(front.corrects ?? []).map((other): CitableRelation => ({ kind: notice, ...related(other) })),
    ...(front['corrected-by'] ?? []).map((other): CitableRelation => ({ kind: 'corrected-by', ...related(other) })),
    ...(original ? [{ kind: 'translates' as const, title: original, doi: doiIn(original) }] : []),
  ];
}

function related({ title, doi, date }: { title: string; doi?: string | undefined; date?: string | undefined }) {
  return { title: bareText(withoutMarks(title)), doi, date };
}
