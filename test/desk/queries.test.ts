import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { deskFor } from './desk-for-test.ts';

test('queries to authors are findings of the preview, each with its place on a page', async () => {
  const desk = await deskFor(join(import.meta.dirname, '../proof/fixtures/asked'), '2026-1');
  try {
    const isPlaced = ({ rule, at }: { rule: string; at?: unknown }) => rule !== 'query-open' || at !== undefined;
    const { findings } = await desk.until(
      ({ isBusy, findings: all }) => !isBusy && all.some(({ rule }) => rule === 'query-open') && all.every(isPlaced),
    );
    const queries = findings.filter(({ rule }) => rule === 'query-open');
    assert.is(queries.length, 34);
    const last = queries.find(({ file }) => file.endsWith('one-question.md'));
    assert.is(last?.found, '[Q1] Green?');
    assert.is(last?.line, 9);
    assert.is(last?.at?.boxes.length, 1);
    assert.is(last?.level, 'info');
  } finally {
    await desk.end();
  }
});

test.run();
