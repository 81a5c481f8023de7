import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { preflight } from '../../../build/check/pdf/preflight.ts';
import type { Profile } from '../../../build/check/pdf/profile.ts';
import { emptyFolder } from '../../cli/folders.ts';
import { offprint } from '../../cli/offprint.ts';
import { foreignFaults } from './foreign-faults.ts';
import { foreignRights } from './foreign-rights.ts';
import { pageWith, writePdf } from './write-pdf.ts';

/*
 * PDFs as other programs write them: what their standards allow is not a fault, and what they forbid is found, even if
 * our own builds never do it.
 */
const test = suite('check/pdf/foreign');

async function findingsOf(bytes: Uint8Array, profile: Profile, rule: string) {
  const { clauses } = await preflight(bytes, { profile });
  assert.is(clauses[0]?.state, 'passed', 'It can be read');
  return clauses.find((clause) => clause.rule === rule)?.findings ?? [];
}

for (const { what, bytes, profile, rule } of foreignRights)
  test(`allowed: ${what}`, async () => {
    const errors = (await findingsOf(bytes, profile, rule)).filter(({ level }) => level === 'error');
    assert.equal(errors, []);
  });

for (const { what, bytes, profile, rule, found } of foreignFaults)
  test(`found: ${what}`, async () => {
    const all = (await findingsOf(bytes, profile, rule)).map((one) => one.found);
    assert.ok(
      all.some((one) => found.test(one)),
      JSON.stringify(all),
    );
  });

test('what a file from elsewhere claims is a warning, its faults are errors', async () => {
  const { clauses } = await preflight(pageWith('1 0 0 rg 0 0 99 99 re f'), { profile: 'print', isThirdParty: true });
  const levels = (rule: string) => clauses.find((one) => one.rule === rule)?.findings.map(({ level }) => level);
  assert.equal(levels('pdf-claim'), ['warning']);
  assert.equal(levels('pdf-colour'), ['error']);
});

test('version 1.7 is a warning in a file from elsewhere for the press', async () => {
  const bytes = Buffer.from(Buffer.from(pageWith('')).toString('latin1').replace('%PDF-1.6', '%PDF-1.7'), 'latin1');
  const { clauses } = await preflight(bytes, { profile: 'print', isThirdParty: true });
  const [finding] = clauses.find(({ rule }) => rule === 'pdf-header')?.findings ?? [];
  assert.is(finding?.level, 'warning');
});

test('an advertisement in the colours of a screen is refused where it is said to be for print', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'advert.pdf'), pageWith('1 0 0 rg 0 0 99 99 re f'));
  const [plain, print] = await Promise.all([
    offprint(['check', 'advert.pdf'], folder),
    offprint(['check', 'advert.pdf', '--for', 'print'], folder),
  ]);
  assert.is(plain.code, 0, plain.stderr);
  assert.match(plain.stderr + plain.stdout, /offprint check --for print/);
  assert.is(print.code, 1);
  assert.match(
    print.stderr + print.stdout,
    /advert\.pdf error Something is painted in RGB without a profile \(page 1, 0 mm/,
  );
});

test('a file for the press is known by what older standards wrote, too', async () => {
  const old = writePdf(
    [
      '<< /Type /Catalog /Pages 2 0 R /OutputIntents [<< /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /RegistryName (http://www.color.org) >>] >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /TrimBox [9 9 290 390] >>',
      '<< /Title (An advertisement) /Trapped /False /GTS_PDFXVersion (PDF/X-1:2001) /GTS_PDFXConformance (PDF/X-1a:2001) >>',
    ],
    '/Info 4 0 R /ID [<61> <61>]',
  );
  const { profile, clauses } = await preflight(old, { isThirdParty: true });
  assert.is(profile, 'print');
  assert.match(clauses.find(({ rule }) => rule === 'pdf-claim')?.findings[0]?.found ?? '', /built to PDF\/X-1a:2001/);
  const errors = clauses.filter(({ findings }) => findings.some(({ level }) => level === 'error'));
  assert.equal(errors, [], 'what the older standard allows is no error');
});

test.run();
