import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { buildIssue } from '../../build/build.ts';
import type { EditionChange } from '../../build/compare/change.ts';
import { compareEditions } from '../../build/compare/compare.ts';
import { builtEdition } from '../../build/compare/edition.ts';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { emptyFolder } from '../cli/folders.ts';
import { type SeededEdit, seededEdits } from './seeded-edits.ts';

/*
 * A hundred edits of the sample issue, the same each time: each is told once, by its kind, at both places, and nothing
 * else is told. OFFPRINT_JOURNAL names another journal, OFFPRINT_SEED another series.
 */

const journal = process.env.OFFPRINT_JOURNAL ?? offprintRoot;
const seed = Number(process.env.OFFPRINT_SEED ?? 1);
const [issue = '2026-1'] = (await readdir(join(journal, 'manuscripts'))).filter((name) => !name.includes('.'));

/** Edits a copy of the journal, and compares the e-books of both. */
async function edited(): Promise<{ edits: SeededEdit[]; changes: EditionChange[] }> {
  const root = await emptyFolder();
  const folder = join(root, 'manuscripts', issue);
  await cp(join(journal, 'manuscripts'), join(root, 'manuscripts'), { recursive: true });
  const before = await built(root, join(root, 'before'));
  const files = new Map<string, string>();
  for (const name of (await readdir(folder)).sort())
    if (/\.(md|yaml)$/.test(name)) files.set(name, await readFile(join(folder, name), 'utf8'));
  const edits = seededEdits(files, seed, 100);
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  const after = await built(root, join(root, 'after'));
  return { edits, changes: (await compareEditions(before, after)).changes };
}

async function built(root: string, out: string) {
  const { files } = await buildIssue(issue, {
    repository: await openRepository(root),
    out,
    only: new Set(['epub']),
    strict: false,
    chrome: () => Promise.reject(new Error('An e-book needs no browser')),
    stage: (_name, work) => work(),
  });
  const edition = await builtEdition(out, join(out, issue));
  assert.ok(edition, files.flatMap(({ messages }) => messages.map(String)).join('\n'));
  const sources = [];
  for (const { path } of edition?.manifest?.sources ?? [])
    if (/\.(md|yaml)$/.test(path)) sources.push({ path, text: await readFile(join(root, path), 'utf8') });
  return { ...(edition as NonNullable<typeof edition>), sources };
}

/** True if a change is what an edit has to be told as. */
function isOf(change: EditionChange, { expected, before, after }: SeededEdit): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  return (
    `${change.kind} ${change.what}` === expected &&
    letters(change.before).includes(letters(before)) &&
    letters(change.after).includes(letters(after))
  );
}

const tell = ({ kind, what, name, article, before, after, around, remark }: EditionChange) =>
  `${kind} ${what} | ${name} | ${article} | ${before.slice(0, 90)} → ${after.slice(0, 90)} | ${around.join(' … ')} | ${remark ?? ''}`;

const { edits, changes } = await edited();

test('each of a hundred edits is told once, and nothing else is', () => {
  const left = [...changes];
  const missing: SeededEdit[] = [];
  // Edits with words of their own find their change first.
  for (const edit of edits.toSorted((a, b) => b.before.length + b.after.length - a.before.length - a.after.length)) {
    const at = left.findIndex((change) => isOf(change, edit));
    if (at < 0) missing.push(edit);
    else left.splice(at, 1);
  }
  assert.equal({ missing, left: left.map(tell) }, { missing: [], left: [] });
  assert.ok(edits.length >= (process.env.OFFPRINT_JOURNAL ? 20 : 100), `${edits.length} edits`);
});

test('each is told at both places', () => {
  const without = changes.filter(
    ({ places, spots }) =>
      spots.after && !(places.before.at?.path.endsWith('.md') && places.after.at?.path.endsWith('.md')),
  );
  assert.equal(without.map(tell), []);
});

test.run();
