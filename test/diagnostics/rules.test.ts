import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { epubRules } from '../../build/diagnostics/epub-rules.ts';
import type { FinishedRule } from '../../build/diagnostics/finished-rule.ts';
import { pdfRules } from '../../build/diagnostics/pdf-rules.ts';
import { type Rule, rules } from '../../build/diagnostics/rules.ts';

const test = suite('diagnostics/rules');

const finished: Record<string, FinishedRule> = { ...pdfRules, ...epubRules };

test('every rule of finished editions has a twin that is told before, or a reason why not', () => {
  for (const [id, { before }] of Object.entries(finished)) {
    if (typeof before === 'string') {
      assert.match(before, /^[A-Z].{20,}\.$/s, id);
      continue;
    }
    assert.ok(before.length > 0, id);
    for (const twin of before) assert.ok(twin in rules && !(twin in finished), `${id}: ${twin}`);
  }
});

test('every rule says what should hold, and why, in whole sentences', () => {
  for (const [id, { holds, because }] of Object.entries(rules as Record<string, Rule>))
    for (const sentence of [holds, because]) assert.match(sentence, /^[A-Z“].*[.”]$/s, id);
});

test.run();
