import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElementContent, Nodes } from 'hast';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { hasErrors } from '../../build/diagnostics/report.ts';
import { openRepository } from '../../build/disk/repository.ts';
import type { Article, Issue } from '../../build/issue/model.ts';
import { listIssues } from '../../build/manuscript/list-issues.ts';
import { prepareIssue } from '../../build/manuscript/prepare.ts';
import { readIssue } from '../../build/manuscript/read.ts';
import { readTerms } from '../../build/theme/terms.ts';
import { randomManuscript } from './random-manuscript.ts';
import { randomSoup } from './random-soup.ts';
import { bagOf, difference, textOfArticle, textOfMarkdown } from './words.ts';

/* No word is lost or doubled: each article in type has the words of its manuscript, each as often. */

for (const [name, folder] of [
  ['the sample issue', '../../'],
  ['Ukraine Analytica', '../../../shared/journals/ukraine-analytica/'],
] as const) {
  const root = fileURLToPath(new URL(folder, import.meta.url));
  if (!(await stat(root).catch(() => undefined))) {
    console.log(`${name} is not here: its words are not counted`);
    continue;
  }
  test(`every word of ${name} is set, once`, async () => {
    const repository = await openRepository(root);
    for (const issue of await Promise.all((await listIssues(repository)).map((folder) => prepare(root, folder)))) {
      assert.not(hasErrors(issue.files));
      for (const article of issue.articles) {
        const source = bagOf(textOfMarkdown(String(article.file)));
        assert.equal(difference(source, bagOf(textOfArticle(article))), [], article.name);
      }
    }
  });
}

test('every word of random mixes of all constructs is set, once', async () => {
  const made = Array.from({ length: 40 }, (_, seed) => randomManuscript(seed));
  const issue = await prepareTexts(made.map(({ markdown }) => markdown));
  for (const [i, article] of issue.articles.entries()) {
    // Random headings may follow each other directly.
    const faults = article.file.messages.filter(
      ({ ruleId, fatal }) => fatal !== undefined && ruleId !== 'heading-followed',
    );
    assert.equal(faults.map(String), [], `seed ${i}`);
    assert.equal(difference(bagOf(...(made[i]?.words ?? [])), bagOf(textOfArticle(article))), [], `seed ${i}`);
  }
});

test('a word of any soup of marks is set once, or stands in an attribute, or its article has a diagnostic', async () => {
  const made = Array.from({ length: 200 }, (_, seed) => randomSoup(seed));
  const issue = await prepareTexts(made.map(({ markdown }) => markdown));
  let clean = 0;
  for (const [i, article] of issue.articles.entries()) {
    const text = textOfArticle(article);
    const attributes = attributesOf(article);
    const isTold = article.file.messages.some(({ fatal }) => fatal !== undefined);
    if (!isTold) clean++;
    for (const word of made[i]?.words ?? []) {
      const times = text.split(word).length - 1;
      assert.ok(
        times === 1 || (times === 0 && (isTold || attributes.includes(word))),
        `seed ${i}: ${word} ${times} times`,
      );
    }
  }
  assert.ok(clean > 20, 'some soups have nothing wrong with them');
});

async function prepare(root: string, folder: string): Promise<Issue> {
  const repository = await openRepository(root);
  return prepareIssue(await readIssue(repository, folder), repository, await readTerms(repository));
}

/** An issue with an article for each text, prepared. */
async function prepareTexts(texts: readonly string[]): Promise<Issue> {
  const root = await mkdtemp(join(tmpdir(), 'words-'));
  try {
    const folder = join(root, 'manuscripts/1');
    await mkdir(folder, { recursive: true });
    const journal = 'title: T\nshort: t\nlang: en\npublisher:\n  name: P\neditors:\n  - name: E\n';
    await writeFile(join(root, 'manuscripts/journal.yaml'), journal);
    const list = texts.map((_, i) => `      - a${i}.md\n`).join('');
    await writeFile(join(folder, 'issue.yaml'), `volume: 1\nnumber: 1\ndate: 2026\ncontents:\n  - articles:\n${list}`);
    await writeFile(join(folder, 'dot.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
    for (const [i, text] of texts.entries())
      await writeFile(join(folder, `a${i}.md`), `---\ntitle: T\nauthors:\n  - name: A\n---\n\n${text}`);
    return await prepare(root, '1');
  } finally {
    await rm(root, { recursive: true });
  }
}

function attributesOf({ body, notes }: Article): string {
  const values: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'element') values.push(...Object.values(node.properties).map(String));
    if ('children' in node) node.children.forEach(walk);
  };
  for (const node of [...(body.children as ElementContent[]), ...notes.flatMap((note) => note.body)]) walk(node);
  return values.join(' ');
}

test.run();
