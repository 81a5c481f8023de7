import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openRepository } from '../../build/disk/repository.ts';
import { runWithin, runWithinProcessorTime, TooSlow } from '../../build/manuscript/checks/time-limit.ts';
import { listIssues } from '../../build/manuscript/list-issues.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { toXhtml } from '../../build/theme/xhtml.ts';

/*
 * A manuscript is a third-party file. Whatever it contains, it is read, or rejected with a diagnostic, within forty
 * seconds of processor time. Reading may take six of them, but on a busy machine it may be stopped and run again
 * several times.
 */

const head = '---\ntitle: T\nauthors:\n  - name: A\n---\n\n';

for (const [name, text, rules] of [
  ['emphasis in emphasis', `${'*a **b '.repeat(200)}${'b** a* '.repeat(200)}`, ['file-nesting']],
  ['quotations in quotations', `${'> '.repeat(150)}a`, ['file-nesting']],
  ['tags in tags', `x${'<b>'.repeat(300)}y${'</b>'.repeat(300)}`, ['file-nesting']],
  [
    'tags in tags, in a block',
    `<div>\n${'<b>'.repeat(300)}y${'</b>'.repeat(300)}\n</div>`,
    ['html-allowed', 'file-nesting'],
  ],
  ['spans in spans', `${'['.repeat(300)}y${']{lang=de}'.repeat(300)}`, ['file-nesting']],
  ['notes in notes', `${'a^['.repeat(2000)}b${']'.repeat(2000)}`, []],
  [
    'notes that call the next',
    Array.from({ length: 3000 }, (_, i) => `[^${i}]: a[^${i + 1}]`)
      .join('\n\n')
      .replace('[^3000]', '')
      .concat('\n\nb[^0]'),
    [],
  ],
  ['keys in braces that nothing closes', '@{'.repeat(30_000), []],
  ['keys without a bibliography', '[@a; @b, p. 3] '.repeat(3000), ['citation-key']],
  ['many lines', 'a\n\n'.repeat(40_000), ['file-size']],
  ['many marks', `${'[]*_'.repeat(20_000)}\n`.repeat(9), ['file-size']],
  ['brackets that close nothing', `${']'.repeat(90_000)}`, ['file-simple']],
  ['many faults of one kind', `${'a]( '.repeat(100)}\n\n`.repeat(105), ['link-target']],
] as const) {
  test(name, async () => {
    const before = process.cpuUsage();
    const { messages, xhtml } = await prepareText(text);
    assert.equal([...new Set(messages.map(({ ruleId }) => ruleId))], rules);
    assert.ok(messages.length <= 10_000);
    assert.ok(rules.length > 0 || xhtml.length > 0);
    // Processor time, not waiting time: other programs may be running.
    const { user, system } = process.cpuUsage(before);
    assert.ok((user + system) / 1e6 < 40, `${(user + system) / 1e6} seconds`);
  });
}

test('a time limit ends work that would not end, and lets errors through', () => {
  assert.is(
    runWithin(5, () => 'done'),
    'done',
  );
  assert.throws(
    () =>
      runWithin(0.05, () => {
        for (;;);
      }),
    (error: Error) => error instanceof TooSlow,
  );
  assert.throws(
    () =>
      runWithin(5, () => {
        throw new RangeError('mine');
      }),
    (error: Error) => error instanceof RangeError,
  );
});

test('work that stood in line is done again, as often as that; work that does not end is not', () => {
  const still = new Int32Array(new SharedArrayBuffer(4));
  let times = 0;
  const waiting = () => {
    if (times++ < 3) Atomics.wait(still, 0, 0, 2500);
    return 'done';
  };
  assert.is(runWithinProcessorTime(0.2, waiting), 'done');
  assert.is(times, 4);
  assert.throws(
    () =>
      runWithinProcessorTime(0.05, () => {
        for (;;);
      }),
    (error: Error) => error instanceof TooSlow,
  );
});

/** Prepares an issue of one article, and serialises it as every edition does. */
async function prepareText(text: string) {
  const root = await mkdtemp(join(tmpdir(), 'hostile-'));
  try {
    await mkdir(join(root, 'manuscripts/1'), { recursive: true });
    const journal = 'title: T\nshort: t\nlang: en\npublisher:\n  name: P\neditors:\n  - name: E\n';
    await writeFile(join(root, 'manuscripts/journal.yaml'), journal);
    const facts = 'volume: 1\nnumber: 1\ndate: 2026\ncontents:\n  - articles: [a.md]\n';
    await writeFile(join(root, 'manuscripts/1/issue.yaml'), facts);
    await writeFile(join(root, 'manuscripts/1/a.md'), `${head}${text}\n`);
    const repository = await openRepository(root);
    const [folder = ''] = await listIssues(repository);
    const issue = await prepareIssue(await readIssue(repository, folder), repository, await readTerms(repository));
    const [article] = issue.articles;
    const xhtml = article ? toXhtml(article.body) + article.notes.map(({ body }) => toXhtml(body)).join('') : '';
    return { messages: issue.files.flatMap((file) => file.messages), xhtml };
  } finally {
    await rm(root, { recursive: true });
  }
}

test.run();
