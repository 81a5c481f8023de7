import * as v from 'valibot';
import type { Root } from 'xast';
import type { Chrome } from '../../browser/browser.ts';
import { coverSheet } from '../../cover/cover-sheet.ts';
import { report } from '../../diagnostics/report.ts';
import { type RuleId, rules } from '../../diagnostics/rules.ts';
import type { Stage } from '../../diagnostics/stage.ts';
import type { Issue } from '../../issue/model.ts';
import { postScriptName } from '../../pdf/postscript-name.ts';
import type { PressSettings } from '../../pdf/press/press-settings.ts';
import { type PageRecord, pageRecordSchema } from '../../record/schema.ts';
import type { Style } from '../../styles/style.ts';
import type { Templates } from '../../theme/templates.ts';
import type { TermsBook } from '../../theme/terms.ts';
import { parseRendered } from '../../theme/well-formed.ts';
import { checkEpub, type EpubChecks, runEpubcheck } from '../epub.ts';
import type { Preflight } from '../pdf/preflight.ts';
import type { Preflighter } from '../pdf/preflight-aside.ts';
import { profiles } from '../pdf/profile.ts';
import { reportPreflight, whereOf } from '../pdf/report-preflight.ts';
import type { Validated } from '../vera/vera.ts';
import { galleyTexts } from '../words/galley-texts.ts';
import { checkWords } from './check-words.ts';
import { type CheckedFile, clauseOf, newMessages } from './checked.ts';
import { foliosOf, profileFor } from './profile-for.ts';
import type { Finished, FinishedFile } from './read-editions.ts';

/** What the finished editions of an issue are checked with. */
export interface EditionsAsked {
  press: PressSettings | undefined;
  /** The style of what is printed. */
  style: Style | undefined;
  house: { templates: Templates; terms: TermsBook };
  preflighter: Preflighter;
  chrome: () => Promise<Chrome>;
  stage: Stage;
}

/** The finished editions of an issue, checked; what was found is in `finished.reported` and on the manuscripts. */
export interface EditionsChecked {
  finished: Finished;
  checked: CheckedFile[];
  /** The PDFs for readers, which veraPDF is to be asked about. */
  tagged: (Validated & { checked: CheckedFile })[];
}

/** Checks the finished editions of an issue, as they were read. */
export async function checkEditions(finished: Finished, issue: Issue, asked: EditionsAsked): Promise<EditionsChecked> {
  const { stage } = asked;
  const record = readRecord(finished);
  const checked: CheckedFile[] = [];
  const tagged: EditionsChecked['tagged'] = [];
  const books = finished.files.filter(({ path }) => path.endsWith('.epub'));
  const ask = () => runEpubcheck(books.map(({ bytes }) => bytes));
  const said = books.length > 0 ? await stage('Asking EPUBCheck', ask) : [];
  const skipped = new Map<RuleId, string>();
  for (const one of finished.files) {
    if (one.path.endsWith('.pdf')) {
      const result = await stage(`Checking ${one.path}`, () => checkPdf(one, record, issue, asked));
      checked.push(result);
      if (profileFor(one.path) === 'screen') tagged.push({ path: one.file.path, file: one.file, checked: result });
    } else if (one.path.endsWith('.epub')) {
      const validators = { chrome: asked.chrome, epubcheck: said[books.indexOf(one)], skipped };
      checked.push(await stage(`Checking ${one.path}`, () => checkBook(one, issue, record, asked, validators)));
    }
  }
  await stage('Reading the PDFs', () =>
    checkWords(finished, checked, {
      issue,
      record,
      coverSheet: () => sheetOf(issue, asked),
      galley: async (folios) => (asked.style ? galleyTexts(issue, asked.style, asked.house, folios) : undefined),
    }),
  );
  return { finished, checked, tagged };
}

/** The document that a cover’s sheet is printed from, however wide its spine is; empty where there is no style. Throws TemplateError. */
async function sheetOf(issue: Issue, { style, house }: EditionsAsked): Promise<Root> {
  if (!style) return { type: 'root', children: [] };
  return parseRendered(await coverSheet(issue, style, house, 0), 'templates/print/cover-sheet.ejs');
}

/** The page record; undefined where there is none that can be read. */
function readRecord({ files }: Finished): PageRecord | undefined {
  const one = files.find(({ path }) => path === 'pages.json');
  if (!one) return undefined;
  try {
    return v.parse(pageRecordSchema, JSON.parse(new TextDecoder().decode(one.bytes)));
  } catch (error) {
    report(one.file, 'edition-whole', {
      found: `The page record cannot be read: ${(error as Error).message.split('\n')[0]}`,
      expected: 'a record as pages.schema.json has it',
      fix: 'Build the issue again.',
    });
    return undefined;
  }
}

async function checkPdf(
  { path, file, bytes, current }: FinishedFile,
  record: PageRecord | undefined,
  issue: Issue,
  { preflighter, press, style }: EditionsAsked,
): Promise<CheckedFile> {
  const result = await preflighter.preflight(bytes, {
    profile: profileFor(path),
    folios: current && record ? foliosOf(path, record, issue) : undefined,
    inkLimit: press?.inkLimit,
    // In another state of the journal they may have been others.
    ...(current ? { black: press?.black, faces: style?.faces.map(({ data }) => postScriptName(data)) } : {}),
  });
  reportPreflight(file, result);
  return checkedPdf(path, result);
}

function checkedPdf(path: string, { profile, pages, clauses }: Preflight): CheckedFile {
  return {
    path,
    as: profiles[profile],
    pages,
    clauses: clauses.map(({ rule, state, why, findings }) => ({
      rule,
      state,
      ...(why ? { why } : {}),
      findings: findings.map((finding) => ({ ...finding, where: whereOf(finding) })),
    })),
  };
}

async function checkBook(
  { path, file, bytes, current }: FinishedFile,
  issue: Issue,
  record: PageRecord | undefined,
  { house }: EditionsAsked,
  validators: NonNullable<EpubChecks['validators']>,
): Promise<CheckedFile> {
  const found = newMessages([file, ...issue.files]);
  const only = issue.articles.find(({ name }) => path === `articles/${name}.epub`);
  const words = current ? { terms: house.terms, folios: record?.ids, only } : undefined;
  await checkEpub(bytes, file, { issue, words, validators });
  const findings = found();
  const asked = new Set([
    ...(Object.keys(rules) as RuleId[]).filter((rule) => rule.startsWith('epub-')),
    ...findings.keys(),
  ]);
  const clauses = [...asked].map((rule) => clauseOf(rule as RuleId, findings.get(rule)));
  for (const clause of clauses) {
    const why = validators.skipped?.get(clause.rule);
    if (why && clause.state === 'passed') Object.assign(clause, { state: 'skipped', why });
  }
  return { path, as: 'EPUB 3.3', clauses };
}
