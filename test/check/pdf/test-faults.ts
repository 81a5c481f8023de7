import type { Test } from 'uvu';
import * as assert from 'uvu/assert';
import { type PreflightOptions, preflight } from '../../../build/check/pdf/preflight.ts';
import type { Profile } from '../../../build/check/pdf/profile.ts';
import type { PdfRuleId } from '../../../build/diagnostics/pdf-rules.ts';
import type { Level } from '../../../build/diagnostics/rules.ts';
import { changed, type Open } from './change.ts';

/** A fault that is planted in a good file. */
export interface Fault {
  what: string;
  plant: (open: Open) => void;
  /** The rule that finds it, and the only one. */
  rule: PdfRuleId;
  /** The message. */
  found: RegExp;
  /** The page; undefined if it is on none, or on many. */
  page?: number;
  level?: Level;
  options?: PreflightOptions;
}

/** A test for each fault, and one that the good file has none. */
export function testFaults(test: Test, profile: Profile, good: Promise<Uint8Array>, faults: readonly Fault[]): void {
  const broken = async (bytes: Uint8Array, asked?: PreflightOptions) => {
    const result = await preflight(bytes, asked);
    assert.is(result.profile, profile);
    return result.clauses.flatMap(({ rule, findings }) => findings.map((finding) => ({ rule, ...finding })));
  };

  test('the good file breaks no rule, as it is and written anew', async () => {
    assert.equal(await broken(await good), []);
    assert.equal(await broken(await changed(await good, () => {})), []);
  });

  for (const { what, plant, rule, found, page, level, options } of faults) {
    test(what, async () => {
      const findings = await broken(await changed(await good, plant), { ...options, profile });
      assert.equal([...new Set(findings.map((finding) => finding.rule))], [rule], JSON.stringify(findings, null, 1));
      assert.match(findings[0]?.found ?? '', found);
      assert.is(findings[0]?.level, level ?? 'error');
      if (page !== undefined)
        assert.equal(
          findings[0]?.places.map((place) => place.page),
          [page],
        );
    });
  }
}
