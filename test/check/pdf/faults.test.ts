import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { clauses } from '../../../build/check/pdf/clauses.ts';
import { pdfRules } from '../../../build/diagnostics/pdf-rules.ts';
import { editionFile } from './edition.ts';
import { printFaults } from './print-faults.ts';
import { screenFaults } from './screen-faults.ts';
import { testFaults } from './test-faults.ts';

/*
 * Plants one fault after another in the PDFs that a build makes of a small journal. Each must be found on its page, by
 * its own rule and no other; the unchanged files have none.
 */
const table = suite('check/pdf/faults: table');
table('every clause has a fault that it finds', () => {
  const planted = new Set<string>([...printFaults, ...screenFaults].map(({ rule }) => rule));
  assert.equal(
    clauses.map(({ rule }) => rule).filter((rule) => !planted.has(rule)),
    [],
  );
});
table('every rule of PDFs names the clause it comes from', () => {
  for (const [id, { after }] of Object.entries(pdfRules)) assert.ok(after, id);
});
table.run();

const print = suite('check/pdf/faults: print');
testFaults(print, 'print', editionFile('plates-2026-1-print.pdf'), printFaults);
print.run();

const screen = suite('check/pdf/faults: screen');
testFaults(screen, 'screen', editionFile('plates-2026-1-screen.pdf'), screenFaults);
screen.run();
