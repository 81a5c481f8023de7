import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import type { Query, QueryFault } from './find-queries.ts';

/** Reports queries that cannot be put to an author. */
export function reportQueryFaults(file: VFile, faults: readonly QueryFault[]): void {
  for (const { at, why } of faults) report(file, 'query-form', { at, ...told[why] });
}

const told = {
  unclosed: {
    found: 'A query to the author is not closed, and its words would be printed',
    expected: '<!-- ASK: which edition? -->',
    fix: 'Close it with -->.',
  },
  empty: {
    found: 'A query to the author asks nothing',
    expected: '<!-- ASK: which edition? -->',
    fix: 'Write the question behind ASK:, or remove the comment.',
  },
  front: {
    found: 'A query to the author in the front matter',
    expected: 'a place in the text',
    fix: 'Put it on a line of its own below the front matter, and say what it is about.',
  },
} as const;

/** Reports the queries of a manuscript that are open, as one warning. */
export function reportOpenQueries(file: VFile, queries: readonly Query[]): void {
  for (const { at, end, text } of queries.toSorted((a, b) => a.at.offset - b.at.offset)) {
    if (text === '') continue;
    const length = Math.min(end - at.offset, 80);
    report(file, 'query-open', {
      at: { start: at, end: { line: at.line, column: at.column + length } },
      found: `An open query to the author: ${text}`,
      fix: 'Send it with `offprint proof`; when it is settled, remove the comment.',
      alike: 'query',
    });
  }
}
