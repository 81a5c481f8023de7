import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { CitableIssue } from '../../../build/citable/citable.ts';
import { timestampOf } from '../../../build/deposit/crossref/timestamp.ts';
import { creationDate } from '../../../build/text/creation-date.ts';

const issue = (date: string, published: string[], more: Partial<CitableIssue> = {}, set?: Date) =>
  ({
    made: creationDate(date, set),
    articles: published.map((one) => ({ published: one })),
    isAhead: false,
    depositVersion: 1,
    ...more,
  }) as CitableIssue;

test('the timestamp of an issue is that of its day, each time the same', () => {
  assert.is(timestampOf(issue('2026-06', ['2026-06'])), '20260601120000');
  assert.is(timestampOf(issue('2026', ['2026-05-02', '2026'])), '20260502120000');
});

test('a later deposit has a later timestamp', () => {
  const ahead = timestampOf(issue('2026', ['2026-05-02'], { isAhead: true }));
  const again = timestampOf(issue('2026', ['2026-05-02'], { isAhead: true, depositVersion: 2 }));
  const whole = timestampOf(issue('2026', ['2026-05-02', '2026']));
  const corrected = timestampOf(issue('2026', ['2026-05-02', '2026'], { depositVersion: 2 }));
  const order = [ahead, again, whole, corrected];
  assert.equal([...order].sort(), order);
  assert.is(new Set(order).size, 4);
});

test('a date that the builder sets is kept where it is later', () => {
  assert.is(timestampOf(issue('2026-06', [], {}, new Date('2026-07-09T15:30:01Z'))), '20260709153001');
});

test.run();
